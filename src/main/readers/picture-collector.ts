import { createHash } from 'node:crypto'
import type { DocumentPicture } from '../../shared/model/document'
import { AssetHash } from '../../shared/model/ids'
import { LecternError } from '../../shared/outcome'
import type { RawParagraph } from '../../shared/outline/raw-paragraph'
import { pictureInfo } from './picture'

/** What one document may bring along; beyond it, pictures stay in the original and are counted. Sizes in bytes and pixels. */
export const pictureLimits = { each: 20 * 1024 * 1024, all: 100 * 1024 * 1024, count: 500, side: 12_000, area: 60_000_000 } as const

/** Smaller ones are bullets, rules and tracking dots. */
const SMALLEST_SIDE = 16

/** Pictures taken out of a document with the bytes that travel apart from it. */
export type CollectedPictures = { readonly pictures: readonly DocumentPicture[]; readonly media: ReadonlyMap<AssetHash, Uint8Array> }

/** Takes pictures out of a document while it is read, within limits; the same picture is kept once however often it is shown. */
export class PictureCollector implements CollectedPictures {
  readonly #found = new Map<AssetHash, DocumentPicture>()
  readonly media = new Map<AssetHash, Uint8Array>()
  #bytes = 0
  /** Pictures of other kinds, damaged, missing or beyond the limits. */
  leftOut = 0

  get pictures(): readonly DocumentPicture[] {
    return [...this.#found.values()]
  }

  /**
   * @param bytes undefined where the document refers to a picture that it does not hold.
   * @param alt what the document says in place of the picture; may be empty.
   * @returns the paragraph to stand where the picture stood; null when it is left out.
   */
  add(bytes: Uint8Array | undefined, alt: string, place: { readonly page?: number } = {}): RawParagraph | null {
    const hash = bytes === undefined ? null : this.#keep(bytes)
    if (hash === null) return null
    return { text: alt.replaceAll(/\s+/g, ' ').trim().slice(0, 300), number: '', kind: 'picture', styled: 0, asset: hash, ...place }
  }

  #keep(bytes: Uint8Array): AssetHash | null {
    const header = headerOf(bytes)
    if (header !== null && Math.min(header.width, header.height) < SMALLEST_SIDE) return null
    if (header === null || bytes.byteLength > pictureLimits.each || Math.max(header.width, header.height) > pictureLimits.side || header.width * header.height > pictureLimits.area) {
      this.leftOut += 1
      return null
    }
    const hash = AssetHash.parse(createHash('sha256').update(bytes).digest('hex'))
    if (this.#found.has(hash)) return hash
    if (this.#found.size >= pictureLimits.count || this.#bytes + bytes.byteLength > pictureLimits.all) {
      this.leftOut += 1
      return null
    }
    this.#bytes += bytes.byteLength
    this.#found.set(hash, { hash, ...header, bytes: bytes.byteLength })
    // A copy of its own: a view would keep, and send along, the whole archive behind it.
    this.media.set(hash, bytes.slice())
    return hash
  }
}

const headerOf = (bytes: Uint8Array): ReturnType<typeof pictureInfo> | null => {
  try {
    return pictureInfo(bytes)
  } catch (error) {
    if (error instanceof LecternError) return null
    throw error
  }
}
