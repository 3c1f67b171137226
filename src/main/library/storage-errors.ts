import { LecternError } from '../../shared/outcome'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

const diskFull = (cause: unknown) =>
  new LecternError(
    'disk-full',
    {
      'zh-CN': '磁盘已满，这次修改没有存进素材库，之前的内容都还在。请腾出一些空间再试。',
      en: 'The disk is full. This change was not stored; everything stored before is safe. Free some space and try again.',
    },
    { cause },
  )

const readOnly = (cause: unknown) =>
  new LecternError(
    'library-read-only',
    {
      'zh-CN': '素材库所在的位置不能写入，内容没有受影响。请把素材库文件夹复制到可以写入的磁盘，再打开那一份。',
      en: 'The place where the library lives cannot be written to. Its contents are untouched. Copy the library folder to a disk that can be written to and open that copy.',
    },
    { cause },
  )

/** Another process holds the library; nothing has happened to it. */
export const libraryLocked = (cause?: unknown) =>
  new LecternError(
    'library-locked',
    {
      'zh-CN': '这个素材库正在另一个讲台窗口中使用。请回到那个窗口，或者关闭它之后再试。',
      en: 'This library is in use by another Lectern. Go back to that window, or close it and try again.',
    },
    { cause },
  )

const damaged = (cause: unknown) =>
  new LecternError(
    'library-damaged',
    {
      'zh-CN': '素材库文件有一部分读不出来。讲台没有改动它。请先整份复制素材库文件夹，再从 backups 文件夹里的备份恢复。',
      en: 'Part of the library file cannot be read. Lectern has not changed it. First copy the whole library folder, then restore from a copy in its backups folder.',
    },
    { cause },
  )

/**
 * What the user is told when SQLite or the file system refuses.
 *
 * @returns a LecternError for every condition of the user's disk that we know; anything else, a defect of ours included, comes back unchanged.
 * Source of the codes: https://sqlite.org/rescode.html; SQLITE_IOERR_SHMSIZE is what opening in WAL mode gives on a full disk (measured).
 */
export const translateStorageError = (error: unknown): unknown => {
  const code = codeOf(error)
  switch (code) {
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR_SHMSIZE':
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(error)
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return readOnly(error)
    case 'SQLITE_NOTADB':
      return damaged(error)
    default:
      if (code.startsWith('SQLITE_READONLY')) return readOnly(error)
      if (code.startsWith('SQLITE_CANTOPEN')) return readOnly(error)
      if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return libraryLocked(error)
      if (code.startsWith('SQLITE_CORRUPT')) return damaged(error)
      return error
  }
}

/** Runs `work`; what it throws is translated by {@link translateStorageError}. */
export const withStorageErrors = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw translateStorageError(error)
  }
}
