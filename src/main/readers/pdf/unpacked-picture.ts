import { ImageKind, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import { encodePng } from '../pictures/encode-png'
import type { Pixels } from '../pictures/pixels'
import type { ImageStream } from './image-streams'
import type { Orientation, PlacedPicture } from './page-drawings'

/** A picture as pdfjs unpacks it. */
const Unpacked = z.object({ width: z.int().min(1), height: z.int().min(1), kind: z.int(), data: z.instanceof(Uint8Array).or(z.instanceof(Uint8ClampedArray)), /** `63R`, with a generation beyond the first behind it. */ ref: z.string().nullish() })
type Unpacked = z.infer<typeof Unpacked>

/** Bytes a pixel, as pdfjs gives it; one bit a pixel, rows filled up to whole bytes, counts as none. */
const channelsOf = new Map<number, number>([
  [ImageKind.GRAYSCALE_1BPP, 0],
  [ImageKind.RGB_24BPP, 3],
  [ImageKind.RGBA_32BPP, 4],
])

/** Where the pixel that is shown at x, y stands in the file. */
const sourceOf = (x: number, y: number, width: number, height: number, { turned, flippedX, flippedY }: Orientation): number => {
  const across = flippedX ? (turned ? height : width) - 1 - x : x
  const down = flippedY ? (turned ? width : height) - 1 - y : y
  return turned ? across * width + down : down * width + across
}

const pixelsOf = ({ width, height, kind, data }: Unpacked, orientation: Orientation): Pixels | null => {
  const channels = channelsOf.get(kind)
  const stride = Math.ceil(width / 8)
  if (channels === undefined || data.length < (channels === 0 ? stride * height : width * height * channels)) return null
  const [shownWidth, shownHeight] = orientation.turned ? [height, width] : [width, height]
  const out = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0, to = 0; y < shownHeight; y += 1)
    for (let x = 0; x < shownWidth; x += 1, to += 4) {
      const source = sourceOf(x, y, width, height, orientation)
      if (channels === 0) {
        const row = Math.floor(source / width)
        const column = source % width
        out.fill((((data[row * stride + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1) === 0 ? 0 : 255, to, to + 3)
      } else for (let channel = 0; channel < channels; channel += 1) out[to + channel] = data[source * channels + channel] ?? 0
    }
  return { width: shownWidth, height: shownHeight, data: out }
}

/** Of one colour throughout, whatever its opacity: the shadow of something, or a tint. */
const isPlain = ({ data }: Pixels): boolean => {
  for (let at = 4; at < data.length; at += 4) if (data[at] !== data[0] || data[at + 1] !== data[1] || data[at + 2] !== data[2]) return false
  return true
}

/** The object is there when the page was drawn, or comes soon: unpacking goes on beside it. */
const objectOf = (page: PDFPageProxy, source: unknown): Promise<unknown> =>
  typeof source === 'string' ? new Promise((found) => void (source.startsWith('g_') ? page.commonObjs : page.objs).get(source, found)) : Promise.resolve(source)

/**
 * The bytes of a picture on a page — a JPEG of the file as it is, where it stands upright, everything else as PNG — and how many pixels were unpacked.
 * @returns null where it cannot be unpacked, or shows nothing
 */
export const unpackedPicture = async (page: PDFPageProxy, { source, orientation }: PlacedPicture, streams: ReadonlyMap<number, ImageStream>): Promise<{ readonly bytes: Uint8Array; readonly pixels: number } | null> => {
  const unpacked = Unpacked.safeParse(await objectOf(page, source))
  if (!unpacked.success) return null
  const stream = streams.get(Number.parseInt(unpacked.data.ref ?? '', 10))
  const isUpright = !orientation.turned && !orientation.flippedX && !orientation.flippedY
  const { width, height } = unpacked.data
  if (isUpright && stream?.jpeg != null && stream.width === width && stream.height === height) return { bytes: stream.jpeg, pixels: width * height }
  const pixels = pixelsOf(unpacked.data, orientation)
  return pixels === null || isPlain(pixels) ? null : { bytes: encodePng(pixels), pixels: width * height }
}
