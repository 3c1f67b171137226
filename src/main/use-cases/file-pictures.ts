import { createHash } from 'node:crypto'
import type { PictureInfo } from '../../shared/contract/talks'
import { parseTalk } from '../../shared/markdown/parse-talk'
import { picturesIn } from '../../shared/markdown/pictures-in'
import { AssetHash } from '../../shared/model/ids'
import { LecternError } from '../../shared/outcome'
import { pictureInfo } from '../readers/picture'
import { localPicture } from './local-picture'
import type { TalkPictures } from './talk-pictures'

/**
 * The pictures of a talk that is not stored, read from its folder.
 * @param folder of the talk's file; pictures elsewhere count as missing
 */
export async function filePictures(markdown: string, folder: string): Promise<TalkPictures> {
  const bySource = new Map<string, PictureInfo>()
  const byHash = new Map<AssetHash, Uint8Array>()
  for (const { src } of picturesIn(parseTalk(markdown).value)) {
    const bytes = await localPicture(folder, src)
    const header = bytes === null ? null : headerOrNull(bytes)
    if (bytes === null || header === null) continue
    const hash = AssetHash.parse(createHash('sha256').update(bytes).digest('hex'))
    const info = { hash, bytes: bytes.byteLength, ...header }
    bySource.set(src, info)
    bySource.set(`asset:${hash}`, info)
    byHash.set(hash, bytes)
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

function headerOrNull(bytes: Uint8Array): ReturnType<typeof pictureInfo> | null {
  try {
    return pictureInfo(bytes)
  } catch (error) {
    if (error instanceof LecternError) return null
    throw error
  }
}
