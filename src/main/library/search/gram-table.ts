import type { PostingList } from './posting-list'

const larger = (array: Int32Array, fill = 0): Int32Array<ArrayBuffer> => {
  const copy = new Int32Array(array.length * 2).fill(fill)
  copy.set(array)
  return copy
}

/** Texts of one segment on their way into posting lists: an open-addressing table from gram to a list that grows. */
export class GramTable {
  #size = 0
  #slots = new Int32Array(1 << 15).fill(-1)
  #codes = new Float64Array(1 << 13)
  /** Per gram: of the text at hand its weight and the number of the text that it belongs to; of the list its place, capacity, length, count, last slot. */
  #weights = new Int32Array(1 << 13)
  #stamps = new Int32Array(1 << 13).fill(-1)
  #offsets = new Int32Array(1 << 13)
  #capacities = new Int32Array(1 << 13)
  #lengths = new Int32Array(1 << 13)
  #counts = new Int32Array(1 << 13)
  #last = new Int32Array(1 << 13)
  #bytes = new Uint8Array(1 << 18)
  #used = 0
  #touched: number[] = []
  #slot = 0

  /** Empty again, with the room that it has: the next texts need as much. */
  clear(): void {
    const size = this.#size
    this.#slots.fill(-1)
    this.#stamps.fill(-1, 0, size)
    for (const numbers of [this.#capacities, this.#lengths, this.#counts]) numbers.fill(0, 0, size)
    this.#size = 0
    this.#used = 0
  }

  /** From here on grams belong to the text in this slot; slots ascend. */
  startText(slot: number): void {
    this.#slot = slot
    this.#touched.length = 0
  }

  add(code: number, weight: number): void {
    const entry = this.#entryOf(code)
    if (this.#stamps[entry] === this.#slot) {
      this.#weights[entry] = (this.#weights[entry] as number) + weight
      return
    }
    this.#stamps[entry] = this.#slot
    this.#weights[entry] = weight
    this.#touched.push(entry)
  }

  endText(): void {
    for (const entry of this.#touched) {
      const weight = this.#weights[entry] as number
      this.#reserve(entry)
      const start = (this.#offsets[entry] as number) + (this.#lengths[entry] as number)
      let at = start
      const distance = this.#slot - (this.#counts[entry] === 0 ? -1 : (this.#last[entry] as number))
      let rest = distance * 2 + (weight === 1 ? 0 : 1)
      while (rest > 127) {
        this.#bytes[at++] = (rest & 127) | 128
        rest >>>= 7
      }
      this.#bytes[at++] = rest
      if (weight !== 1) this.#bytes[at++] = Math.min(255, weight)
      this.#lengths[entry] = (this.#lengths[entry] as number) + at - start
      this.#counts[entry] = (this.#counts[entry] as number) + 1
      this.#last[entry] = this.#slot
    }
  }

  /** Every gram with its list, ascending. */
  *lists(): Generator<readonly [code: number, list: PostingList]> {
    const order = Float64Array.from(this.#codes.subarray(0, this.#size)).sort()
    for (const code of order) {
      const entry = this.#entryOf(code)
      const from = this.#offsets[entry] as number
      yield [code, { bytes: this.#bytes, from, to: from + (this.#lengths[entry] as number), count: this.#counts[entry] as number, isDense: false }]
    }
  }

  #entryOf(code: number): number {
    const mask = this.#slots.length - 1
    let at = this.#hash(code) & mask
    for (;;) {
      const entry = this.#slots[at] as number
      if (entry < 0) break
      if (this.#codes[entry] === code) return entry
      at = (at + 1) & mask
    }
    if (this.#size === this.#codes.length) this.#grow()
    const entry = this.#size++
    this.#codes[entry] = code
    this.#slots[at] = entry
    if (this.#size * 2 > this.#slots.length) this.#rehash()
    return entry
  }

  /** Both halves of the 41 bits, multiplied apart (Knuth, TAOCP 6.4). */
  #hash(code: number): number {
    const high = Math.floor(code / 0x200000)
    const low = code - high * 0x200000
    const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }

  #rehash(): void {
    const mask = this.#slots.length * 2 - 1
    const slots = new Int32Array(mask + 1).fill(-1)
    for (let entry = 0; entry < this.#size; entry++) {
      let at = this.#hash(this.#codes[entry] as number) & mask
      while ((slots[at] as number) >= 0) at = (at + 1) & mask
      slots[at] = entry
    }
    this.#slots = slots
  }

  #grow(): void {
    const codes = new Float64Array(this.#codes.length * 2)
    codes.set(this.#codes)
    this.#codes = codes
    this.#weights = larger(this.#weights)
    this.#stamps = larger(this.#stamps, -1)
    this.#offsets = larger(this.#offsets)
    this.#capacities = larger(this.#capacities)
    this.#lengths = larger(this.#lengths)
    this.#counts = larger(this.#counts)
    this.#last = larger(this.#last)
  }

  /** Room for one more posting; lists that outgrow their place move to the end of the bytes, at twice the size. */
  #reserve(entry: number): void {
    const MOST_BYTES = 6
    const length = this.#lengths[entry] as number
    const capacity = this.#capacities[entry] as number
    if (length + MOST_BYTES <= capacity) return
    const wanted = Math.max(8, capacity * 2)
    if (this.#used + wanted > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + wanted))
      larger.set(this.#bytes.subarray(0, this.#used))
      this.#bytes = larger
    }
    const from = this.#offsets[entry] as number
    this.#bytes.copyWithin(this.#used, from, from + length)
    this.#offsets[entry] = this.#used
    this.#capacities[entry] = wanted
    this.#used += wanted
  }
}
