/**
 * A posting list says in which slots of a segment a gram occurs and how much it weighs there (occurrences, those in the title × 5).
 *
 * Bytes of a sparse list: for every slot, ascending, a varint of (distance to the slot before) × 2 + (1 when the weight is not 1), then that weight in
 * a byte. The distance of the first slot is counted from −1. Bytes of a dense list: for every place of the segment the weight there, 0 where the gram is
 * missing: nothing is left to decode, and a candidate is looked up without a walk over the list. A weight beyond 255 is kept as 255: BM25F has long
 * saturated there.
 */
export const HEAVIEST = 255

/** A list inside the block that was read from the database. */
export type PostingList = {
  readonly bytes: Uint8Array
  /** Half-open range of `bytes`. */
  readonly from: number
  readonly to: number
  readonly count: number
  readonly isDense: boolean
}

/**
 * A gram in at least every third text is kept as a dense list. There are about 220 such grams in a segment of general Chinese, most of them in more than half
 * of the texts and several times in each, so that their dense lists take a tenth less than the sparse ones.
 */
export const isBestDense = ({ count }: PostingList, size: number): boolean => count * 3 >= size

/** Writes the weights of a list at `into[place]`, where there must be zeros. For hot loops see `posting-loops.ts`. */
export const spreadOut = (list: PostingList, into: Uint8Array): void => {
  if (list.isDense) into.set(list.bytes.subarray(list.from, list.to))
  else eachPosting(list, (place, weight) => (into[place] = weight))
}

/** Bytes that grow as they are written. */
export class ByteWriter {
  bytes = new Uint8Array(1 << 12)
  length = 0

  clear(): void {
    this.length = 0
  }

  varint(value: number): void {
    this.#reserve(8)
    let rest = value
    while (rest > 127) {
      this.bytes[this.length++] = (rest % 128) | 128
      rest = Math.floor(rest / 128)
    }
    this.bytes[this.length++] = rest
  }

  byte(value: number): void {
    this.#reserve(1)
    this.bytes[this.length++] = value
  }

  append(bytes: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from)
    this.bytes.set(bytes.subarray(from, to), this.length)
    this.length += to - from
  }

  #reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }
}

/** Writes sparse lists one posting after the other. */
export class PostingWriter extends ByteWriter {
  count = 0
  #before = -1

  start(): void {
    this.clear()
    this.count = 0
    this.#before = -1
  }

  /** @param slot within the segment, greater than the one before */
  posting(slot: number, weight: number): void {
    this.varint((slot - this.#before) * 2 + (weight === 1 ? 0 : 1))
    if (weight !== 1) this.byte(Math.min(HEAVIEST, weight))
    this.#before = slot
    this.count++
  }
}

/** Reads a varint at `position.at` and moves it on. */
export const readVarint = (bytes: Uint8Array, position: { at: number }): number => {
  let value = 0
  for (let place = 1; ; place *= 128) {
    const byte = bytes[position.at++] ?? 0
    value += (byte & 127) * place
    if (byte < 128) return value
  }
}

/** Calls `visit` with every slot of the segment and the weight there. For hot loops see `posting-loops.ts`, which spells this out. */
export const eachPosting = ({ bytes, from, to, isDense }: PostingList, visit: (slot: number, weight: number) => void): void => {
  if (isDense) {
    for (let at = from; at < to; at++) if (bytes[at] !== 0) visit(at - from, bytes[at] as number)
    return
  }
  const position = { at: from }
  for (let slot = -1; position.at < to; ) {
    const coded = readVarint(bytes, position)
    slot += Math.floor(coded / 2)
    visit(slot, coded % 2 === 1 ? (bytes[position.at++] ?? 0) : 1)
  }
}
