import { createHash } from 'node:crypto'
import type { Sql, SqlValue } from './sql'

export type Row = Record<string, SqlValue>

/**
 * The tables that hold what the user owns. `scope` names the column that says what belongs together and changes together: a material is one
 * row, the paragraphs of a source are many. `columns` is every column but `hash`, in the order in which the hash covers them; `added` are those of
 * later versions of the schema: null in rows from before, and covered by the hash only where they hold something, so that those rows keep theirs.
 */
const definitions = {
  sources: {
    scope: 'id',
    columns: ['no', 'id', 'title', 'file_name', 'format', 'issuer', 'number', 'date', 'original', 'bytes', 'paragraphs', 'outline', 'imported_at'],
    added: ['valid_until', 'superseded_by'],
  },
  source_paragraphs: { scope: 'source_no', columns: ['source_no', 'position', 'text', 'number', 'level', 'kind'], added: ['page'] },
  materials: {
    scope: 'id',
    columns: ['no', 'id', 'kind', 'title', 'body', 'tags', 'topics', 'audiences', 'status', 'stage', 'school', 'source_id', 'path', 'locator', 'first_paragraph', 'last_paragraph', 'created_at', 'updated_at'],
    added: ['valid_until', 'consent', 'consent_note', 'version_group', 'version_rank', 'edited_by'],
  },
  material_revisions: { scope: 'id', columns: ['no', 'id', 'material_id', 'revision', 'state', 'edited_by', 'at'] },
  material_drafts: { scope: 'material_id', columns: ['no', 'id', 'material_id', 'draft', 'based_on', 'saved_at'] },
  case_events: { scope: 'id', columns: ['no', 'id', 'material_id', 'stage', 'date', 'note', 'recorded_at'] },
  saved_searches: { scope: 'id', columns: ['no', 'id', 'name', 'query', 'created_at'], added: ['position'] },
  collections: { scope: 'id', columns: ['no', 'id', 'title', 'note', 'due', 'created_at', 'updated_at'] },
  collection_entries: { scope: 'collection_id', columns: ['collection_id', 'position', 'material_id'] },
  reading_marks: { scope: 'collection_id', columns: ['collection_id', 'reader', 'material_id', 'read_at'] },
  trash: { scope: 'id', columns: ['no', 'id', 'kind', 'title', 'deleted_at', 'contents'] },
  talks: { scope: 'id', columns: ['no', 'id', 'markdown', 'title', 'audience', 'format', 'minutes', 'blocks', 'cites', 'revision', 'created_at', 'updated_at'] },
  talk_marks: { scope: 'talk_id', columns: ['talk_id', 'revision', 'marks'] },
  talk_versions: { scope: 'id', columns: ['no', 'id', 'talk_id', 'reason', 'name', 'markdown', 'blocks', 'seconds', 'at'] },
  talk_histories: { scope: 'talk_id', columns: ['talk_id', 'revision', 'done', 'top', 'size'] },
  rehearsals: { scope: 'id', columns: ['no', 'id', 'talk_id', 'lecturer', 'audience', 'minutes', 'started_at', 'ended_at', 'finished', 'blocks'] },
  lecturers: { scope: 'id', columns: ['no', 'id', 'name', 'pace', 'created_at', 'updated_at'] },
  formats: { scope: 'id', columns: ['no', 'id', 'key', 'definition', 'created_at', 'updated_at'] },
  audiences: { scope: 'id', columns: ['no', 'id', 'key', 'definition', 'created_at', 'updated_at'] },
  designs: { scope: 'id', columns: ['no', 'id', 'key', 'definition', 'created_at', 'updated_at'] },
  schools: { scope: 'id', columns: ['no', 'id', 'name', 'short', 'district', 'level', 'contacts', 'notes', 'created_at', 'updated_at'] },
  brands: { scope: 'school_id', columns: ['no', 'id', 'school_id', 'series', 'slogan', 'motto', 'primary_colour', 'accent_colour', 'heading_font', 'body_font', 'logo', 'logo_on_dark', 'cover_style', 'created_at', 'retired_at'] },
  local_case_pins: { scope: 'id', columns: ['no', 'id', 'school_id', 'talk_id', 'slot', 'material_id', 'at'] },
  talk_steps: { scope: 'id', columns: ['no', 'id', 'talk_id', 'position', 'delta', 'size', 'at'] },
} as const satisfies Record<string, { scope: string; columns: readonly string[]; added?: readonly string[] }>

export type TableName = keyof typeof definitions
export const tableNames = Object.keys(definitions) as TableName[]
export const isTableName = (name: string): name is TableName => name in definitions

type Statements = { readonly read: string; readonly remove: string; readonly insert: string; readonly columns: readonly string[]; readonly added: readonly string[]; readonly numbered: boolean }

const statementsOf = (table: TableName): Statements => {
  const { scope, columns, added = [] }: { scope: string; columns: readonly string[]; added?: readonly string[] } = definitions[table]
  const all = [...columns, ...added, 'hash']
  return {
    read: `SELECT * FROM ${table} WHERE ${scope} = :scope`,
    remove: `DELETE FROM ${table} WHERE ${scope} = :scope`,
    insert: `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map((column) => `:${column}`).join(', ')})`,
    columns,
    added,
    numbered: columns[0] === 'no',
  }
}

const statements = Object.fromEntries(tableNames.map((table) => [table, statementsOf(table)])) as Readonly<Record<TableName, Statements>>

/** SQLite stores UTF-8, which has no lone surrogates: it would write U+FFFD in their place, behind the back of the hash and the index. */
const wellFormed = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, typeof value === 'string' ? value.toWellFormed() : value]))

/** The first 64 bits of SHA-256 over the row's values: enough to notice damage, short enough to stand in every row. */
export const hashOf = (table: TableName, row: Row): string =>
  createHash('sha256')
    .update(JSON.stringify([...statements[table].columns.map((column) => row[column]), ...statements[table].added.flatMap((column) => ((row[column] ?? null) === null ? [] : [{ [column]: row[column] }]))]))
    .digest('hex')
    .slice(0, 16)

/** Keeps what is derived from a table in step with it, within the same transaction. */
export type Follower = (before: readonly Row[], after: readonly Row[]) => void

/** The only place that writes the user's rows: whoever writes, hashes and derived tables follow. */
export class Tables {
  #changes = 0

  constructor(
    readonly sql: Sql,
    readonly followers: Partial<Record<TableName, Follower>>,
  ) {}

  /** Moves on with every change, by whichever connection: what was remembered of an earlier state no longer holds. */
  get generation(): number {
    return this.#changes + this.sql.commitsElsewhere
  }

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
    const { remove, insert, added, numbered } = statements[table]
    const nothing = Object.fromEntries(added.map((column) => [column, null]))
    this.#changes++
    if (before.length > 0) this.sql.run(remove, { scope })
    let last = 0
    const after = rows.map((row) => {
      // A row that an older version of the app put into the journal knows nothing of columns that were added since.
      const complete = wellFormed({ ...nothing, ...row, ...(numbered && row['no'] === null ? { no: this.#nextNumber(table) } : {}) })
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
