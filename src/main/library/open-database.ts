import Sqlite from 'better-sqlite3'
import { withStorageErrors } from './storage-errors'

/** KiB of pages that the engine's connection keeps, some ten searches: what is not among them comes from the system's own cache, a microsecond a page. */
const ENGINE_CACHE = 12_288
/** KiB for a long task beside the engine, which reads most pages once. */
export const TASK_CACHE = 4_096
/** KiB for a file that is read once from end to end. */
export const ONCE_CACHE = 1_024

/**
 * A connection to a library's database, set as every one of them must be.
 * @param mostPages upper bound of the database in pages of 4096 bytes
 * @param cache KiB of pages kept in memory
 * @throws LecternError what {@link withStorageErrors} makes of SQLite's refusals
 */
export const openDatabase = (file: string, mostPages: number | undefined, cache = ENGINE_CACHE): Sqlite.Database =>
  withStorageErrors(() => {
    const database = new Sqlite(file, { timeout: 200 })
    try {
      database.pragma('journal_mode = WAL')
      // In WAL mode this build falls to NORMAL, which loses acknowledged commits in a power cut (reliability.md): set it, then look.
      database.pragma('synchronous = FULL')
      database.pragma('foreign_keys = ON')
      database.pragma(`cache_size = -${cache}`)
      if (mostPages !== undefined) database.pragma(`max_page_count = ${mostPages}`)
      const FULL = 2
      if (database.pragma('synchronous', { simple: true }) !== FULL) throw new Error('SQLite did not accept synchronous = FULL')
      if (database.pragma('journal_mode', { simple: true }) !== 'wal') throw new Error('SQLite did not accept journal_mode = WAL')
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
