import type { Outcome, Warning } from '../../shared/outcome'
import type { RawParagraph } from '../../shared/outline/raw-paragraph'
import { pictureInfo } from './picture'
import type { PictureCollector } from './picture-collector'
import { asIs, convertPicture, type ConvertedPicture } from './pictures/convert-picture'
import { pictureKind } from './pictures/picture-kind'
import { PictureError } from './pictures/pixels'
import { notAPicture, pictureTooLarge, unsupportedFormat } from './refusals'
import { namedPages } from './named-pages'

const fileTitle = (fileName: string) => (fileName.split(/[/\\]/).at(-1) ?? fileName).replace(/\.[^.]+$/, '')

/** A picture that stands alone has no page. */
type Read = { readonly pictures: readonly { readonly page?: number; readonly picture: ConvertedPicture }[]; /** Pages, from 1. */ readonly leftOut: readonly number[] }

const pagesOf = async (bytes: Uint8Array): Promise<Read> => {
  if (pictureKind(bytes) !== 'tiff') return { pictures: [{ picture: await convertPicture(bytes) }], leftOut: [] }
  const { tiffPages } = await import('./pictures/tiff/tiff-pages')
  const { taken, leftOut } = tiffPages(bytes)
  const isAlone = taken.length + leftOut.length === 1
  return { pictures: taken.map(({ page, bytes: png }) => ({ ...(isAlone ? {} : { page }), picture: { ...asIs, bytes: png } })), leftOut }
}

const convert = async (bytes: Uint8Array): Promise<Read> => {
  try {
    return await pagesOf(bytes)
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

const pagesLeftOut = (pages: readonly number[]): Warning[] => {
  if (pages.length === 0) return []
  const named = namedPages(pages)
  return [
    {
      code: 'pages-left-out',
      place: `page ${pages[0]}`,
      message: {
        'zh-CN': `这个 TIFF 有 ${pages.length} 页没有取入（已损坏、格式不认识，或超出数量与大小的上限）：${named['zh-CN']}。其余各页不受影响，原件中仍可查看。`,
        en: `Pages of this TIFF that were left out, being damaged, of an unknown kind, or beyond the limits of number and size: ${pages.length} (${named.en}). The other pages are complete; see the original file.`,
      },
    },
  ]
}

/**
 * A picture file: one material of the kind picture, named after the file. A TIFF of several pages gives each as a picture of its own, with its page.
 * @throws LecternError `unsupported-format` for EMF and WMF, `damaged-file` for what cannot be read, `too-large` beyond the limits of a picture.
 */
export const readPicture = async (fileName: string, bytes: Uint8Array, pictures: PictureCollector): Promise<Outcome<readonly RawParagraph[]>> => {
  const { pictures: read, leftOut } = await convert(bytes)
  const title = fileTitle(fileName)
  const paragraphs: RawParagraph[] = []
  for (const { page, picture } of read) {
    try {
      pictureInfo(picture.bytes)
    } catch (error) {
      throw notAPicture(error)
    }
    const paragraph = pictures.addConverted(picture, page === undefined || paragraphs.length === 0 ? title : `${title} (${page})`)
    if (paragraph !== null) paragraphs.push(page === undefined ? paragraph : { ...paragraph, page })
  }
  if (paragraphs.length === 0) throw pictureTooLarge()
  return { value: paragraphs, warnings: pagesLeftOut(leftOut) }
}
