/** Comparisons between two slices: two or three milliseconds of them. */
const SLICE = 8192

/**
 * A merge sort that lets others have their turn: yields every few thousand comparisons.
 * @param items are not changed
 * @param compare as for `Array.prototype.sort`; equal items keep their order
 * @returns the items in order
 */
export function* slicedSort(items: Int32Array, compare: (a: number, b: number) => number): Generator<void, Int32Array> {
  let from = new Int32Array(items.length)
  // Runs of their own first, by the engine's sort.
  const first = SLICE / 8
  for (let start = 0; start < items.length; start += first) {
    from.set(items.slice(start, start + first).sort(compare), start)
    yield
  }
  let to = new Int32Array(items.length)
  let compared = 0
  for (let width = first; width < items.length; width *= 2) {
    for (let start = 0; start < items.length; start += 2 * width) {
      const middle = Math.min(start + width, items.length)
      const end = Math.min(start + 2 * width, items.length)
      let left = start
      let right = middle
      for (let at = start; at < end; at++) {
        const takesLeft = left < middle && (right >= end || compare(from[left] as number, from[right] as number) <= 0)
        to[at] = from[takesLeft ? left++ : right++] as number
        if (++compared % SLICE === 0) yield
      }
    }
    ;[from, to] = [to, from]
  }
  return from
}
