import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Restored } from '../../shared/contract/keeping'
import { backupFile } from '../library/backup/backups'
import type { TellStep } from '../library/backup/bring-on-copy'
import { checkCopy } from '../library/backup/check-copy'
import { restoreLibrary, stoppedRestore } from '../library/backup/restore'
import { stoppable, unwatched, type Watch } from '../library/watch'
import { LibraryFolder } from '../library/folder'

/**
 * Restores into a library that nobody has open; it need not be readable, nor be there.
 * @param path of the library's folder
 * @param file of a backup, or the name of one in the library's `backups/`
 * @param options `watch` is told in bytes, `tell` what bringing an older one on takes; a `signal` stops it as long as the library is the old one
 * @throws LecternError see `restoreLibrary`, `cancelled`; the library is as it was then
 */
export async function restoreBackup(path: string, file: string, clock: () => number, { watch = unwatched, tell = () => undefined, signal }: { readonly watch?: Watch; readonly tell?: TellStep; readonly signal?: AbortSignal } = {}): Promise<Restored> {
  const folder = new LibraryFolder(path)
  const found = existsSync(file) || basename(file) !== file ? file : backupFile(folder, file)
  const stop: TellStep = (step) => {
    if (signal?.aborted === true) throw stoppedRestore()
    tell(step)
  }
  return restoreLibrary(folder, found, { clock, check: async (copy) => checkCopy(copy), watch: stoppable(watch, signal, stoppedRestore), tell: stop })
}
