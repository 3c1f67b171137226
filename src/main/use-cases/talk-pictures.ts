import type { PictureInfo } from '../../shared/contract/talks'
import type { AssetHash } from '../../shared/model/ids'
import type { Library } from '../library/library'
import { pictureInfo } from '../readers/picture'

/** Where a talk's pictures come from: the library's assets, or files beside a talk that is not stored. */
export type TalkPictures = {
  /** @param src the address as written in the talk; null when there is no such picture */
  readonly info: (src: string) => PictureInfo | null
  readonly bytes: (hash: AssetHash) => Uint8Array
}

/** A picture kept in the library stands in a talk as `asset:<hash>`. */
export const ASSET_ADDRESS = /^asset:([0-9a-f]{64})$/

export const libraryPictures = (library: Library): TalkPictures => ({
  info: (src) => {
    const hash = ASSET_ADDRESS.exec(src)?.[1]
    return hash === undefined ? null : (library.assets.pictures([hash as AssetHash])[0] ?? null)
  },
  bytes: (hash) => library.assets.read(hash),
})

/**
 * Keeps a picture in the library.
 * @throws LecternError not-a-picture unless it is PNG or JPEG
 */
export const addPicture = (library: Library, bytes: Uint8Array): PictureInfo => library.assets.putPicture(bytes, pictureInfo(bytes))

/** The pictures of one place, and of another those that it does not have. */
export const picturesOfBoth = (first: TalkPictures, second: TalkPictures): TalkPictures => ({
  info: (src) => first.info(src) ?? second.info(src),
  bytes: (hash) => (first.info(`asset:${hash}`) === null ? second : first).bytes(hash),
})
