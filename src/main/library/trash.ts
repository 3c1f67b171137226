import { TrashKind, type TrashEntry } from '../../shared/contract/editing'
import type { Localized } from '../../shared/language'
import { deedLabels } from './deed-labels'
import type { Change, Journal } from './journal'
import type { Sql, SqlValue } from './sql'
import { unwatched, type Watch } from './watch'
import { isTableName, type Row, type TableName } from './tables'

/** Rows of one scope of one table, as they were. */
type Contents = { readonly table: TableName; readonly scope: SqlValue; readonly rows: readonly Row[] }
type Thrown = { readonly id: string; readonly kind: TrashKind; readonly title: string; readonly at: number; readonly contents: readonly Contents[] }
type TrashRow = { readonly id: TrashEntry['id']; readonly kind: TrashKind; readonly title: string; readonly deleted_at: number; readonly contents: string }

export const trashStatements = {
  list: 'SELECT id, kind, title, deleted_at AS deletedAt FROM trash ORDER BY no DESC LIMIT :limit OFFSET :offset',
  get: 'SELECT id, kind, title, deleted_at, contents FROM trash WHERE id = :id',
} as const

/** Within a deed: moves rows out of their tables, the last named first, into the trash. From there on nothing finds, counts or cites them. */
export const throwAway = (change: Change, { id, kind, title, at, contents }: Thrown): void => {
  for (const { table, scope } of contents.toReversed()) change(table, scope, [])
  change('trash', id, [{ no: null, id, kind, title, deleted_at: at, contents: JSON.stringify(contents) }])
}

/** Deleted materials, sources, talks and schools, until the trash is emptied. */
export class Trash {
  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly env: {
      readonly changed: (kinds: ReadonlySet<TrashKind>) => void
      /** Removes what else is kept of a material, once it is deleted for good. */
      readonly forget: (change: Change, material: string) => void
      /** The same of a talk. */
      readonly forgetTalk: (change: Change, talk: string) => void
      /** The same of a school. */
      readonly forgetSchool: (change: Change, school: string) => void
    },
  ) {}

  /** Last deleted first. */
  list(limit: number, offset: number): { entries: TrashEntry[]; total: number } {
    return { entries: this.sql.all<TrashEntry>(trashStatements.list, { limit, offset }), total: this.sql.value<number>('SELECT count(*) FROM trash') }
  }

  /** Null for what is not in the trash. */
  find(id: string): TrashEntry | null {
    const row = this.sql.one<TrashRow>(trashStatements.get, { id })
    return row ? { id: row.id, kind: row.kind, title: row.title, deletedAt: row.deleted_at } : null
  }

  /** Puts things back where they were, one deed. Ids that are not in the trash are passed over. @returns how many are back */
  restore(ids: readonly string[], watch: Watch = unwatched): number {
    return this.#withEach(() => this.#rows(ids), (rows) => deedLabels.restore(rows.length, rows[0]?.title ?? ''), watch, (change, row) => {
      for (const { table, scope, rows: kept } of JSON.parse(row.contents) as Contents[]) {
        if (!isTableName(table)) throw new Error(`The trash names an unknown table: ${String(table)}`)
        // `hash` is made anew; it covers the same values.
        change(table, scope, kept)
      }
    })
  }

  /** Deletes for good; without ids everything. One deed, so that undo still helps. @returns how many are gone */
  empty(ids?: readonly string[], watch: Watch = unwatched): number {
    const read = () => (ids === undefined ? this.sql.all<TrashRow>('SELECT id, kind, title, deleted_at, contents FROM trash ORDER BY no') : this.#rows(ids))
    return this.#withEach(read, (rows) => deedLabels.emptyTrash(rows.length), watch, (change, { id, kind }) => {
      if (kind === 'material') this.env.forget(change, id)
      if (kind === 'talk') this.env.forgetTalk(change, id)
      if (kind === 'school') this.env.forgetSchool(change, id)
    })
  }

  /** One deed on things that are in the trash and are there no more afterwards; read in the transaction that writes. @returns how many */
  #withEach(read: () => readonly TrashRow[], label: (rows: readonly TrashRow[]) => Localized, watch: Watch, work: (change: Change, row: TrashRow) => void): number {
    const rows = this.sql.transaction(() => {
      const rows = read()
      if (rows.length > 0) {
        this.journal.deed(label(rows), (change) => {
          for (const [done, row] of rows.entries()) {
            watch(done, rows.length)
            work(change, row)
            change('trash', row.id, [])
          }
        })
      }
      return rows
    })
    if (rows.length > 0) this.env.changed(new Set(rows.map(({ kind }) => kind)))
    return rows.length
  }

  #rows(ids: readonly string[]): TrashRow[] {
    return [...new Set(ids)].flatMap((id) => this.sql.one<TrashRow>(trashStatements.get, { id }) ?? [])
  }
}
