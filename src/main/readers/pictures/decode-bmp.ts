import { decode } from 'bmp-ts'
import { PictureError, refuseGiant, type Pixels } from './pixels'

/** A bitmap of Windows, of any depth. @throws PictureError `damaged`, `too-large` */
export const decodeBmp = (bytes: Uint8Array): Pixels => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 54) throw new PictureError('damaged', 'a bitmap without a header')
  // BITMAPINFOHEADER ([MS-WMF] 2.2.2.3); a negative height means that the rows stand from the top.
  refuseGiant(view.getInt32(18, true), Math.abs(view.getInt32(22, true)))
  try {
    const { width, height, data, bitPP } = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { toRGBA: true })
    // Bitmaps of 32 bits mostly leave the fourth byte empty: a picture that would be wholly invisible is meant to be opaque.
    const isOpaque = bitPP !== 32 || !data.some((value, at) => at % 4 === 3 && value !== 0)
    if (isOpaque) for (let at = 3; at < data.length; at += 4) data[at] = 255
    return { width, height, data }
  } catch (error) {
    throw new PictureError('damaged', 'a bitmap that cannot be read', { cause: error })
  }
}
