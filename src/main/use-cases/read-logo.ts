import { LARGEST_LOGO } from '../../shared/contract/schools'
import { AssetHash } from '../../shared/model/ids'
import { LecternError } from '../../shared/outcome'
import { assetHashOf } from '../library/assets'
import { pictureInfo, type PictureHeader } from '../readers/picture'
import { pictureKind } from '../readers/pictures/picture-kind'
import type { ReadFile } from './read-imports'

export type Logo = { readonly hash: AssetHash; readonly bytes: Uint8Array; readonly info: PictureHeader }

const logoTooLarge = () => new LecternError('logo-too-large', { 'zh-CN': '图片超过 5 MB，请缩小后再用。', en: 'The picture is larger than 5 MB; please make it smaller.' })

/**
 * A logo as it is kept: PNG and JPEG byte for byte, all other kinds of picture drawn as PNG, which happens in the reader's own process.
 * @throws LecternError `logo-too-large`, `not-a-picture`, and those of reading a picture
 */
export async function readLogo(read: ReadFile, name: string, load: () => Promise<Uint8Array>, signal?: AbortSignal): Promise<Logo> {
  const bytes = await load()
  if (bytes.byteLength > LARGEST_LOGO) throw logoTooLarge()
  const kind = pictureKind(bytes)
  if (kind === null || kind === 'png' || kind === 'jpeg') return { hash: assetHashOf(bytes), bytes, info: pictureInfo(bytes) }
  const { media } = await read(name.split('/').at(-1) ?? name, bytes, signal)
  const [[hash, drawn] = []] = media
  if (hash === undefined || drawn === undefined) throw logoTooLarge()
  return { hash: AssetHash.parse(hash), bytes: drawn, info: pictureInfo(drawn) }
}
