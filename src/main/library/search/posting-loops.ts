import type { PostingList } from './posting-list'

/**
 * The hot loops over posting lists. They read and compare weights by arithmetic, and drop a slot by putting the next one in its place (`-n >>> 31` is 1 for
 * n > 0, 0 for 0), so that the processor has nothing to guess. (`| 0`: behind the last list of a block nothing follows its last posting.)
 */

/** Of every place of a segment the weight there: `bytes[from + place]`. */
export type LaidOut = { readonly bytes: Uint8Array; readonly from: number }

/**
 * The allowed slots of a list, ascending, with their weights.
 * @param first slot of the segment
 * @param allowed of every slot 1 or 0
 * @param slots filled from its beginning, as `weights` is; there has to be room for the whole segment
 * @returns how many
 */
export const collectAllowed = (list: PostingList, first: number, allowed: Uint8Array, slots: Int32Array, weights: Uint8Array): number =>
  list.isDense ? collectDense(list, first, allowed, slots, weights) : collectSparse(list, first, allowed, slots, weights)

const collectDense = ({ bytes, from, to }: PostingList, first: number, allowed: Uint8Array, slots: Int32Array, weights: Uint8Array): number => {
  let found = 0
  for (let at = from, slot = first; at < to; at++, slot++) {
    const weight = bytes[at] as number
    slots[found] = slot
    weights[found] = weight
    found += (-weight & -(allowed[slot] as number)) >>> 31
  }
  return found
}

const collectSparse = ({ bytes, from, to }: PostingList, first: number, allowed: Uint8Array, slots: Int32Array, weights: Uint8Array): number => {
  let slot = first - 1
  let found = 0
  for (let at = from; at < to; ) {
    let byte = bytes[at++] as number
    let coded = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      coded |= (byte & 127) << shift
    }
    slot += coded >>> 1
    const isWeighed = coded & 1
    slots[found] = slot
    weights[found] = 1 + isWeighed * (((bytes[at] as number) | 0) - 1)
    at += isWeighed
    found += allowed[slot] as number
  }
  return found
}

/**
 * A list in which weights are looked up by place: a dense one as it is, a sparse one poured into a byte for every place.
 * @param last the highest place that is looked up
 * @param poured room for it
 */
export const layOut = ({ bytes, from, to, isDense }: PostingList, last: number, poured: Uint8Array): LaidOut => {
  if (isDense) return { bytes, from }
  poured.fill(0)
  let place = -1
  for (let at = from; at < to && place < last; ) {
    let byte = bytes[at++] as number
    let coded = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      coded |= (byte & 127) << shift
    }
    place += coded >>> 1
    const isWeighed = coded & 1
    poured[place] = 1 + isWeighed * (((bytes[at] as number) | 0) - 1)
    at += isWeighed
  }
  return { bytes: poured, from: 0 }
}
