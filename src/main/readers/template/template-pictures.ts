import type { AssetHash } from '../../../shared/model/ids'
import type { Paint } from '../../../shared/model/template'
import type { ZipArchive } from '../../zip/read-zip'
import type { Relationship } from '../ooxml/relationships'
import type { XmlElement } from '../ooxml/xml'
import { pictureInfo } from '../picture'
import { hashOf } from '../picture-collector'
import { pictureKind, type PictureKind } from '../pictures/picture-kind'
import { tooLarge } from '../refusals'

/** Kinds that decks carry, by their bytes; SVG stays behind, since it may hold scripts. Only those that a browser draws safely are previewed. */
const EXTENSIONS: Readonly<Partial<Record<PictureKind, string>>> = { png: 'png', jpeg: 'jpeg', gif: 'gif' }
const MOST_BYTES = 100 * 1024 * 1024

type Kept = { readonly part: string; readonly hash: AssetHash | null }

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

  /** How a blip is drawn in a preview; null where it is not. */
  paint({ attributes }: XmlElement, relationships: readonly Relationship[]): (Paint & { readonly kind: 'picture' }) | null {
    const hash = this.#kept(attributes.get('r:embed') ?? '', relationships)?.hash ?? null
    return hash && { kind: 'picture', asset: hash }
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
    return { part, hash: this.#shown(bytes) }
  }

  #shown(bytes: Uint8Array): AssetHash | null {
    try {
      pictureInfo(bytes)
    } catch {
      return null
    }
    const hash = hashOf(bytes)
    this.shown.set(hash, bytes)
    return hash
  }
}
