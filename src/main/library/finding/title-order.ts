import type { MaterialOrdering } from '../search/ordered-walk'
import type { Sql } from '../sql'
import type { Follower } from '../tables'
import { compareKeys, KeyBuffer, TitleKeys } from './title-keys'

type Titled = { readonly no: number; readonly title: string }

/** More changes than this are sorted together with all others; fewer are put where they belong, at about twenty looks at other titles each. */
const MOST_PLACED = 1000

export const titleOrderStatements = {
  /** Off the index of titles, not off the table with its texts. */
  all: 'SELECT no, title FROM materials ORDER BY title',
  some: 'SELECT no, title FROM materials WHERE no IN (SELECT value FROM json_each(:nos))',
  title: 'SELECT title FROM materials WHERE no = :no',
} as const

/**
 * The order of titles as a Chinese dictionary has it, newest first where they are the same. Sorting 200,000 titles takes half a second; after that the
 * numbers in their order are all that is kept, and a change costs a few looks at titles, not another sorting.
 */
export class TitleOrder {
  readonly #keys = new TitleKeys()
  #ordering: { readonly first: Int32Array } | null = null
  readonly #changed = new Set<number>()
  /** Commits of other connections that the order knows of: what they changed is not told here. */
  #elsewhere = -1

  constructor(readonly sql: Sql) {}

  /** Hears of every change of `materials`; one that is taken back is read again for nothing. */
  readonly follow: Follower = (before, after) => {
    if (this.#ordering === null || (before.length === 1 && after.length === 1 && before[0]?.['title'] === after[0]?.['title'] && before[0]?.['no'] === after[0]?.['no'])) return
    for (const { no } of [...before, ...after]) this.#changed.add(Number(no))
  }

  /** All materials in the order of their titles. */
  ordering(): MaterialOrdering {
    const elsewhere = this.sql.commitsElsewhere
    if (this.#ordering === null || this.#changed.size > MOST_PLACED || this.#elsewhere !== elsewhere) this.#ordering = { first: this.#sorted() }
    else if (this.#changed.size > 0) this.#ordering = { first: this.#placed(this.#ordering.first) }
    this.#changed.clear()
    this.#elsewhere = elsewhere
    return this.#ordering
  }

  #sorted(): Int32Array {
    const keys = new KeyBuffer()
    const nos: number[] = []
    const ends: number[] = []
    const unique: boolean[] = []
    for (const { no, title } of this.sql.each<Titled>(titleOrderStatements.all)) {
      nos.push(no)
      unique.push(this.#keys.append(title, keys))
      ends.push(keys.length)
    }
    this.#keys.settle(keys)
    const { codes } = keys
    const from = (index: number) => (index === 0 ? 0 : (ends[index - 1] as number))
    const compare = (a: number, b: number) => compareKeys(codes, from(a), ends[a] as number, codes, from(b), ends[b] as number)
    const order = Int32Array.from(nos.keys()).sort((a, b) => compare(a, b) || (nos[b] as number) - (nos[a] as number))
    const sorted = order.map((index) => nos[index] as number)
    for (let start = 0, end = 1; start < order.length; start = end++) {
      while (end < order.length && compare(order[start] as number, order[end] as number) === 0) end++
      const run = order.subarray(start, end)
      if (run.length > 1 && !run.every((index) => unique[index])) sorted.set(this.#byTitle(sorted.subarray(start, end)), start)
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
