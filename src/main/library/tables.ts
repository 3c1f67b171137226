import { createHash } from 'node:crypto'
import type { Sql, SqlValue } from './sql'

export type Row = Record<string, SqlValue>

/**
 * The tables that hold what the user owns. `scope` names the column that says what belongs together and changes together: a material is one
 * row, the paragraphs of a source are many. `columns` is every column but `hash`, in the order in which the hash covers them.
 */
const definitions = {
  sources: {
    scope: 'id',
    columns: ['no', 'id', 'title', 'file_name', 'format', 'issuer', 'number', 'date', 'original', 'bytes', 'paragraphs', 'outline', 'imported_at'],
  },
  source_paragraphs: { scope: 'source_no', columns: ['source_no', 'position', 'text', 'number', 'level', 'kind'] },
  materials: {
    scope: 'id',
    columns: ['no', 'id', 'kind', 'title', 'body', 'tags', 'topics', 'audiences', 'status', 'stage', 'school', 'source_id', 'path', 'locator', 'first_paragraph', 'last_paragraph', 'created_at', 'updated_at'],
  },
  talks: { scope: 'id', columns: ['no', 'id', 'markdown', 'title', 'audience', 'format', 'minutes', 'blocks', 'cites', 'revision', 'created_at', 'updated_at'] },
} as const

export type TableName = keyof typeof definitions
export const tableNames = Object.keys(definitions) as TableName[]
export const isTableName = (name: string): name is TableName => name in definitions

type Statements = { readonly read: string; readonly remove: string; readonly insert: string; readonly columns: readonly string[]; readonly numbered: boolean }

const statementsOf = (table: TableName): Statements => {
  const { scope, columns } = definitions[table]
  const all = [...columns, 'hash']
  return {
    read: `SELECT * FROM ${table} WHERE ${scope} = :scope`,
    remove: `DELETE FROM ${table} WHERE ${scope} = :scope`,
    insert: `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map((column) => `:${column}`).join(', ')})`,
    columns,
    numbered: columns[0] === 'no',
  }
}

const statements: Readonly<Record<TableName, Statements>> = {
  sources: statementsOf('sources'),
  source_paragraphs: statementsOf('source_paragraphs'),
  materials: statementsOf('materials'),
  talks: statementsOf('talks'),
}

/** SQLite stores UTF-8, which has no lone surrogates: it would write U+FFFD in their place, behind the back of the hash and the index. */
const wellFormed = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, typeof value === 'string' ? value.toWellFormed() : value]))

/** The first 64 bits of SHA-256 over the row's values: enough to notice damage, short enough to stand in every row. */
export const hashOf = (table: TableName, row: Row): string =>
  createHash('sha256')
    .update(JSON.stringify(statements[table].columns.map((column) => row[column])))
    .digest('hex')
    .slice(0, 16)

/** Keeps what is derived from a table in step with it, within the same transaction. */
export type Follower = (before: readonly Row[], after: readonly Row[]) => void

/** The only place that writes the user's rows: whoever writes, hashes and derived tables follow. */
export class Tables {
  constructor(
    readonly sql: Sql,
    readonly followers: Partial<Record<TableName, Follower>>,
  ) {}

  read(table: TableName, scope: SqlValue): Row[] {
    return this.sql.all<Row>(statements[table].read, { scope })
  }

  /**
   * Puts `rows` in the place of whatever the scope holds; none removes it. Must run inside a transaction.
   *
   * @param rows complete rows without `hash`; `no: null` has a number assigned
   * @param before what the scope holds, when the caller has just read it
   * @returns the number of the last row inserted
   */
  replace(table: TableName, scope: SqlValue, rows: readonly Row[], before: readonly Row[] = this.read(table, scope)): number {
    const { remove, insert, numbered } = statements[table]
    if (before.length > 0) this.sql.run(remove, { scope })
    let last = 0
    const after = rows.map((row) => {
      const complete = wellFormed(numbered && row['no'] === null ? { ...row, no: this.#nextNumber(table) } : row)
      const stored = { ...complete, hash: hashOf(table, complete) }
      last = this.sql.run(insert, stored).lastRow
      return stored
    })
    this.followers[table]?.(before, after)
    return last
  }

  /** The hash covers the number, so it has to be known before the row is written. SQLite moves `sqlite_sequence` on as the row goes in. */
  #nextNumber(table: TableName): number {
    return (this.sql.one<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = :table', { table })?.seq ?? 0) + 1
  }
}
