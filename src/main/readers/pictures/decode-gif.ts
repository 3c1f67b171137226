import { unpackLzw } from './lzw'
import { PictureError, refuseGiant, type Pixels } from './pixels'

const damaged = (message: string) => new PictureError('damaged', message)

/** A picture within a GIF: where it stands on the canvas, its colours, its pixels as indexes of these. */
type Frame = { readonly left: number; readonly top: number; readonly width: number; readonly height: number; readonly interlaced: boolean; readonly colours: Uint8Array }

/** Reads the blocks of a GIF one after the other (GIF89a, 12 to 26), never beyond its end. */
class Blocks {
  at = 13

  constructor(readonly bytes: Uint8Array) {}

  byte(): number {
    const value = this.bytes[this.at]
    if (value === undefined) throw damaged('a GIF cut off')
    this.at += 1
    return value
  }

  word(): number {
    return this.byte() | (this.byte() << 8)
  }

  /** The colours that packed fields announce (GIF89a, 19 and 21): three bytes each. */
  colours(fields: number): Uint8Array {
    const length = 3 << ((fields & 7) + 1)
    this.at += length
    if (this.at > this.bytes.byteLength) throw damaged('a GIF cut off')
    return this.bytes.subarray(this.at - length, this.at)
  }

  /** Sub-blocks up to the empty one, joined. */
  data(): Uint8Array {
    const pieces: Uint8Array[] = []
    for (let length = this.byte(); length > 0; length = this.byte()) {
      if (this.at + length > this.bytes.byteLength) throw damaged('a GIF cut off')
      pieces.push(this.bytes.subarray(this.at, this.at + length))
      this.at += length
    }
    return Buffer.concat(pieces)
  }
}

const EXTENSION = 0x21
const GRAPHIC_CONTROL = 0xf9
const IMAGE = 0x2c

const readFrame = (blocks: Blocks, common: Uint8Array): Frame => {
  const [left, top, width, height] = [blocks.word(), blocks.word(), blocks.word(), blocks.word()]
  const fields = blocks.byte()
  const colours = (fields & 0x80) === 0 ? common : blocks.colours(fields)
  return { left, top, width, height, interlaced: (fields & 0x40) !== 0, colours }
}

/** The row that the n-th one of the file is (GIF89a, appendix E). */
const interlacedRows = (height: number): number[] =>
  [[0, 8], [4, 8], [2, 4], [1, 2]].flatMap(([first = 0, step = 1]) => Array.from({ length: Math.max(0, Math.ceil((height - first) / step)) }, (_, at) => first + at * step))

const paint = (canvas: Pixels, frame: Frame, indexes: Uint8Array, transparent: number | null): void => {
  const { left, top, width, height, colours } = frame
  const rows = frame.interlaced ? interlacedRows(height) : null
  for (let row = 0; row < height; row += 1) {
    const y = top + (rows?.[row] ?? row)
    if (y >= canvas.height) continue
    for (let column = 0; column < width && left + column < canvas.width; column += 1) {
      const index = indexes[row * width + column] ?? 0
      if (index === transparent) continue
      const to = (y * canvas.width + left + column) * 4
      for (let channel = 0; channel < 3; channel += 1) canvas.data[to + channel] = colours[index * 3 + channel] ?? 0
      canvas.data[to + 3] = 255
    }
  }
}

/**
 * The first frame of a GIF, on a canvas that is transparent where it is not painted. What follows is walked over to count the frames; a file cut off behind its
 * first frame is shown like a whole one.
 * @throws PictureError `damaged`, `too-large`
 */
export const decodeGif = (bytes: Uint8Array): Pixels & { readonly frames: number } => {
  const blocks = new Blocks(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < blocks.at) throw damaged('a GIF cut off')
  const [width, height, fields] = [view.getUint16(6, true), view.getUint16(8, true), view.getUint8(10)]
  refuseGiant(width, height)
  const common = (fields & 0x80) === 0 ? new Uint8Array() : blocks.colours(fields)
  let picture: Pixels | null = null
  let transparent: number | null = null
  let frames = 0
  try {
    for (let kind = blocks.byte(); kind === EXTENSION || kind === IMAGE; kind = blocks.byte())
      if (kind === EXTENSION) {
        const isControl = blocks.byte() === GRAPHIC_CONTROL
        const control = blocks.data()
        if (isControl && picture === null) transparent = ((control[0] ?? 0) & 1) === 0 ? null : (control[3] ?? null)
      } else {
        const frame = readFrame(blocks, common)
        const depth = blocks.byte()
        const data = blocks.data()
        frames += 1
        if (picture !== null) continue
        refuseGiant(frame.width, frame.height)
        const canvas = { width, height, data: new Uint8Array(width * height * 4) }
        paint(canvas, frame, unpackLzw(data, depth, frame.width * frame.height), transparent)
        picture = canvas
      }
  } catch (error) {
    if (picture === null || !(error instanceof PictureError)) throw error
  }
  if (picture === null) throw damaged('a GIF without a frame')
  return { ...picture, frames }
}
