import Sqlite from 'better-sqlite3'
import { renameSync, rmSync } from 'node:fs'
import { LecternError } from '../../../shared/outcome'
import { syncFile, syncFolder } from '../atomic-write'
import { ONCE_CACHE } from '../open-database'
import type { Sql } from '../sql'
import { withStorageErrors } from '../storage-errors'

const unverified = () =>
  new LecternError('backup-failed', {
    'zh-CN': '升级之前要做的备份没有通过核对，所以没有升级，素材库保持原样。请检查磁盘是否正常、空间是否足够。',
    en: 'The copy made before the upgrade did not pass its check, so nothing was upgraded and the library is unchanged. Check the disk and its free space.',
  })

/**
 * Copies the whole database, committed WAL content included, into one file: VACUUM INTO reads through SQLite, where copying `library.db`
 * loses whatever still stands in the WAL (reliability.md). The copy has its final name only once it is checked and on the disk.
 *
 * @throws LecternError `backup-failed`, `disk-full`
 */
export const backUpDatabase = (sql: Sql, folder: string, file: string): void => {
  const unfinished = `${file}.tmp`
  withStorageErrors(() => rmSync(unfinished, { force: true }))
  sql.run('VACUUM INTO :file', { file: unfinished })
  withStorageErrors(() => {
    const copy = new Sqlite(unfinished, { readonly: true })
    try {
      copy.pragma(`cache_size = -${ONCE_CACHE}`)
      const sound = copy.pragma('integrity_check', { simple: true }) === 'ok'
      const sameVersion = copy.pragma('user_version', { simple: true }) === sql.value<number>('PRAGMA user_version')
      const sameTables = copy.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === sql.value<number>('SELECT count(*) FROM sqlite_schema')
      if (!sound || !sameVersion || !sameTables) throw unverified()
    } finally {
      copy.close()
    }
    syncFile(unfinished)
    renameSync(unfinished, file)
    syncFolder(folder)
  })
}
