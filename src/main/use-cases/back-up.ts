import type { BackupEvent } from '../../shared/contract/keeping'
import type { CheckCopy } from '../library/backup/check-copy'
import type { Library } from '../library/library'
import { withProgress } from './with-progress'

/**
 * Makes a backup because the user said so; it stays until the user removes it.
 * @param signal stops it, leaving nothing behind
 * @throws LecternError `backup-running`, `cancelled`, `disk-full`
 */
export async function* backUp(library: Library, check: CheckCopy, signal: AbortSignal | undefined): AsyncGenerator<BackupEvent, void, void> {
  yield* withProgress<BackupEvent>(
    async (progress, stop) => ({ type: 'finished', backup: await library.backups.make('by-hand', { check, progress, signal: stop }) }),
    signal,
    () => performance.now(),
  )
}
