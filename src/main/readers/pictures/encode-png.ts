import { crc32, deflateSync } from 'node:zlib'
import type { Pixels } from './pixels'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

const chunk = (type: string, content: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.byteLength, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** Colour types of ISO/IEC 15948, 11.2.2, by the number of bytes a pixel. */
const colourTypes = { 1: 0, 3: 2, 4: 6 } as const
type Channels = keyof typeof colourTypes

/** The fewest bytes a pixel that lose nothing: opacity that is full everywhere and colour that is grey everywhere need not be said. */
const channelsOf = ({ data }: Pixels): Channels => {
  let isGrey = true
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] !== 255) return 4
    isGrey &&= data[at] === data[at + 1] && data[at] === data[at + 2]
  }
  return isGrey ? 1 : 3
}

const narrowed = ({ data }: Pixels, channels: Channels): Uint8Array | Uint8ClampedArray => {
  if (channels === 4) return data
  const out = new Uint8Array((data.length / 4) * channels)
  for (let from = 0, to = 0; from < data.length; from += 4) for (let channel = 0; channel < channels; channel += 1) out[to++] = data[from + channel] ?? 0
  return out
}

/** How far a byte is from nothing, taken as a signed one. */
const size = (value: number): number => (value < 128 ? value : 256 - value)

/**
 * Filters a row by its left neighbour (type 1) or the row above (type 2), whichever leaves less: the heuristic of ISO/IEC 15948, 12.7, without the two filters
 * that cost most.
 */
const filterRow = (row: Uint8Array | Uint8ClampedArray, above: Uint8Array | Uint8ClampedArray | null, channels: number, out: Uint8Array, at: number): void => {
  let left = 0
  let up = 0
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index] ?? 0
    left += size((value - (index < channels ? 0 : (row[index - channels] ?? 0))) & 255)
    up += size((value - (above?.[index] ?? 0)) & 255)
  }
  const useLeft = left <= up
  out[at] = useLeft ? 1 : 2
  for (let index = 0; index < row.length; index += 1) out[at + 1 + index] = (row[index] ?? 0) - (useLeft ? (index < channels ? 0 : (row[index - channels] ?? 0)) : (above?.[index] ?? 0))
}

/** Writes a picture as a PNG, losing nothing; the same pixels give the same bytes. */
export const encodePng = (pixels: Pixels): Uint8Array => {
  const { width, height } = pixels
  const channels = channelsOf(pixels)
  const data = narrowed(pixels, channels)
  const stride = width * channels
  const rows = new Uint8Array((stride + 1) * height)
  for (let y = 0; y < height; y += 1) filterRow(data.subarray(y * stride, (y + 1) * stride), y === 0 ? null : data.subarray((y - 1) * stride, y * stride), channels, rows, y * (stride + 1))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colourTypes[channels], 0, 0, 0], 8)
  return new Uint8Array(Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]))
}
