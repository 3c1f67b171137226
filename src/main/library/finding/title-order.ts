import type { MaterialOrdering } from '../search/ordered-walk'
import type { Sql } from '../sql'
import type { Follower } from '../tables'
import { slicedSort } from './sliced-sort'
import { compareKeys, KeyBuffer, TitleKeys } from './title-keys'

type Titled = { readonly no: number; readonly title: string }

/** Titles read, and codes settled, between two slices: one to three milliseconds of work. */
const PORTION = 1000
const SETTLED = 200_000

/** More changes than this are sorted together with all others; fewer are put where they belong, at about twenty looks at other titles each. */
const MOST_PLACED = 1000

/** Of most titles, with some to spare. */
const CODES_OF_A_TITLE = 24

const larger = <Numbers extends Int32Array | Uint8Array>(from: Numbers, to: Numbers): Numbers => {
  to.set(from)
  return to
}

export const titleOrderStatements = {
  /** Off the index of titles, not off the table with its texts; in portions, between which the table may change. */
  portion: 'SELECT no, title FROM materials WHERE (title, no) > (:title, :no) ORDER BY title, no LIMIT :limit',
  some: 'SELECT no, title FROM materials WHERE no IN (SELECT value FROM json_each(:nos))',
  title: 'SELECT title FROM materials WHERE no = :no',
} as const

/**
 * The order of titles as a Chinese dictionary has it, newest first where they are the same. Sorting 200,000 titles takes half a second, in slices between which there
 * is time for others; after that the numbers in their order are all that is kept, and a change costs a few looks at titles, not another sorting.
 */
export class TitleOrder {
  readonly #keys = new TitleKeys()
  #ordering: { readonly first: Int32Array } | null = null
  readonly #changed = new Set<number>()
  /** Commits of other connections that the order knows of: what they changed is not told here. */
  #elsewhere = -1
  /** The sorting that is under way. What changes meanwhile is put in its place when it is done. */
  #sorting: Generator<void, Int32Array> | null = null

  constructor(readonly sql: Sql) {}

  /** Hears of every change of `materials`; one that is taken back is read again for nothing. */
  readonly follow: Follower = (before, after) => {
    if ((this.#ordering === null && this.#sorting === null) || (before.length === 1 && after.length === 1 && before[0]?.['title'] === after[0]?.['title'] && before[0]?.['no'] === after[0]?.['no'])) return
    for (const { no } of [...before, ...after]) this.#changed.add(Number(no))
  }

  /** Sorts what has to be sorted, a slice at a time; {@link ordering} answers at once then. */
  *preparing(): Generator<void> {
    while (this.#needsSorting || this.#sorting !== null) {
      this.#sortOn()
      yield
    }
  }

  /** All materials in the order of their titles. */
  ordering(): MaterialOrdering {
    while (this.#needsSorting || this.#sorting !== null) this.#sortOn()
    if (this.#changed.size > 0 && this.#ordering !== null) this.#ordering = { first: this.#placed(this.#ordering.first) }
    this.#changed.clear()
    return this.#ordering ?? { first: new Int32Array(0) }
  }

  get #needsSorting(): boolean {
    return this.#ordering === null || this.#changed.size > MOST_PLACED || this.#elsewhere !== this.sql.commitsElsewhere
  }

  /** Begins to sort, or sorts one slice more. */
  #sortOn(): void {
    const elsewhere = this.sql.commitsElsewhere
    if (this.#sorting === null || this.#elsewhere !== elsewhere || this.#changed.size > MOST_PLACED) {
      this.#sorting = this.#sorted()
      this.#elsewhere = elsewhere
      this.#changed.clear()
    }
    const step = this.#sorting.next()
    if (step.done !== true) return
    this.#ordering = { first: step.value }
    this.#sorting = null
  }

  *#sorted(): Generator<void, Int32Array> {
    // As large as will do, unless the table grows meanwhile: arrays that double as they grow leave as much behind for the collector.
    let room = this.sql.value<number>('SELECT count(*) FROM materials') + PORTION
    const keys = new KeyBuffer(room * CODES_OF_A_TITLE)
    let nos = new Int32Array(room)
    let ends = new Int32Array(room)
    let unique = new Uint8Array(room)
    let count = 0
    for (let last: Titled = { no: -1, title: '' }; ; ) {
      const portion = this.sql.all<Titled>(titleOrderStatements.portion, { ...last, limit: PORTION })
      if (count + portion.length > room) {
        room *= 2
        nos = larger(nos, new Int32Array(room))
        ends = larger(ends, new Int32Array(room))
        unique = larger(unique, new Uint8Array(room))
      }
      for (const { no, title } of portion) {
        nos[count] = no
        unique[count] = this.#keys.append(title, keys) ? 1 : 0
        ends[count++] = keys.length
      }
      last = portion.at(-1) ?? last
      if (portion.length < PORTION) break
      yield
    }
    for (let settled = 0; settled < keys.length; settled += SETTLED) {
      this.#keys.settle(keys, settled, Math.min(settled + SETTLED, keys.length))
      yield
    }
    const { codes } = keys
    const from = (index: number) => (index === 0 ? 0 : (ends[index - 1] as number))
    const compare = (a: number, b: number) => compareKeys(codes, from(a), ends[a] as number, codes, from(b), ends[b] as number)
    const order = yield* slicedSort(Int32Array.from({ length: count }, (_, index) => index), (a, b) => compare(a, b) || (nos[b] as number) - (nos[a] as number))
    const sorted = order.map((index) => nos[index] as number)
    for (let start = 0, end = 1, rested = 0; start < order.length; start = end++) {
      if (start - rested > 8 * PORTION) {
        rested = start
        yield
      }
      while (end < order.length && compare(order[start] as number, order[end] as number) === 0) end++
      const run = order.subarray(start, end)
      if (run.length > 1 && !run.every((index) => unique[index] === 1)) sorted.set(this.#byTitle(sorted.subarray(start, end)), start)
    }
    return sorted
  }

  /** Materials whose keys are equal. */
  #byTitle(nos: Int32Array): number[] {
    return this.sql
      .all<Titled>(titleOrderStatements.some, { nos: JSON.stringify([...nos]) })
      .sort((a, b) => this.#keys.compareEqual(a.title, b.title) || b.no - a.no)
      .map(({ no }) => no)
  }

  /** The order with what was changed in its new places. */
  #placed(before: Int32Array): Int32Array {
    const kept = before.filter((no) => !this.#changed.has(no))
    const places = this.sql.all<Titled>(titleOrderStatements.some, { nos: JSON.stringify([...this.#changed]) }).map((titled) => ({ ...titled, at: this.#placeIn(kept, titled) }))
    places.sort((a, b) => a.at - b.at || this.#compare(a, b))
    const order = new Int32Array(kept.length + places.length)
    let taken = 0
    for (const [index, { no, at }] of places.entries()) {
      order.set(kept.subarray(taken, at), taken + index)
      order[at + index] = no
      taken = at
    }
    order.set(kept.subarray(taken), taken + places.length)
    return order
  }

  /** How many of the materials in order come before this one. */
  #placeIn(order: Int32Array, titled: Titled): number {
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >> 1
      const no = order[middle] as number
      if (this.#compare({ no, title: this.sql.value<string>(titleOrderStatements.title, { no }) }, titled) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #compare(a: Titled, b: Titled): number {
    const keys = new KeyBuffer()
    this.#keys.append(a.title, keys)
    const end = keys.length
    this.#keys.append(b.title, keys)
    this.#keys.settle(keys)
    return compareKeys(keys.codes, 0, end, keys.codes, end, keys.length) || this.#keys.compareEqual(a.title, b.title) || b.no - a.no
  }
}
