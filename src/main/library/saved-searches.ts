import type { SavedSearch, SavedSearchDraft } from '../../shared/contract/finding'
import { MaterialFilter, MaterialOrder } from '../../shared/contract/library'
import { SavedSearchId } from '../../shared/model/collection'
import { LecternError } from '../../shared/outcome'
import { deedLabels } from './deed-labels'
import type { Journal } from './journal'
import type { Sql } from './sql'
import { withChanges } from './with-changes'

type SearchRow = { readonly no: number; readonly id: SavedSearchId; readonly name: string; readonly query: string; readonly created_at: number; readonly position: number | null }
type StoredQuery = { text?: string; filter?: unknown; order?: unknown }

const SEARCH = 'SELECT * FROM saved_searches WHERE id = :id'

const searchOf = (row: SearchRow): SavedSearch => {
  const { text = '', filter, order } = JSON.parse(row.query) as StoredQuery
  // A value that a later version does away with makes the search wider, never unreadable.
  return { id: row.id, name: row.name, text, filter: MaterialFilter.safeParse(filter).data ?? MaterialFilter.parse({}), order: MaterialOrder.safeParse(order).data ?? 'relevance', createdAt: row.created_at }
}

const searchNotFound = () =>
  new LecternError('saved-search-not-found', { 'zh-CN': '没有找到这条保存的查找，它可能已经被删除。按撤销可以找回。', en: 'This saved search is not there; it may have been deleted. Undo brings it back.' })

export class SavedSearches {
  readonly #collator = new Intl.Collator('zh-CN', { numeric: true })

  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: () => void },
  ) {}

  /** As the user put them; behind these, by name, those that were put nowhere. */
  list(): SavedSearch[] {
    return this.sql
      .all<SearchRow>('SELECT * FROM saved_searches')
      .sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || this.#collator.compare(a.name, b.name))
      .map(searchOf)
  }

  /** Puts searches in an order; those that are not named come behind it. Unknown ids are passed over. */
  arrange(ids: readonly SavedSearchId[]): void {
    const order = [...ids, ...this.list().map(({ id }) => id)].filter((id, at, all) => all.indexOf(id) === at)
    const rows = order.flatMap((id) => this.sql.one<SearchRow>(SEARCH, { id }) ?? [])
    const moved = rows.map((row, position) => ({ ...row, position })).filter(({ position }, at) => rows[at]?.position !== position)
    if (moved.length === 0) return
    this.journal.deed(deedLabels.arrangeSearches, (change) => {
      for (const row of moved) change('saved_searches', row.id, [row])
    })
    this.env.changed()
  }

  find(id: SavedSearchId): SavedSearch | null {
    const row = this.sql.one<SearchRow>(SEARCH, { id })
    return row ? searchOf(row) : null
  }

  save(draft: SavedSearchDraft): SavedSearch {
    const id = SavedSearchId.parse(this.env.newId())
    const { name, ...query } = draft
    this.journal.deed(deedLabels.saveSearch(name), (change) => change('saved_searches', id, [{ no: null, id, name, query: JSON.stringify(query), created_at: this.env.clock(), position: null }]))
    this.env.changed()
    return searchOf(this.#row(id))
  }

  /** @throws LecternError `saved-search-not-found` */
  change(id: SavedSearchId, changes: Partial<SavedSearchDraft>): SavedSearch {
    const row = this.#row(id)
    const { name, text, filter, order } = withChanges<SavedSearchDraft>(searchOf(row), changes)
    this.journal.deed(deedLabels.editSearch(name), (change) => change('saved_searches', id, [{ ...row, name, query: JSON.stringify({ text, filter, order }) }]))
    this.env.changed()
    return searchOf(this.#row(id))
  }

  /** @throws LecternError `saved-search-not-found` */
  remove(id: SavedSearchId): void {
    const { name } = this.#row(id)
    this.journal.deed(deedLabels.removeSearch(name), (change) => change('saved_searches', id, []))
    this.env.changed()
  }

  #row(id: SavedSearchId): SearchRow {
    const row = this.sql.one<SearchRow>(SEARCH, { id })
    if (!row) throw searchNotFound()
    return row
  }
}
