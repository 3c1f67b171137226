import { ImageKind, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import { encodeRaster } from '../pictures/encode-png'
import type { Raster } from '../pictures/pixels'
import type { ImageStream } from './image-streams'
import type { Orientation, PlacedPicture } from './page-drawings'

/** A picture as pdfjs unpacks it. */
const Unpacked = z.object({ width: z.int().min(1), height: z.int().min(1), kind: z.int(), data: z.instanceof(Uint8Array).or(z.instanceof(Uint8ClampedArray)), /** `63R`, with a generation beyond the first behind it. */ ref: z.string().nullish() })
type Unpacked = z.infer<typeof Unpacked>
/** A JPEG that was left packed by the decoder of our surroundings. */
const Packed = z.object({ bitmap: z.instanceof(ArrayBuffer) })

/** Bytes a pixel, as pdfjs gives it and as it is kept; one bit a pixel, rows filled up to whole bytes, is grey. */
const channelsOf = new Map<number, Raster['channels']>([
  [ImageKind.GRAYSCALE_1BPP, 1],
  [ImageKind.RGB_24BPP, 3],
  [ImageKind.RGBA_32BPP, 4],
])

const isUpright = ({ turned, flippedX, flippedY }: Orientation): boolean => !turned && !flippedX && !flippedY

/** Where the pixel that is shown at x, y stands in the file. */
const sourceOf = (x: number, y: number, width: number, height: number, { turned, flippedX, flippedY }: Orientation): number => {
  const across = flippedX ? (turned ? height : width) - 1 - x : x
  const down = flippedY ? (turned ? width : height) - 1 - y : y
  return turned ? across * width + down : down * width + across
}

/** One bit a pixel as one byte a pixel: 0 is black. */
const greyOf = (data: Raster['data'], width: number, height: number): Uint8Array => {
  const out = new Uint8Array(width * height)
  const stride = Math.ceil(width / 8)
  for (let y = 0, to = 0; y < height; y += 1) for (let x = 0; x < width; x += 1, to += 1) out[to] = (((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255
  return out
}

const turned = ({ width, height, channels, data }: Raster, orientation: Orientation): Raster => {
  const [shownWidth, shownHeight] = orientation.turned ? [height, width] : [width, height]
  const out = new Uint8Array(width * height * channels)
  for (let y = 0, to = 0; y < shownHeight; y += 1)
    for (let x = 0; x < shownWidth; x += 1) {
      const from = sourceOf(x, y, width, height, orientation) * channels
      for (let channel = 0; channel < channels; channel += 1, to += 1) out[to] = data[from + channel] ?? 0
    }
  return { width: shownWidth, height: shownHeight, channels, data: out }
}

const rasterOf = ({ width, height, kind, data }: Unpacked, orientation: Orientation): Raster | null => {
  const channels = channelsOf.get(kind)
  const isBits = kind === ImageKind.GRAYSCALE_1BPP
  if (channels === undefined || data.length < (isBits ? Math.ceil(width / 8) * height : width * height * channels)) return null
  const raster: Raster = { width, height, channels, data: isBits ? greyOf(data, width, height) : data.subarray(0, width * height * channels) }
  return isUpright(orientation) ? raster : turned(raster, orientation)
}

/** Of one colour throughout, whatever its opacity: the shadow of something, or a tint. */
const isPlain = ({ channels, data }: Raster): boolean => {
  const colours = Math.min(3, channels)
  for (let at = channels; at < data.length; at += channels) for (let channel = 0; channel < colours; channel += 1) if (data[at + channel] !== data[channel]) return false
  return true
}

/** The object is there when the page was drawn, or comes soon: unpacking goes on beside it. */
const objectOf = (page: PDFPageProxy, source: unknown): Promise<unknown> =>
  typeof source === 'string' ? new Promise((found) => void (source.startsWith('g_') ? page.commonObjs : page.objs).get(source, found)) : Promise.resolve(source)

export type TakenPicture = { readonly bytes: Uint8Array; /** How many were unpacked. */ readonly pixels: number }

/** A JPEG as it is; where it is drawn turned or mirrored, its pixels as they are seen. */
const takenJpeg = async (jpeg: Uint8Array<ArrayBuffer>, orientation: Orientation): Promise<TakenPicture | null> => {
  if (isUpright(orientation)) return { bytes: jpeg, pixels: 0 }
  const { unpackJpeg } = await import('./unpack-jpeg')
  const raster = unpackJpeg(jpeg)
  return raster === null ? null : { bytes: encodeRaster(turned(raster, orientation)), pixels: raster.width * raster.height }
}

/**
 * The bytes of a picture on a page: a JPEG of the file as it is, where it stands upright, everything else as PNG.
 * @returns null where it cannot be unpacked, or shows nothing
 */
export const unpackedPicture = async (page: PDFPageProxy, { source, orientation }: PlacedPicture, streams: ReadonlyMap<number, ImageStream>): Promise<TakenPicture | null> => {
  const object = await objectOf(page, source)
  const packed = Packed.safeParse(object)
  if (packed.success) return takenJpeg(new Uint8Array(packed.data.bitmap), orientation)
  const unpacked = Unpacked.safeParse(object)
  if (!unpacked.success) return null
  const stream = streams.get(Number.parseInt(unpacked.data.ref ?? '', 10))
  const { width, height } = unpacked.data
  if (isUpright(orientation) && stream?.jpeg != null && stream.width === width && stream.height === height) return { bytes: stream.jpeg, pixels: width * height }
  const raster = rasterOf(unpacked.data, orientation)
  return raster === null || isPlain(raster) ? null : { bytes: encodeRaster(raster), pixels: width * height }
}
