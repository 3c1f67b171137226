import { JpegImage } from 'pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs'
import { pictureInfo } from '../picture'
import { refuseGiant, type Raster } from '../pictures/pixels'

/** The pixels of a JPEG, red, green and blue, by the decoder of pdfjs. @returns null where it is damaged or too large */
export const unpackJpeg = (bytes: Uint8Array): Raster | null => {
  try {
    // What it states is looked at before memory is taken for it.
    const stated = pictureInfo(bytes)
    refuseGiant(stated.width, stated.height)
    const image = new JpegImage()
    image.parse(bytes)
    const { width, height } = image
    return { width, height, channels: 3, data: image.getData({ width, height, forceRGB: true }) }
  } catch {
    return null // whatever the decoder says of hostile bytes
  }
}
