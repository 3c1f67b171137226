import type { AssetHash } from '../../../shared/model/ids'
import type { ZipArchive } from '../../zip/read-zip'
import type { Relationship } from '../ooxml/relationships'
import type { XmlElement } from '../ooxml/xml'
import { pictureInfo } from '../picture'
import { hashOf } from '../picture-collector'
import { pictureKind, type PictureKind } from '../pictures/picture-kind'
import { tooLarge } from '../refusals'
import type { ShownPicture } from './template-colours'

/** Kinds that decks carry, by their bytes; SVG stays behind, since it may hold scripts. Only those that a browser draws safely are previewed. */
const EXTENSIONS: Readonly<Partial<Record<PictureKind, string>>> = { png: 'png', jpeg: 'jpeg', gif: 'gif' }
const MOST_BYTES = 100 * 1024 * 1024

type Kept = { readonly part: string; readonly shown: ShownPicture | null }

/** The pictures of a template: each once, named as in decks. */
export class TemplatePictures {
  /** Those that a preview draws. */
  readonly shown = new Map<AssetHash, Uint8Array>()
  readonly #bySource = new Map<string, Kept | null>()
  #bytes = 0

  /** @param files of the cleaned package; pictures are added as they are asked for */
  constructor(
    readonly archive: ZipArchive,
    readonly files: Map<string, string | Uint8Array>,
  ) {}

  /** The part of the cleaned package that a relationship leads to; null for an address, and for what is no picture. @throws LecternError `too-large` */
  part(id: string, relationships: readonly Relationship[]): string | null {
    return this.#kept(id, relationships)?.part ?? null
  }

  /** What a preview draws of a blip; null where it draws nothing. */
  shownIn({ attributes }: XmlElement, relationships: readonly Relationship[]): ShownPicture | null {
    return this.#kept(attributes.get('r:embed') ?? '', relationships)?.shown ?? null
  }

  #kept(id: string, relationships: readonly Relationship[]): Kept | null {
    const target = relationships.find((one) => one.id === id && one.type === 'image' && !one.external)?.target
    if (target === undefined) return null
    const known = this.#bySource.get(target)
    if (known !== undefined) return known
    const kept = this.#keep(target)
    this.#bySource.set(target, kept)
    return kept
  }

  #keep(source: string): Kept | null {
    const bytes = this.archive.read(source)
    const extension = bytes && EXTENSIONS[pictureKind(bytes) ?? 'svg']
    if (bytes === undefined || extension === undefined) return null
    this.#bytes += bytes.byteLength
    if (this.#bytes > MOST_BYTES) throw tooLarge()
    const part = `ppt/media/template${this.#bySource.size + 1}.${extension}`
    this.files.set(part, bytes)
    return { part, shown: this.#shown(bytes) }
  }

  #shown(bytes: Uint8Array): ShownPicture | null {
    try {
      const { width, height } = pictureInfo(bytes)
      const asset = hashOf(bytes)
      this.shown.set(asset, bytes)
      return { asset, width, height }
    } catch {
      return null
    }
  }
}
