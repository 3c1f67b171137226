import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { LecternError } from '../../shared/outcome'
import { freeBackupName } from './backup/backups'
import type { LibraryFolder } from './folder'
import { backUpDatabase } from './schema/backup'
import type { Sql } from './sql'

const identityOf = (file: string): string | null => {
  try {
    const { dev, ino } = statSync(file, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return null
  }
}

const libraryReplaced = () =>
  new LecternError('library-replaced', {
    'zh-CN': '素材库文件被移走或被换成了另一个文件，可能是网盘同步造成的。这次修改没有存入；打开以来的全部内容已另存为 backups 文件夹里的一份备份。请退出后重新打开，再看需要哪一份。',
    en: 'The library file was moved away or replaced by another one, perhaps by a program that synchronises folders. This change was not stored; everything up to it is kept as a backup in the backups folder. Quit, open the library again, and see which one you need.',
  })

/**
 * Refuses every write from the moment in which another file, or none, lies in the place of the library's. SQLite itself would go on writing into the file it has
 * open, and into the WAL beside whatever has taken its place: two libraries mixed (reliability.md, "second instance, cloud-synced folder"). What was
 * stored until then is still to be read through the open connection, and is saved as a backup.
 */
export const guardAgainstReplacement = (sql: Sql, folder: LibraryFolder, clock: () => number): void => {
  const opened = identityOf(folder.database)
  let saved = false
  const guard = (): void => {
    if (identityOf(folder.database) === opened) return
    if (!saved) {
      sql.writeGuard = null
      saved = save(sql, folder, clock())
      sql.writeGuard = guard
    }
    throw libraryReplaced()
  }
  sql.writeGuard = guard
}

/** @returns false when there is no place for it: the whole folder gone, or the disk full. The next write tries again. */
const save = (sql: Sql, folder: LibraryFolder, now: number): boolean => {
  if (!existsSync(folder.path)) return false
  try {
    mkdirSync(folder.backups, { recursive: true })
    backUpDatabase(sql, folder.backups, join(folder.backups, freeBackupName(folder, now, 'before-replaced')))
    return true
  } catch {
    return false
  }
}
