import { highestOf } from './highest-of'

/** Materials with their scores: as many as the index finds, in arrays that are used again and again. */
export class Matches {
  nos = new Int32Array(1 << 12)
  scores = new Float64Array(1 << 12)
  size = 0

  clear(): void {
    this.size = 0
  }

  reserve(more: number): void {
    if (this.size + more <= this.nos.length) return
    const capacity = Math.max(this.nos.length * 2, this.size + more)
    const [nos, scores] = [this.nos, this.scores]
    this.nos = new Int32Array(capacity)
    this.nos.set(nos)
    this.scores = new Float64Array(capacity)
    this.scores.set(scores)
  }

  push(no: number, score: number): void {
    this.reserve(1)
    this.nos[this.size] = no
    this.scores[this.size++] = score
  }

  /** The materials as marks by their number. */
  marks(): Uint8Array {
    const { nos, size } = this
    const marks = new Uint8Array(highestOf(nos, size) + 1)
    for (let index = 0; index < size; index++) marks[nos[index] as number] = 1
    return marks
  }

  /** Indices of the best, best first; of equal ones the newest first. */
  best(count: number): number[] {
    const { nos, scores, size } = this
    const compare = (a: number, b: number) => (scores[b] as number) - (scores[a] as number) || (nos[b] as number) - (nos[a] as number)
    if (count * 4 >= size) {
      const all = new Int32Array(size)
      for (let index = 0; index < size; index++) all[index] = index
      return Array.from(all.sort(compare).subarray(0, count))
    }
    if (count === 0) return []
    // A heap of the best so far, the worst of them on top.
    const heap = new Int32Array(count)
    let least = -Infinity
    for (let index = 0; index < size; index++) {
      const score = scores[index] as number
      if (index < count) {
        let at = index
        while (at > 0) {
          const parent = (at - 1) >> 1
          if (compare(heap[parent] as number, index) >= 0) break
          heap[at] = heap[parent] as number
          at = parent
        }
        heap[at] = index
        if (index === count - 1) least = scores[heap[0] as number] as number
      } else if (score >= least && compare(index, heap[0] as number) < 0) {
        let at = 0
        for (;;) {
          let child = 2 * at + 1
          if (child >= count) break
          if (child + 1 < count && compare(heap[child + 1] as number, heap[child] as number) > 0) child++
          if (compare(index, heap[child] as number) >= 0) break
          heap[at] = heap[child] as number
          at = child
        }
        heap[at] = index
        least = scores[heap[0] as number] as number
      }
    }
    return Array.from(heap).sort(compare)
  }
}
