import { readFile } from 'node:fs/promises'
import decode, { init } from '@jsquash/webp/decode.js'
import { readerFile } from '../reader-file'
import { PictureError, refuseGiant, type Pixels } from './pixels'

type Chunk = { readonly name: string; readonly start: number; readonly end: number }

/** Chunks of a RIFF file, or of a frame within one: a name, a length, the content filled up to an even length (RFC 9649, 2.3). */
const chunksOf = (bytes: Uint8Array, from: number, to: number): Chunk[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = from; at + 8 <= to; ) {
    const start = at + 8
    const end = start + view.getUint32(at + 4, true)
    if (end > to) break
    chunks.push({ name: String.fromCharCode(...bytes.subarray(at, at + 4)), start, end })
    at = end + (end % 2)
  }
  return chunks
}

const uint24 = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)

/** Width and height of a coded frame: VP8 (RFC 6386, 9.1) or VP8L (RFC 9649, 3.4). */
const frameSize = (bytes: Uint8Array, { name, start }: Chunk): readonly [number, number] => {
  if (name === 'VP8 ') return [uint24(bytes, start + 6) & 0x3fff, uint24(bytes, start + 8) & 0x3fff]
  const bits = uint24(bytes, start + 1)
  return [(bits & 0x3fff) + 1, ((bits >>> 14) | ((bytes[start + 4] ?? 0) << 10)) % 0x4000 + 1]
}

const isFrame = ({ name }: Chunk) => name === 'VP8 ' || name === 'VP8L'

const riff = (...contents: readonly Uint8Array[]): Uint8Array => {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...contents])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return new Uint8Array(Buffer.concat([head, body]))
}

/** The first frame of an animation (`ANMF`, RFC 9649, 2.7.1.1) as a picture of its own; with an alpha plane the extended header says so. */
const firstFrame = (bytes: Uint8Array, { start, end }: Chunk): Uint8Array => {
  const size = bytes.subarray(start + 6, start + 12)
  const parts = chunksOf(bytes, start + 16, end)
  const hasAlpha = parts.some(({ name }) => name === 'ALPH')
  const extended = Uint8Array.of(...Buffer.from('VP8X', 'latin1'), 10, 0, 0, 0, 0x10, 0, 0, 0, ...size)
  return riff(...(hasAlpha ? [extended] : []), ...parts.filter((part) => part.name === 'ALPH' || isFrame(part)).map((part) => bytes.subarray(part.start - 8, part.end + (part.end % 2))))
}

const decoder = { ready: null as Promise<void> | null }

/** A WebP picture; of an animation its first frame. @throws PictureError `damaged`, `too-large` */
export const decodeWebp = async (bytes: Uint8Array): Promise<Pixels & { readonly frames: number }> => {
  const chunks = chunksOf(bytes, 12, bytes.byteLength)
  const frames = chunks.filter(({ name }) => name === 'ANMF')
  const [opening] = frames
  const still = opening === undefined ? bytes : firstFrame(bytes, opening)
  const frame = chunksOf(still, 12, still.byteLength).find(isFrame)
  if (frame === undefined) throw new PictureError('damaged', 'a WebP without a frame')
  refuseGiant(...frameSize(still, frame))
  decoder.ready ??= readFile(readerFile('@jsquash/webp', 'codec/dec/webp_dec.wasm')).then((code) => init({ wasmBinary: new Uint8Array(code).buffer }))
  await decoder.ready
  try {
    const { width, height, data } = await decode(new Uint8Array(still).buffer)
    return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), frames: Math.max(1, frames.length) }
  } catch (error) {
    throw new PictureError('damaged', 'a WebP that cannot be unpacked', { cause: error })
  }
}
