import { createHash } from 'node:crypto'
import type { DocumentPicture } from '../../shared/model/document'
import { AssetHash } from '../../shared/model/ids'
import { LecternError, type Warning } from '../../shared/outcome'
import type { RawParagraph } from '../../shared/outline/raw-paragraph'
import { pictureInfo } from './picture'
import { convertPicture, type ConvertedPicture } from './pictures/convert-picture'
import { pictureKind } from './pictures/picture-kind'
import { noPictureFindings, pictureWarnings, type PictureFindings } from './pictures/picture-warnings'
import { PictureError } from './pictures/pixels'

/** What one document may bring along; beyond it, pictures stay in the original and are counted. Sizes in bytes and pixels. */
export const pictureLimits = { each: 20 * 1024 * 1024, all: 100 * 1024 * 1024, count: 500, side: 12_000, area: 60_000_000 } as const

/** Smaller ones are bullets, rules and tracking dots. */
const SMALLEST_SIDE = 16

/** Pictures taken out of a document with the bytes that travel apart from it. */
export type CollectedPictures = { readonly pictures: readonly DocumentPicture[]; readonly media: ReadonlyMap<AssetHash, Uint8Array> }

export const hashOf = (bytes: Uint8Array): AssetHash => AssetHash.parse(createHash('sha256').update(bytes).digest('hex'))

/**
 * Takes pictures out of a document while it is read, within limits; the same picture is kept once however often it is shown. PNG and JPEG are kept as they are;
 * the others wait, under the hash of their own bytes, for {@link PictureCollector.settle}.
 */
export class PictureCollector implements CollectedPictures {
  readonly #found = new Map<AssetHash, DocumentPicture>()
  readonly #waiting = new Map<AssetHash, Uint8Array>()
  /** What became of those that waited; null for what turned out to be no picture. */
  readonly #settled = new Map<AssetHash, AssetHash | null>()
  /** Pictures whose words stand nowhere else in the document. */
  readonly #captioned = new WeakSet<RawParagraph>()
  readonly #findings: PictureFindings = noPictureFindings()
  readonly media = new Map<AssetHash, Uint8Array>()
  #bytes = 0

  get pictures(): readonly DocumentPicture[] {
    return [...this.#found.values()]
  }

  get warnings(): readonly Warning[] {
    return pictureWarnings(this.#findings)
  }

  /**
   * @param bytes undefined where the document refers to a picture that it does not hold.
   * @param alt what the document says in place of the picture; may be empty.
   * @param place the page it stands on; `captioned` when `alt` is printed and stands nowhere else, so that it stays where the picture cannot.
   * @returns the paragraph to stand where the picture stood; null when it is left out.
   */
  add(bytes: Uint8Array | undefined, alt: string, { page, captioned = false }: { readonly page?: number; readonly captioned?: boolean } = {}): RawParagraph | null {
    const hash = bytes === undefined ? this.#missing() : this.#take(bytes)
    if (hash === null) return null
    const paragraph: RawParagraph = { ...paragraphOf(hash, alt), ...(page === undefined ? {} : { page }) }
    if (captioned) this.#captioned.add(paragraph)
    return paragraph
  }

  /** As {@link PictureCollector.add}, for a picture that was converted already. */
  addConverted(picture: ConvertedPicture, alt: string): RawParagraph | null {
    const hash = this.#keepConverted(picture)
    return hash === null ? null : paragraphOf(hash, alt)
  }

  /**
   * Converts what waits.
   * @param paragraphs of the document, with those that {@link PictureCollector.add} gave among them.
   * @returns the same, with pictures that turned out to be none left out.
   */
  async settle(paragraphs: readonly RawParagraph[]): Promise<readonly RawParagraph[]> {
    if (this.#waiting.size === 0) return paragraphs
    for (const [hash, bytes] of this.#waiting) this.#settled.set(hash, await this.#convert(bytes))
    this.#waiting.clear()
    return paragraphs.flatMap((paragraph): RawParagraph[] => {
      const kept = paragraph.asset === undefined ? undefined : this.#settled.get(paragraph.asset)
      if (kept === undefined) return [paragraph]
      if (kept !== null) return [{ ...paragraph, asset: kept }]
      return this.#captioned.has(paragraph) && paragraph.text !== '' ? [{ text: paragraph.text, number: '', kind: 'body', styled: 0 }] : []
    })
  }

  /** After {@link PictureCollector.settle}: the picture that a paragraph shows; null where it turned out to be none. */
  keptAs({ asset }: RawParagraph): AssetHash | null {
    if (asset === undefined) return null
    const settled = this.#settled.get(asset)
    return settled === undefined ? asset : settled
  }

  #missing(): null {
    this.#findings.outside += 1
    return null
  }

  #take(bytes: Uint8Array): AssetHash | null {
    const kind = pictureKind(bytes)
    if (kind === 'png' || kind === 'jpeg') return this.#keep(bytes)
    if (kind === null || kind === 'metafile' || bytes.byteLength > pictureLimits.each || this.#waiting.size >= pictureLimits.count) {
      this.#findings[kind === 'metafile' ? 'metafiles' : kind === null ? 'unknown' : 'tooLarge'] += 1
      return null
    }
    const hash = hashOf(bytes)
    if (!this.#waiting.has(hash)) this.#waiting.set(hash, bytes.slice())
    return hash
  }

  async #convert(bytes: Uint8Array): Promise<AssetHash | null> {
    try {
      return this.#keepConverted(await convertPicture(bytes))
    } catch (error) {
      if (!(error instanceof PictureError)) throw error
      this.#findings[error.fault === 'too-large' ? 'tooLarge' : error.fault === 'damaged' ? 'damaged' : 'unknown'] += 1
      return null
    }
  }

  #keepConverted({ bytes, stilled, paged, cleaned, fontless }: ConvertedPicture): AssetHash | null {
    const hash = this.#keep(bytes)
    if (hash === null) return null
    this.#findings.stilled += Number(stilled)
    this.#findings.paged += Number(paged)
    this.#findings.cleaned += Number(cleaned)
    this.#findings.fontless += Number(fontless)
    return hash
  }

  #keep(bytes: Uint8Array): AssetHash | null {
    const header = headerOf(bytes)
    if (header === null) {
      this.#findings.damaged += 1
      return null
    }
    if (Math.min(header.width, header.height) < SMALLEST_SIDE) return null
    if (bytes.byteLength > pictureLimits.each || Math.max(header.width, header.height) > pictureLimits.side || header.width * header.height > pictureLimits.area) {
      this.#findings.tooLarge += 1
      return null
    }
    const hash = hashOf(bytes)
    if (this.#found.has(hash)) return hash
    if (this.#found.size >= pictureLimits.count || this.#bytes + bytes.byteLength > pictureLimits.all) {
      this.#findings.tooLarge += 1
      return null
    }
    this.#bytes += bytes.byteLength
    this.#found.set(hash, { hash, ...header, bytes: bytes.byteLength })
    // A copy of its own: a view would keep, and send along, the whole archive behind it.
    this.media.set(hash, bytes.slice())
    return hash
  }
}

const paragraphOf = (asset: AssetHash, alt: string): RawParagraph => ({ text: alt.replaceAll(/\s+/g, ' ').trim().slice(0, 300), number: '', kind: 'picture', styled: 0, asset })

const headerOf = (bytes: Uint8Array): ReturnType<typeof pictureInfo> | null => {
  try {
    return pictureInfo(bytes)
  } catch (error) {
    if (error instanceof LecternError) return null
    throw error
  }
}
