import type { Deed } from '../../shared/contract/app'
import type { Localized } from '../../shared/language'
import type { Sql, SqlValue } from './sql'
import { unwatched, type Watch } from './watch'
import { isTableName, type Row, type TableName, type Tables } from './tables'

/** Puts rows in the place of what a scope holds, and remembers what it held. */
export type Change = (table: TableName, scope: SqlValue, rows: readonly Row[]) => void

type DeedRow = { no: number; label_zh: string; label_en: string }
type ChangeRow = { position: number; room: string; scope: SqlValue; rows: string }

const deedOf = (row: DeedRow): Deed => ({ id: row.no, label: { 'zh-CN': row.label_zh, en: row.label_en } })

/**
 * The library-wide undo: without limit, and still there after a restart. Each deed keeps, per scope it changed, the *other* state: what was there
 * before while the deed stands, what was there after while it is undone. Undo and redo are the same swap, so an import is not
 * stored twice, and whatever changed outside the journal meanwhile (the text of a talk) is swapped out and in with the rest.
 */
export class Journal {
  /** Of the deed that is under way. */
  #open: Change | null = null

  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
    readonly clock: () => number,
  ) {}

  /** One deed of the user, all of it or nothing, deeds within it included. It cuts off what could be redone. */
  deed<T>(label: Localized, work: (change: Change) => T): T {
    // What is done within another deed is part of it.
    if (this.#open !== null) return work(this.#open)
    return this.sql.transaction(() => {
      this.sql.run('DELETE FROM deeds WHERE undone = 1')
      const deed = this.sql.run('INSERT INTO deeds (label_zh, label_en, at) VALUES (:zh, :en, :at)', { zh: label['zh-CN'], en: label.en, at: this.clock() }).lastRow
      let position = 0
      this.#open = (table, scope, rows) => {
        const before = this.tables.read(table, scope)
        this.sql.run('INSERT INTO deed_changes (deed_no, position, room, scope, rows) VALUES (:deed, :position, :table, :scope, :rows)', {
          deed,
          position: position++,
          table,
          scope,
          rows: JSON.stringify(before),
        })
        this.tables.replace(table, scope, rows, before)
      }
      try {
        return work(this.#open)
      } finally {
        this.#open = null
      }
    })
  }

  /** Part of the deed that is under way; where there is none, a change that undo knows nothing of. */
  aside(work: (change: Change) => void): void {
    this.sql.transaction(() => work(this.#open ?? ((table, scope, rows) => void this.tables.replace(table, scope, rows))))
  }

  peek(): { undo: Deed | null; redo: Deed | null } {
    const undo = this.#lastDone()
    const redo = this.#firstUndone()
    return { undo: undo ? deedOf(undo) : null, redo: redo ? deedOf(redo) : null }
  }

  /** How many scopes the next undo or redo exchanges; 0 when there is none. */
  size(direction: 'undo' | 'redo'): number {
    const deed = direction === 'undo' ? this.#lastDone() : this.#firstUndone()
    return deed ? this.sql.value<number>('SELECT count(*) FROM deed_changes WHERE deed_no = :deed', { deed: deed.no }) : 0
  }

  /** @returns the deed that was taken back and the tables it touched; null when there is none */
  undo(watch: Watch = unwatched): { deed: Deed; tables: ReadonlySet<TableName> } | null {
    return this.sql.transaction(() => {
      const deed = this.#lastDone()
      return deed ? { deed: deedOf(deed), tables: this.#swap(deed.no, 'undo', watch) } : null
    })
  }

  /** @returns the deed that was done again and the tables it touched; null when there is none */
  redo(watch: Watch = unwatched): { deed: Deed; tables: ReadonlySet<TableName> } | null {
    return this.sql.transaction(() => {
      const deed = this.#firstUndone()
      return deed ? { deed: deedOf(deed), tables: this.#swap(deed.no, 'redo', watch) } : null
    })
  }

  #lastDone(): DeedRow | undefined {
    return this.sql.one<DeedRow>('SELECT no, label_zh, label_en FROM deeds WHERE undone = 0 ORDER BY no DESC LIMIT 1')
  }

  #firstUndone(): DeedRow | undefined {
    return this.sql.one<DeedRow>('SELECT no, label_zh, label_en FROM deeds WHERE undone = 1 ORDER BY no LIMIT 1')
  }

  #swap(deed: number, direction: 'undo' | 'redo', watch: Watch): ReadonlySet<TableName> {
    const touched = new Set<TableName>()
    const order = direction === 'undo' ? 'DESC' : 'ASC'
    const positions = this.sql.column<number>(`SELECT position FROM deed_changes WHERE deed_no = :deed ORDER BY position ${order}`, { deed })
    for (const [done, position] of positions.entries()) {
      watch(done, positions.length)
      const change = this.sql.one<ChangeRow>('SELECT position, room, scope, rows FROM deed_changes WHERE deed_no = :deed AND position = :position', { deed, position })
      if (!change || !isTableName(change.room)) throw new Error(`Deed ${deed} names an unknown table`)
      const here = this.tables.read(change.room, change.scope)
      this.sql.run('UPDATE deed_changes SET rows = :rows WHERE deed_no = :deed AND position = :position', { deed, position, rows: JSON.stringify(here) })
      this.tables.replace(change.room, change.scope, JSON.parse(change.rows) as Row[], here)
      touched.add(change.room)
    }
    this.sql.run('UPDATE deeds SET undone = :undone WHERE no = :deed', { deed, undone: direction === 'undo' ? 1 : 0 })
    return touched
  }
}
