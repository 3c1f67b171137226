import Sqlite from 'better-sqlite3'
import { withStorageErrors } from './storage-errors'

/** Outside the database, how many transactions a library is known to have stored; see `HighWater`. */
export type HighWaterMarks = { readonly highWaterOf: (library: string) => number; readonly raiseHighWater: (library: string, stored: number) => void }

/**
 * Keeps a library to one process. The lock is an exclusive lock on a small SQLite file of its own, because the operating system itself lets go of it
 * when the process ends, `kill -9` and power cuts included: there is no stale lock to explain or to delete. (A file with a process id in it goes stale,
 * and Node offers no flock.) The library's own database cannot serve: in WAL mode an exclusive lock would also shut out this process's own readers.
 */
export class LibraryLock implements HighWaterMarks {
  readonly #database: Sqlite.Database

  /** @throws LecternError `library-locked` when somebody else has it, `library-read-only`, `disk-full` */
  constructor(file: string) {
    this.#database = withStorageErrors(() => {
      const database = new Sqlite(file, { timeout: 0 })
      try {
        // EXCLUSIVE keeps the file lock after the commit, for as long as the connection is open.
        database.pragma('locking_mode = EXCLUSIVE')
        database.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS high_water (library TEXT PRIMARY KEY, stored INTEGER NOT NULL); COMMIT')
        return database
      } catch (error) {
        database.close()
        throw error
      }
    })
  }

  /** How many transactions this library is known to have stored; 0 when nothing is known. See {@link HighWater}. */
  highWaterOf(library: string): number {
    return (this.#database.prepare('SELECT stored FROM high_water WHERE library = ?').pluck().get(library) as number | undefined) ?? 0
  }

  raiseHighWater(library: string, stored: number): void {
    this.#database.prepare('INSERT INTO high_water VALUES (@library, @stored) ON CONFLICT DO UPDATE SET stored = max(stored, @stored)').run({ library, stored })
  }

  release(): void {
    this.#database.close()
  }
}
