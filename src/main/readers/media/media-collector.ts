import type { AssetHash } from '../../../shared/model/ids'
import { hashOf } from '../picture-collector'
import { LecternError } from '../../../shared/outcome'
import { mediaHeader } from './media-header'

/** What one presentation may bring along; beyond it, films and sounds stay in the original and are counted. Bytes. */
export const mediaLimits = { all: 300 * 1024 * 1024, count: 100 } as const

/** Takes films and sounds out of a presentation while it is read, within limits; the same one is kept once. */
export class MediaCollector {
  readonly media = new Map<AssetHash, Uint8Array>()
  #bytes = 0

  /** @returns null where it cannot be played or is too much */
  add(bytes: Uint8Array): AssetHash | null {
    if (!isPlayable(bytes)) return null
    const hash = hashOf(bytes)
    if (this.media.has(hash)) return hash
    if (this.media.size >= mediaLimits.count || this.#bytes + bytes.byteLength > mediaLimits.all) return null
    this.#bytes += bytes.byteLength
    // A copy of its own: a view would keep, and send along, the whole archive behind it.
    this.media.set(hash, bytes.slice())
    return hash
  }
}

const isPlayable = (bytes: Uint8Array): boolean => {
  try {
    return mediaHeader(bytes) !== null
  } catch (error) {
    if (error instanceof LecternError) return false
    throw error
  }
}
