import type { HighWaterMarks } from './lock'
import type { Sql } from './sql'

/** Milliseconds between two marks while the library is in use. A mark costs a few synced writes; the last second may go unmarked until closing. */
const INTERVAL = 1000

/**
 * Counts the transactions of a library, inside it and, as a high-water mark, in the lock file beside it. A database that lost its newest
 * transactions (a truncated WAL, a copy without it, an older file put back by a synchronising folder) is whole and passes every check
 * of its own; that its count is below the mark gives it away (reliability.md).
 */
export class HighWater {
  #marked: number

  constructor(
    readonly sql: Sql,
    readonly lock: HighWaterMarks,
    readonly library: string,
    readonly clock: () => number,
  ) {
    this.#marked = -Infinity
    this.#noticeLoss()
    sql.commitWitness = {
      before: () =>
        void this.sql.run(`INSERT INTO meta (name, value) VALUES ('stored', '1') ON CONFLICT DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)`),
      after: () => {
        if (this.clock() - this.#marked >= INTERVAL) this.raise()
      },
    }
  }

  /** Transactions that were stored once and are not in this library; 0 when none is missing. */
  lost(): number {
    return this.#number('lost')
  }

  acceptLoss(): void {
    this.sql.run(`DELETE FROM meta WHERE name = 'lost'`)
  }

  /** Never throws: what was committed stays committed, whether it can be marked or not. */
  raise(): void {
    try {
      this.lock.raiseHighWater(this.library, this.#number('stored'))
      this.#marked = this.clock()
    } catch {
      // A full disk, most likely; the next commit tries again.
    }
  }

  /** The loss is written down once and counting goes on from the mark, so that later work cannot cover it up. */
  #noticeLoss(): void {
    const missing = this.lock.highWaterOf(this.library) - this.#number('stored')
    if (missing <= 0) return
    this.sql.transaction(() => {
      this.#set('lost', this.lost() + missing)
      this.#set('stored', this.#number('stored') + missing)
    })
  }

  #number(name: 'stored' | 'lost'): number {
    return Number(this.sql.one<{ value: string }>('SELECT value FROM meta WHERE name = :name', { name })?.value ?? 0)
  }

  #set(name: 'stored' | 'lost', value: number): void {
    this.sql.run('INSERT INTO meta (name, value) VALUES (:name, :value) ON CONFLICT DO UPDATE SET value = :value', { name, value: String(value) })
  }
}
