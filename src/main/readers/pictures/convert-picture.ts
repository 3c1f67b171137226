import { decodeBmp } from './decode-bmp'
import { decodeGif } from './decode-gif'
import { encodePng } from './encode-png'
import { pictureKind } from './picture-kind'
import { PictureError } from './pixels'

/** A picture as it is kept, PNG or JPEG, and what was lost on the way. */
export type ConvertedPicture = { readonly bytes: Uint8Array; /** Only the first frame of several. */ readonly stilled: boolean; /** Only the first page of several. */ readonly paged: boolean; /** Scripts and outside addresses taken out of an SVG. */ readonly cleaned: boolean; /** Words of an SVG are missing. */ readonly fontless: boolean }

/** Nothing was lost. */
export const asIs = { stilled: false, paged: false, cleaned: false, fontless: false } as const

/**
 * Turns a picture into one that is kept: PNG and JPEG stay byte for byte, GIF, WebP, BMP, TIFF and SVG become PNG.
 * @throws PictureError `metafile` for EMF and WMF, `unknown`, `damaged`, `too-large`
 */
export const convertPicture = async (bytes: Uint8Array): Promise<ConvertedPicture> => {
  const kind = pictureKind(bytes)
  switch (kind) {
    case 'png':
    case 'jpeg':
      return { bytes, ...asIs }
    case 'gif': {
      const picture = decodeGif(bytes)
      return { bytes: encodePng(picture), ...asIs, stilled: picture.frames > 1 }
    }
    case 'bmp':
      return { bytes: encodePng(decodeBmp(bytes)), ...asIs }
    // The decoders below are programs of their own, loaded when the first such picture comes.
    case 'webp': {
      const { decodeWebp } = await import('./decode-webp')
      const picture = await decodeWebp(bytes)
      return { bytes: encodePng(picture), ...asIs, stilled: picture.frames > 1 }
    }
    case 'tiff': {
      const { decodeTiff } = await import('./tiff/decode-tiff')
      const picture = decodeTiff(bytes)
      return { bytes: encodePng(picture), ...asIs, paged: picture.pages > 1 }
    }
    case 'svg': {
      const { drawSvg } = await import('./svg/draw-svg')
      const picture = await drawSvg(bytes)
      return { bytes: encodePng(picture), ...asIs, cleaned: picture.removed > 0, fontless: picture.fontless }
    }
    case 'metafile':
      throw new PictureError('metafile', 'EMF or WMF')
    case null:
      throw new PictureError('unknown', 'no picture that Lectern knows')
  }
}
