import type { PictureInfo } from '../../shared/contract/talks'
import type { AssetHash } from '../../shared/model/ids'
import { LecternError } from '../../shared/outcome'
import type { Library } from '../library/library'
import { defaultPoster } from '../readers/media/default-poster'
import { mediaHeader } from '../readers/media/media-header'
import { pictureInfo } from '../readers/picture'
import type { Media } from '../writers/pptx/write-deck'

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
 * Keeps a picture, a film or a sound in the library; which it is, its own bytes say.
 * @throws LecternError `not-a-picture`, `media-not-playable`, `medium-too-large`
 */
export const addPicture = (library: Library, bytes: Uint8Array): PictureInfo => {
  const medium = mediaHeader(bytes)
  return medium === null ? library.assets.putPicture(bytes, pictureInfo(bytes)) : library.assets.putMedium(bytes, medium.mime, defaultPoster(medium))
}

/** Whether {@link addPicture} refused a file for what it is. */
export const isUnusable = (error: unknown): boolean => error instanceof LecternError && ['not-a-picture', 'media-not-playable', 'medium-too-large'].includes(error.code)

/** The bytes that a deck shows or plays, with what they are. */
export const mediaOf =
  ({ info, bytes }: TalkPictures) =>
  (hash: AssetHash): Media => {
    const known = info(`asset:${hash}`)
    return { bytes: bytes(hash), mime: known?.media?.hash === hash ? known.media.mime : (known?.mime ?? 'image/png') }
  }

/** The pictures of one place, and of another those that it does not have. */
export const picturesOfBoth = (first: TalkPictures, second: TalkPictures): TalkPictures => ({
  info: (src) => first.info(src) ?? second.info(src),
  bytes: (hash) => (first.info(`asset:${hash}`) === null ? second : first).bytes(hash),
})
