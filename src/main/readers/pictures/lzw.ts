import { PictureError } from './pixels'

/** Codes have at most twelve bits (GIF89a, appendix F). */
const WIDEST = 12
const MOST_CODES = 1 << WIDEST

/** What the codes of a GIF's pixels mean so far: each is an earlier one and a pixel more. */
class Dictionary {
  private readonly clear: number
  private readonly before = new Uint16Array(MOST_CODES)
  private readonly last = new Uint8Array(MOST_CODES)
  private readonly lengths = new Uint16Array(MOST_CODES)
  private next = 0
  private previous = -1
  private written = 0
  /** Bits of the next code. */
  width = 0

  constructor(
    private readonly depth: number,
    private readonly out: Uint8Array,
  ) {
    this.clear = 1 << depth
    for (let code = 0; code < this.clear; code += 1) {
      this.last[code] = code
      this.lengths[code] = 1
    }
    this.begin()
  }

  private begin(): void {
    this.next = this.clear + 2
    this.width = this.depth + 1
    this.previous = -1
  }

  /** @returns whether a further code is wanted. @throws PictureError `damaged` when the code means nothing */
  take(code: number): boolean {
    if (code === this.clear) {
      this.begin()
      return true
    }
    if (code === this.clear + 1) return false
    if (code > this.next || (code === this.next && this.previous < 0)) throw new PictureError('damaged', 'a code without meaning')
    if (this.previous >= 0 && this.next < MOST_CODES) this.learn(code)
    this.write(code)
    this.previous = code
    return this.written < this.out.byteLength
  }

  private learn(code: number): void {
    const { next, previous } = this
    this.before[next] = previous
    this.lengths[next] = (this.lengths[previous] ?? 0) + 1
    this.last[next] = this.firstOf(code === next ? previous : code)
    this.next += 1
    if (this.next === 1 << this.width && this.width < WIDEST) this.width += 1
  }

  private firstOf(code: number): number {
    let walk = code
    while ((this.lengths[walk] ?? 1) > 1) walk = this.before[walk] ?? 0
    return this.last[walk] ?? 0
  }

  /** Writes what a code means, from its end; bytes beyond the picture are dropped by the array. */
  private write(code: number): void {
    const length = this.lengths[code] ?? 0
    let walk = code
    for (let at = this.written + length - 1; at >= this.written; at -= 1) {
      this.out[at] = this.last[walk] ?? 0
      walk = this.before[walk] ?? 0
    }
    this.written += length
  }
}

/**
 * Unpacks the variable-length codes of a GIF's pixels.
 * @param depth bits of a pixel, as the file states them.
 * @param count pixels to give; missing ones are 0, further ones are not looked at.
 * @throws PictureError `damaged` when a code means nothing
 */
export const unpackLzw = (data: Uint8Array, depth: number, count: number): Uint8Array => {
  if (depth < 1 || depth > 8) throw new PictureError('damaged', `pixels of ${depth} bits`)
  const out = new Uint8Array(count)
  const dictionary = new Dictionary(depth, out)
  let bits = 0
  let held = 0
  for (const byte of data) {
    held |= byte << bits
    bits += 8
    while (bits >= dictionary.width) {
      const { width } = dictionary
      const isWanted = dictionary.take(held & ((1 << width) - 1))
      held >>>= width
      bits -= width
      if (!isWanted) return out
    }
  }
  return out
}
