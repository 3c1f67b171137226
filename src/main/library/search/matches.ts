import { BestHits } from './best-hits'
import { highestOf } from './highest-of'

/** Scores looked at to tell which of them can be among the best: a sort of so few takes 0.05 ms. */
const SAMPLE = 1024

/** Materials with their scores: as many as the index finds, in arrays that are used again and again. */
export class Matches {
  nos = new Int32Array(1 << 12)
  scores = new Float64Array(1 << 12)
  size = 0
  readonly #best = new BestHits()
  readonly #sample = new Float64Array(SAMPLE)

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
    const { size } = this
    if (count === 0) return []
    if (count * 4 >= size) {
      const all = new Int32Array(size)
      for (let index = 0; index < size; index++) all[index] = index
      return Array.from(all.sort(this.#compare).subarray(0, count))
    }
    const best = this.#best
    best.start(count, this.#likelyFloor(count))
    this.#offerTo(best)
    if (best.isFull) return best.tags()
    best.start(count)
    this.#offerTo(best)
    return best.tags()
  }

  readonly #compare = (a: number, b: number): number => (this.scores[b] as number) - (this.scores[a] as number) || (this.nos[b] as number) - (this.nos[a] as number)

  #offerTo(best: BestHits): void {
    const { nos, scores, size } = this
    for (let index = 0; index < size; index++) if ((scores[index] as number) >= best.floor) best.offer(nos[index] as number, scores[index] as number, index)
  }

  /** A score that most probably at least `count` matches reach, and not many more: three standard deviations below the one wanted in an even sample. */
  #likelyFloor(count: number): number {
    const { scores, size } = this
    if (size < SAMPLE * 4) return -Infinity
    const sample = this.#sample
    for (let index = 0; index < SAMPLE; index++) sample[index] = scores[Math.floor((index * size) / SAMPLE)] as number
    sample.sort()
    const wanted = (count * SAMPLE) / size
    return sample[Math.floor(SAMPLE - wanted - 3 * Math.sqrt(wanted) - 2)] ?? -Infinity
  }
}
