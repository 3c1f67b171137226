import type { Sql } from '../sql'
import type { Follower } from '../tables'

type Placed = { readonly no: number; readonly title: string; readonly key: string }

export const titleOrderStatements = {
  all: 'SELECT no, title FROM materials',
  some: 'SELECT no, title FROM materials WHERE no IN (SELECT value FROM json_each(:nos))',
} as const

/**
 * The order of titles as a Chinese dictionary has it (pinyin; Latin by its letters), digits by their value. A collator takes seconds over 200,000 titles.
 * So it only orders the few thousand characters that there are, titles are compared by the places of their characters, and the collator is asked again
 * where those are equal (case, accents). The order is remembered; a change costs a walk over it, not another sorting.
 */
export class TitleOrder {
  readonly #collator = new Intl.Collator('zh-CN', { numeric: true })
  #characters = new Map<string, string>()
  #order: readonly Placed[] | null = null
  #places: Uint32Array = new Uint32Array()
  readonly #changed = new Set<number>()

  constructor(readonly sql: Sql) {}

  /** Hears of every change of `materials`; one that is taken back is read again for nothing. */
  readonly follow: Follower = (before, after) => {
    if (this.#order === null || (before.length === 1 && after.length === 1 && before[0]?.['title'] === after[0]?.['title'] && before[0]?.['no'] === after[0]?.['no'])) return
    for (const { no } of [...before, ...after]) this.#changed.add(Number(no))
  }

  /** These materials in the order of their titles, newest first where these are the same. */
  sorted(nos: readonly number[]): number[] {
    const order = this.#upToDate()
    const places = this.#places
    if (nos.length > order.length / 8) {
      // So many that walking the whole order costs less than sorting.
      const wanted = new Uint8Array(places.length)
      for (const no of nos) wanted[no] = 1
      return order.flatMap(({ no }) => (wanted[no] === 1 ? no : []))
    }
    return nos.toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  }

  #upToDate(): readonly Placed[] {
    if (this.#order !== null && this.#changed.size === 0) return this.#order
    const changed = JSON.stringify([...this.#changed])
    const rows = this.#order === null ? this.sql.all<Omit<Placed, 'key'>>(titleOrderStatements.all) : this.sql.all<Omit<Placed, 'key'>>(titleOrderStatements.some, { nos: changed })
    const isNew = this.#learn(rows.map(({ title }) => folded(title)).join(''))
    // A character that was never seen moves the places of all others.
    const kept = (this.#order ?? []).filter(({ no }) => !this.#changed.has(no)).map((placed) => (isNew ? { ...placed, key: this.#keyOf(placed.title) } : placed))
    const fresh = rows.map((row) => ({ ...row, key: this.#keyOf(row.title) }))
    const compare = (a: Placed, b: Placed) => (a.key < b.key ? -1 : a.key > b.key ? 1 : this.#collator.compare(a.title, b.title) || b.no - a.no)
    // Two runs in order, one of them short: the engine's sort is a merge and takes them as they are.
    const order = [...kept, ...fresh.sort(compare)].sort(compare)
    this.#changed.clear()
    this.#order = order
    this.#places = new Uint32Array(order.reduce((most, { no }) => Math.max(most, no), 0) + 1)
    for (const [place, { no }] of order.entries()) this.#places[no] = place
    return order
  }

  /** @returns whether there was a character that was not known yet */
  #learn(text: string): boolean {
    const unknown = [...new Set(`0${text}`)].filter((character) => !this.#characters.has(character))
    if (unknown.length === 0) return false
    const all = [...this.#characters.keys(), ...unknown].sort((a, b) => this.#collator.compare(a, b) || (a < b ? -1 : 1))
    this.#characters = new Map(all.map((character, place) => [character, String.fromCodePoint(FIRST + place)]))
    return true
  }

  /** Compared by code units: the places of characters, a number as its length and then its digits. */
  #keyOf(title: string): string {
    return folded(title).replaceAll(/\d+|\D/gu, (part) => {
      if (!/\d/.test(part)) return this.#characters.get(part) ?? part
      const digits = part.replace(/^0+(?=\d)/, '')
      return `${this.#characters.get('0') ?? ''}${String.fromCharCode(digits.length)}${digits}`
    })
  }
}

/** Above the lengths of numbers and their digits. */
const FIRST = 0x2000

/** Without the differences that only count where all else is the same. */
const folded = (title: string): string => title.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase()
