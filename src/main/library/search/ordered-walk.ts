/** Materials in an order of their own; all others follow, newest first. The same object as long as the order is the same. */
export type MaterialOrdering = { readonly first: ArrayLike<number> }

export const newestFirst: MaterialOrdering = { first: [] }

/** Candidates looked into at a time. */
const BATCH = 64

/** Candidates of one question in an order other than that of relevance, looked into only as far down as somebody reads. Goes on where it stopped. */
export class OrderedWalk {
  readonly #candidates: Uint8Array
  readonly #found: number[] = []
  /** Where the walk stands: in `ordering.first`, then at a number, from the highest down. */
  #at = 0
  #no: number

  /**
   * @param candidates marks by material number; the walk's own from now on
   * @param holding those of a few candidates that are hits, in their order
   */
  constructor(
    candidates: Uint8Array,
    readonly ordering: MaterialOrdering,
    readonly holding: (nos: readonly number[]) => readonly number[],
  ) {
    this.#candidates = candidates
    this.#no = candidates.length - 1
  }

  page(offset: number, limit: number): readonly number[] {
    while (this.#found.length < offset + limit) {
      const batch = this.#next()
      if (batch.length === 0) break
      for (const no of this.holding(batch)) this.#found.push(no)
    }
    return this.#found.slice(offset, offset + limit)
  }

  #next(): number[] {
    const candidates = this.#candidates
    const { first } = this.ordering
    const batch: number[] = []
    for (; this.#at < first.length && batch.length < BATCH; this.#at++) {
      const no = first[this.#at] ?? 0
      if (candidates[no] !== 1) continue
      batch.push(no)
      candidates[no] = 0
    }
    for (; this.#no > 0 && batch.length < BATCH; this.#no--) if (candidates[this.#no] === 1) batch.push(this.#no)
    return batch
  }
}
