import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { migrations } from '../../src/main/library/schema/migrations'

/** What the first schema kept of a library; all else is derived, or was not there yet. */
const tables = ['meta', 'assets', 'sources', 'source_paragraphs', 'materials']

/**
 * The records of a library as the first Lectern would have stored them.
 * @param folder of the library, which is closed
 * @param file must not exist
 */
export function writeOlderLibrary(folder: string, file: string): void {
  const database = new Sqlite(file)
  try {
    database.pragma('synchronous = OFF')
    migrations[0]?.(database)
    database.pragma('user_version = 1')
    database.prepare('ATTACH ? AS newer').run(join(folder, 'library.db'))
    for (const table of tables) {
      const columns = database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).join(', ')
      database.exec(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM newer.${table}`)
    }
    database.exec(`DELETE FROM meta WHERE name IN ('sketch-version', 'sketched-to')`)
  } finally {
    database.close()
  }
}
