import type { Outcome } from '../../shared/outcome'
import type { RawParagraph } from '../../shared/outline/raw-paragraph'
import { pictureInfo } from './picture'
import type { PictureCollector } from './picture-collector'
import { convertPicture, type ConvertedPicture } from './pictures/convert-picture'
import { PictureError } from './pictures/pixels'
import { notAPicture, pictureTooLarge, unsupportedFormat } from './refusals'

const fileTitle = (fileName: string) => (fileName.split(/[/\\]/).at(-1) ?? fileName).replace(/\.[^.]+$/, '')

const convert = async (bytes: Uint8Array): Promise<ConvertedPicture> => {
  try {
    return await convertPicture(bytes)
  } catch (error) {
    if (!(error instanceof PictureError)) throw error
    switch (error.fault) {
      case 'metafile':
        throw unsupportedFormat('metafile', false)
      case 'too-large':
        throw pictureTooLarge()
      case 'damaged':
      case 'unknown':
        throw notAPicture(error)
    }
  }
}

/**
 * A picture file: one material of the kind picture, named after the file.
 * @throws LecternError `unsupported-format` for EMF and WMF, `damaged-file` for what cannot be read, `too-large` beyond the limits of a picture.
 */
export const readPicture = async (fileName: string, bytes: Uint8Array, pictures: PictureCollector): Promise<Outcome<readonly RawParagraph[]>> => {
  const converted = await convert(bytes)
  try {
    pictureInfo(converted.bytes)
  } catch (error) {
    throw notAPicture(error)
  }
  const paragraph = pictures.addConverted(converted, fileTitle(fileName))
  if (paragraph === null) throw pictureTooLarge()
  return { value: [paragraph], warnings: [] }
}
