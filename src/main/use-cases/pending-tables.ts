import { LecternError } from '../../shared/outcome'
import type { SchoolTable } from './preview-school-table'

const tableGone = () =>
  new LecternError('table-gone', { 'zh-CN': '这份表格已经处理过了，没有改动学校。请重新打开它。', en: 'This table is not waiting any more; no school was changed. Please open it again.' })

/** Tables that may wait at once; each holds its logos. */
const MOST_WAITING = 2

/** Tables of schools between their preview and the user's word. */
export class PendingTables {
  readonly #tables = new Map<string, SchoolTable>()

  add(id: string, table: SchoolTable): void {
    this.#tables.set(id, table)
    for (const oldest of this.#tables.keys()) {
      if (this.#tables.size <= MOST_WAITING) break
      this.#tables.delete(oldest)
    }
  }

  /** @throws LecternError `table-gone` */
  get(id: string): SchoolTable {
    const table = this.#tables.get(id)
    if (table === undefined) throw tableGone()
    return table
  }

  discard(id: string): void {
    this.#tables.delete(id)
  }
}
