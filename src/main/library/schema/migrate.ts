import { LecternError } from '../../../shared/outcome'
import type { Sql } from '../sql'
import { withStorageErrors } from '../storage-errors'
import { unwatched, type Watch } from '../watch'
import { migrations as ours, type Migration } from './migrations'

const versionOf = (sql: Sql): number => sql.value<number>('PRAGMA user_version')

export const libraryNewer = (theirs: number, known: number) =>
  new LecternError('library-newer', {
    'zh-CN': `这个素材库由更新版本的讲台建立（素材库格式 ${theirs}，当前讲台认得的是 ${known}）。内容没有改动，请用新版讲台打开。`,
    en: `This library was written by a newer Lectern (library format ${theirs}; this Lectern knows ${known}). Nothing was changed. Open it with the newer Lectern.`,
  })

const failed = (from: number, to: number, cause: unknown) =>
  new LecternError(
    'migration-failed',
    {
      'zh-CN': `素材库没能从格式 ${from} 升级到 ${to}，已保持原样，升级前的备份在 backups 文件夹里。可以继续用原来版本的讲台打开它。`,
      en: `The library could not be brought from format ${from} to ${to}. It is unchanged, and a copy from before is in its backups folder. It still opens with the earlier Lectern.`,
    },
    { cause },
  )

/**
 * Brings a library to the version of this app, one transaction a step; a step that fails leaves the version before it.
 *
 * @param backUp makes and verifies a copy; called before the first step on a library that has a version already
 * @param watch counts the steps
 * @returns true when a library from before was brought on
 * @throws LecternError `library-newer`, `migration-failed`, `disk-full` and its like, or what `backUp` throws (then nothing was changed)
 */
export const migrate = (sql: Sql, backUp: (version: number) => void, migrations: readonly Migration[] = ours, watch: Watch = unwatched): boolean => {
  const found = versionOf(sql)
  if (found > migrations.length) throw libraryNewer(found, migrations.length)
  if (found === migrations.length) return false
  if (found > 0) backUp(found)
  for (const [index, migration] of migrations.entries()) {
    if (index < found) continue
    watch(index - found, migrations.length - found)
    try {
      sql.transaction(() => {
        withStorageErrors(() => migration(sql.database))
        sql.database.pragma(`user_version = ${index + 1}`)
      })
    } catch (error) {
      if (found === 0 || error instanceof LecternError) throw error
      throw failed(index, index + 1, error)
    }
  }
  return found > 0
}
