import type Sqlite from 'better-sqlite3'
import { translateStorageError } from './storage-errors'

export type SqlValue = string | number | Uint8Array | null
export type SqlParameters = Readonly<Record<string, SqlValue>>

/** Whose turn it is to write. `take` throws, or waits, while it is somebody else's. */
export type WriteTurns = { readonly take: () => void; readonly giveBack: () => void }

const ran = (statement: Sqlite.Statement, parameters: SqlParameters): { changes: number; lastRow: number } => {
  const { changes, lastInsertRowid } = statement.run(parameters)
  return { changes, lastRow: Number(lastInsertRowid) }
}

/**
 * The one door to the database: every statement is prepared once and kept, parameters are named, and whatever SQLite refuses comes out as
 * a sentence for the user. The type of a row is the promise of the statement that asks for it.
 */
export class Sql {
  readonly #statements = new Map<string, Sqlite.Statement>()
  /** Apart, because a statement that answers with its first column does so for everybody who holds it. */
  readonly #columnStatements = new Map<string, Sqlite.Statement>()

  /** Asked before every write, and throws when there must be none. */
  writeGuard: (() => void) | null = null

  /** Takes part in every transaction (`before`), and hears of every one that was committed (`after`; must not throw). */
  commitWitness: { readonly before: () => void; readonly after: () => void } | null = null

  /** Two connections of one library write by turns: SQLite lets only one of them, and would keep the other's thread waiting. null: nobody else writes. */
  turns: WriteTurns | null = null
  #inTurn = false
  #isWriting = false

  constructor(readonly database: Sqlite.Database) {}

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller states the row that its statement answers with
  one<Row>(text: string, parameters: SqlParameters = {}): Row | undefined {
    return this.#try(() => this.#prepare(text).get(parameters) as Row | undefined)
  }

  all<Row>(text: string, parameters: SqlParameters = {}): Row[] {
    return this.#try(() => this.#prepare(text).all(parameters) as Row[])
  }

  /** The first column of every row. */
  column<Value extends SqlValue>(text: string, parameters: SqlParameters = {}): Value[] {
    return this.#try(() => this.#prepareColumn(text).all(parameters) as Value[])
  }

  /** The first column of the only row; for statements that always answer, such as `count(*)`. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as above
  value<Value extends SqlValue>(text: string, parameters: SqlParameters = {}): Value {
    const [value] = this.column<Value>(text, parameters)
    if (value === undefined) throw new Error(`No row from: ${text}`)
    return value
  }

  /** Rows one at a time, for walks over whole tables. No other statement may write while it is open. */
  *each<Row>(text: string, parameters: SqlParameters = {}): Generator<Row> {
    try {
      yield* this.#prepare(text).iterate(parameters) as IterableIterator<Row>
    } catch (error) {
      throw translateStorageError(error)
    }
  }

  /** @returns how many rows changed, and the rowid of the last one inserted. */
  run(text: string, parameters: SqlParameters = {}): { changes: number; lastRow: number } {
    return this.#try(() => {
      const statement = this.#prepare(text)
      // A transaction begins with a write (BEGIN IMMEDIATE), so that one look is enough for all of it.
      if (statement.readonly || this.database.inTransaction) return ran(statement, parameters)
      return this.#inItsTurn(() => {
        this.writeGuard?.()
        return ran(statement, parameters)
      })
    })
  }

  /** All of `work` or nothing of it. Joins a transaction that is already open. IMMEDIATE: a writer finds out at once that it has to wait. */
  transaction<T>(work: () => T): T {
    if (this.database.inTransaction) return work()
    return this.#inItsTurn(() => {
      this.run('BEGIN IMMEDIATE')
      this.#isWriting = true
      try {
        const result = work()
        this.commitWitness?.before()
        this.run('COMMIT')
        this.commitWitness?.after()
        return result
      } catch (error) {
        // On a full disk SQLite may have rolled back already (sqlite.org/lang_transaction.html, "Response To Errors Within A Transaction").
        if (this.database.inTransaction) this.database.exec('ROLLBACK')
        throw error
      } finally {
        this.#isWriting = false
      }
    })
  }

  /** Within a {@link transaction}: what is read now may be taken back. */
  get isWriting(): boolean {
    return this.#isWriting
  }

  /** Several looks at one and the same state, whatever another connection commits between them. */
  snapshot<T>(look: () => T): T {
    if (this.database.inTransaction) return look()
    this.#try(() => this.database.exec('BEGIN'))
    try {
      return look()
    } finally {
      if (this.database.inTransaction) this.database.exec('COMMIT')
    }
  }

  /** Moves on with every commit of another connection, never with one of this one's (sqlite.org/pragma.html#pragma_data_version). */
  get commitsElsewhere(): number {
    return this.value<number>('PRAGMA data_version')
  }

  #inItsTurn<T>(work: () => T): T {
    if (this.turns === null || this.#inTurn) return work()
    this.turns.take()
    this.#inTurn = true
    try {
      return work()
    } finally {
      this.#inTurn = false
      this.turns.giveBack()
    }
  }

  #prepare(text: string): Sqlite.Statement {
    let statement = this.#statements.get(text)
    if (!statement) {
      statement = this.database.prepare(text)
      this.#statements.set(text, statement)
    }
    return statement
  }

  #prepareColumn(text: string): Sqlite.Statement {
    let statement = this.#columnStatements.get(text)
    if (!statement) {
      statement = this.database.prepare(text).pluck(true)
      this.#columnStatements.set(text, statement)
    }
    return statement
  }

  #try<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw translateStorageError(error)
    }
  }
}
