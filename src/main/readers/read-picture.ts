import type { Outcome } from '../../shared/outcome'
import type { RawParagraph } from '../../shared/outline/raw-paragraph'
import type { PictureCollector } from './picture-collector'
import { notAPicture, pictureTooLarge, unsupportedFormat } from './refusals'
import { pictureInfo } from './picture'

const fileTitle = (fileName: string) => (fileName.split(/[/\\]/).at(-1) ?? fileName).replace(/\.[^.]+$/, '')

/**
 * A picture file: one material of the kind picture, named after the file.
 * @throws LecternError `unsupported-format` for GIF, WebP and BMP, `damaged-file` for a PNG or JPEG without a sound header, `too-large` beyond the limits of a picture.
 */
export const readPicture = (fileName: string, bytes: Uint8Array, pictures: PictureCollector): Outcome<readonly RawParagraph[]> => {
  const isUsable = (bytes[0] === 0x89 && bytes[1] === 0x50) || (bytes[0] === 0xff && bytes[1] === 0xd8)
  if (!isUsable) throw unsupportedFormat('picture', false)
  try {
    pictureInfo(bytes)
  } catch (error) {
    throw notAPicture(error)
  }
  const paragraph = pictures.add(bytes, fileTitle(fileName))
  if (paragraph === null) throw pictureTooLarge()
  return { value: [paragraph], warnings: [] }
}
