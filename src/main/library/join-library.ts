import { LibraryFolder } from './folder'
import { Library, type LibraryEnvironment } from './library'
import { openDatabase, TASK_CACHE } from './open-database'
import { guardAgainstReplacement } from './replacement-guard'
import { Sql } from './sql'

/** The lock is the first connection's, and so is the mark in it: it is raised when the deed has come to its end. */
const heldByTheFirst = { highWaterOf: () => 0, raiseHighWater: () => undefined, release: () => undefined }

/**
 * A second connection, for another thread of the process that has the library open and locked: it reads beside the first, and writes in its turn.
 * @param path of the library's folder, which is open
 * @param env its `turns` wait for the first connection to be between two deeds
 */
export const joinLibrary = (path: string, env: LibraryEnvironment & Required<Pick<LibraryEnvironment, 'turns'>>): Library => {
  const folder = new LibraryFolder(path)
  const sql = new Sql(openDatabase(folder.database, env.mostPages, TASK_CACHE))
  try {
    sql.turns = env.turns
    guardAgainstReplacement(sql, folder, env.clock)
    return new Library(sql, folder, heldByTheFirst, env)
  } catch (error) {
    sql.database.close()
    throw error
  }
}
