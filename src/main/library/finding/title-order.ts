import type { Sql } from '../sql'
import type { Tables } from '../tables'

/**
 * The order of titles as a Chinese dictionary has it (pinyin; Latin by its letters), digits by their value. Sorting 200,000 titles with a collator takes
 * a second or more, so it is done once and remembered until a title may have changed.
 */
export class TitleOrder {
  readonly #collator = new Intl.Collator('zh-CN', { numeric: true })
  #known: { readonly generation: number; readonly places: ReadonlyMap<number, number> } | null = null

  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
  ) {}

  /** The place of every material, by number. */
  places(): ReadonlyMap<number, number> {
    const { generation } = this.tables
    if (this.#known?.generation === generation) return this.#known.places
    const rows = this.sql.all<{ no: number; title: string }>('SELECT no, title FROM materials')
    rows.sort((a, b) => this.#collator.compare(a.title, b.title) || b.no - a.no)
    const places = new Map(rows.map(({ no }, place) => [no, place]))
    this.#known = { generation, places }
    return places
  }
}
