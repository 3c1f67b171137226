import type { PictureInfo } from '../../../shared/contract/talks'
import type { PictureContent } from '../../../shared/model/block'
import type { AssetHash } from '../../../shared/model/ids'
import { shownPicture } from '../../../shared/slides/shown-picture'
import type { ScriptPicture } from './script-document'

/** The pictures that a talk's documents show. */
export type DocumentPictures = {
  /** @param src the address as written in the talk; null when there is no such picture */
  readonly info: (src: string) => PictureInfo | null
  readonly bytes: (hash: AssetHash) => Uint8Array
}

/** Points of a pixel at 96 a inch: no picture is drawn larger than it is. */
const POINTS_OF_PIXEL = 0.75

/** The part of a picture that is to be shown, in the largest size that fits into `box` (points) without being stretched or enlarged; none when it cannot be had. */
export function pictureOf(picture: PictureContent, box: { readonly width: number; readonly height: number }, keepNext: boolean, info: DocumentPictures['info']): readonly ScriptPicture[] {
  const found = shownPicture(picture, info)
  if (found === null) return []
  const { crop } = picture
  const width = (found.width * (crop?.width ?? 100)) / 100
  const height = (found.height * (crop?.height ?? 100)) / 100
  const scale = Math.min(POINTS_OF_PIXEL, box.width / width, box.height / height)
  return [
    {
      kind: 'picture',
      hash: found.hash,
      mime: found.mime,
      width: width * scale,
      height: height * scale,
      ...(crop === undefined ? {} : { crop: { left: crop.x, top: crop.y, right: Math.max(0, 100 - crop.x - crop.width), bottom: Math.max(0, 100 - crop.y - crop.height) } }),
      alt: [picture.alt, picture.caption, picture.src, found.hash].find((name) => name.trim() !== '')!,
      keepNext,
    },
  ]
}
