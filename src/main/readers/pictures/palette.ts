import type { Raster } from './pixels'

/** Colours, in the order in which they come, as three bytes each; and for every pixel the number of its own. */
export type Indexed = { readonly colours: Uint8Array; readonly indices: Uint8Array }

const MOST_COLOURS = 256
/** Places of the table that finds a colour again: four times the colours, so that few share one. */
const SLOTS = 1024

/** The palette of a picture in few colours, as screenshots and diagrams are; null where there are more than 256. @param raster of three channels */
export const paletteOf = ({ width, height, data }: Raster): Indexed | null => {
  const colours = new Uint8Array(MOST_COLOURS * 3)
  const indices = new Uint8Array(width * height)
  /** A colour and one, so that 0 is an empty place. */
  const keys = new Uint32Array(SLOTS)
  const values = new Uint8Array(SLOTS)
  let count = 0
  let last = 0
  let lastIndex = 0
  for (let pixel = 0, at = 0; pixel < indices.length; pixel += 1, at += 3) {
    const red = data[at] ?? 0
    const green = data[at + 1] ?? 0
    const blue = data[at + 2] ?? 0
    const key = ((red << 16) | (green << 8) | blue) + 1
    if (key !== last) {
      // Multiplying by the golden ratio of 32 bits spreads neighbours (Knuth, The Art of Computer Programming 3, 6.4).
      let slot = Math.imul(key, 0x9e3779b1) >>> 22
      while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) % SLOTS
      if (keys[slot] === 0) {
        if (count === MOST_COLOURS) return null
        keys[slot] = key
        values[slot] = count
        colours.set([red, green, blue], count * 3)
        count += 1
      }
      last = key
      lastIndex = values[slot] ?? 0
    }
    indices[pixel] = lastIndex
  }
  return { colours: colours.subarray(0, count * 3), indices }
}
