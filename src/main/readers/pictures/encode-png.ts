import { crc32, deflateSync } from 'node:zlib'
import { paletteOf } from './palette'
import type { Pixels, Raster } from './pixels'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

const chunk = (type: string, content: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.byteLength, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** Colour types of ISO/IEC 15948, 11.2.2, by the number of bytes a pixel; a palette has one of its own. */
const colourTypes = { 1: 0, 3: 2, 4: 6 } as const
const INDEXED = 3
type Channels = Raster['channels']

/** The fewest bytes a pixel that lose nothing: opacity that is full everywhere and colour that is grey everywhere need not be said. */
const channelsOf = ({ data, channels }: Raster): Channels => {
  if (channels === 1) return 1
  let isGrey = true
  for (let at = 0; at < data.length; at += channels) {
    if (channels === 4 && data[at + 3] !== 255) return 4
    if (isGrey && (data[at] !== data[at + 1] || data[at] !== data[at + 2])) {
      if (channels === 3) return 3
      isGrey = false
    }
  }
  return isGrey ? 1 : 3
}

const narrowed = (raster: Raster): Raster => {
  const { width, height, channels: given, data } = raster
  const channels = channelsOf(raster)
  if (channels === given) return raster
  const out = new Uint8Array(width * height * channels)
  if (channels === 1) for (let from = 0, to = 0; to < out.length; from += given, to += 1) out[to] = data[from] ?? 0
  else
    for (let from = 0, to = 0; to < out.length; from += given, to += 3) {
      out[to] = data[from] ?? 0
      out[to + 1] = data[from + 1] ?? 0
      out[to + 2] = data[from + 2] ?? 0
    }
  return { width, height, channels, data: out }
}

/** How far a byte is from nothing, taken as a signed one. */
const size = (value: number): number => (value < 128 ? value : 256 - value)

/** Of every so many bytes of a row one is looked at to choose its filter; no multiple of the bytes a pixel, so that every channel has its turn. */
const SAMPLE = 5

/**
 * Filters a row by its left neighbour (type 1) or the row above (type 2), whichever leaves less: the heuristic of ISO/IEC 15948, 12.7, without the two filters
 * that cost most, and over a sample of the row.
 * @param from where the row begins in `data`. @param at where its filtered form begins in `out`.
 */
const filterRow = ({ data, channels }: Raster, from: number, stride: number, out: Uint8Array, at: number): void => {
  const isFirst = from === 0
  let left = 0
  let up = 0
  for (let index = channels; index < stride; index += SAMPLE) {
    const value = data[from + index] ?? 0
    left += size((value - (data[from + index - channels] ?? 0)) & 255)
    up += size((value - (isFirst ? 0 : (data[from + index - stride] ?? 0))) & 255)
  }
  const useLeft = isFirst || left <= up
  out[at] = useLeft ? 1 : 2
  const to = at + 1
  if (useLeft) {
    for (let index = 0; index < channels; index += 1) out[to + index] = data[from + index] ?? 0
    for (let index = channels; index < stride; index += 1) out[to + index] = (data[from + index] ?? 0) - (data[from + index - channels] ?? 0)
  } else for (let index = 0; index < stride; index += 1) out[to + index] = (data[from + index] ?? 0) - (data[from + index - stride] ?? 0)
}

const filtered = (raster: Raster): Uint8Array => {
  const stride = raster.width * raster.channels
  const rows = new Uint8Array((stride + 1) * raster.height)
  for (let y = 0; y < raster.height; y += 1) filterRow(raster, y * stride, stride, rows, y * (stride + 1))
  return rows
}

/** Numbers of colours are no amounts: their differences say nothing, and the standard (12.7) leaves them as they are. */
const unfiltered = (indices: Uint8Array, width: number): Uint8Array => {
  const rows = new Uint8Array(indices.length + indices.length / width)
  for (let from = 0, to = 0; from < indices.length; from += width, to += width + 1) rows.set(indices.subarray(from, from + width), to + 1)
  return rows
}

/** Writes a picture as a PNG, losing nothing; the same pixels give the same bytes. */
export const encodeRaster = (given: Raster): Uint8Array => {
  const raster = narrowed(given)
  const { width, height, channels } = raster
  const palette = channels === 3 ? paletteOf(raster) : null
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, palette === null ? colourTypes[channels] : INDEXED, 0, 0, 0], 8)
  const rows = palette === null ? filtered(raster) : unfiltered(palette.indices, width)
  return new Uint8Array(Buffer.concat([SIGNATURE, chunk('IHDR', header), ...(palette === null ? [] : [chunk('PLTE', palette.colours)]), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]))
}

/** As {@link encodeRaster}, of pixels with their opacity. */
export const encodePng = ({ width, height, data }: Pixels): Uint8Array => encodeRaster({ width, height, channels: 4, data })
