import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BackupContents } from '../../shared/contract/keeping'
import { inspectBackup } from '../library/backup/inspect-backup'

/**
 * What a backup on the user's disk holds. A database is read from a copy: SQLite would put files beside it, and it may lie where nothing can be written.
 * @throws LecternError those of {@link inspectBackup}
 */
export async function showBackup(file: string): Promise<BackupContents> {
  if (!/\.db$/i.test(file)) return inspectBackup(file, null)
  const scratch = await mkdtemp(join(tmpdir(), 'lectern-backup-'))
  try {
    for (const suffix of ['', '-wal']) if (existsSync(file + suffix)) await copyFile(file + suffix, join(scratch, `library.db${suffix}`))
    return await inspectBackup(join(scratch, 'library.db'), null)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
