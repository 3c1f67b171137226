import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Restored } from '../../shared/contract/keeping'
import { backupFile } from '../library/backup/backups'
import { checkCopy } from '../library/backup/check-copy'
import { restoreLibrary } from '../library/backup/restore'
import { LibraryFolder } from '../library/folder'

/**
 * Restores into a library that nobody has open; it need not be readable, nor be there.
 * @param path of the library's folder
 * @param file of a backup, or the name of one in the library's `backups/`
 * @throws LecternError see `restoreLibrary`; the library is as it was then
 */
export async function restoreBackup(path: string, file: string, clock: () => number): Promise<Restored> {
  const folder = new LibraryFolder(path)
  const found = existsSync(file) || basename(file) !== file ? file : backupFile(folder, file)
  return restoreLibrary(folder, found, { clock, check: async (copy) => checkCopy(copy) })
}
