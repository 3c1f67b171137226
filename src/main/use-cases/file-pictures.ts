import type { PictureInfo } from '../../shared/contract/talks'
import { parseTalk } from '../../shared/markdown/parse-talk'
import { picturesIn } from '../../shared/markdown/pictures-in'
import type { AssetHash } from '../../shared/model/ids'
import { assetHashOf } from '../library/assets'
import { defaultPoster } from '../readers/media/default-poster'
import { mediaHeader } from '../readers/media/media-header'
import { pictureInfo } from '../readers/picture'
import { localPicture } from './local-picture'
import { isUnusable, type TalkPictures } from './talk-pictures'

/**
 * The pictures, films and sounds of a talk that is not stored, read from its folder.
 * @param folder of the talk's file; pictures elsewhere count as missing
 */
export async function filePictures(markdown: string, folder: string): Promise<TalkPictures> {
  const bySource = new Map<string, PictureInfo>()
  const byHash = new Map<AssetHash, Uint8Array>()
  const keep = (bytes: Uint8Array): AssetHash => {
    const hash = assetHashOf(bytes)
    byHash.set(hash, bytes)
    return hash
  }
  for (const { src } of picturesIn(parseTalk(markdown).value)) {
    const bytes = await localPicture(folder, src)
    const shown = bytes === null ? null : shownOrNull(bytes)
    if (bytes === null || shown === null) continue
    const { poster, header, played } = shown
    const picture: PictureInfo = { hash: keep(poster), bytes: poster.byteLength, ...header }
    const info = played === null ? picture : { ...picture, media: { hash: keep(bytes), mime: played, bytes: bytes.byteLength } }
    bySource.set(`asset:${picture.hash}`, picture)
    bySource.set(`asset:${info.media?.hash ?? picture.hash}`, info)
    bySource.set(src, info)
  }
  return {
    info: (src) => bySource.get(src) ?? null,
    bytes: (hash) => {
      const bytes = byHash.get(hash)
      if (bytes === undefined) throw new Error(`No picture of the talk has the hash ${hash}.`)
      return bytes
    },
  }
}

type Shown = { readonly poster: Uint8Array; readonly header: ReturnType<typeof pictureInfo>; readonly played: NonNullable<PictureInfo['media']>['mime'] | null }

function shownOrNull(bytes: Uint8Array): Shown | null {
  try {
    const medium = mediaHeader(bytes)
    if (medium === null) return { poster: bytes, header: pictureInfo(bytes), played: null }
    const { bytes: poster, width, height } = defaultPoster(medium)
    return { poster, header: { width, height, mime: 'image/png' }, played: medium.mime }
  } catch (error) {
    if (isUnusable(error)) return null
    throw error
  }
}
