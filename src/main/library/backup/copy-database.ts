import Sqlite from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { LecternError } from '../../../shared/outcome'
import { syncFile } from '../atomic-write'
import { translateStorageError, withStorageErrors } from '../storage-errors'
import type { CheckCopy, CopyFacts } from './check-copy'

/** Pages of 4096 bytes copied between two looks at the event loop: 1 MB, a millisecond or two. */
const PAGES_A_STEP = 256

const stopped = () => new LecternError('cancelled', { 'zh-CN': '备份没有做完，已经停止，没有留下半个文件。', en: 'The backup was stopped before it was whole. No half-made file was left.' })

/**
 * A copy stands alone: in SQLite's rollback mode nothing beside it (`-wal`, `-shm`) is made when somebody opens it to read.
 * @throws LecternError `library-damaged`, `disk-full`
 */
export const makeStandAlone = (file: string): void =>
  withStorageErrors(() => {
    const copy = new Sqlite(file)
    try {
      copy.pragma('journal_mode = DELETE')
    } finally {
      copy.close()
    }
  })

export const removeDatabase = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}

export type CopyOptions = {
  readonly check: CheckCopy
  /** Pages copied so far, of how many. */
  readonly progress?: (done: number, total: number) => void
  readonly signal?: AbortSignal | undefined
}

/**
 * Copies an open database into one checked file through SQLite's online backup: committed WAL content included, in small steps between which the
 * library goes on working, and whatever it writes meanwhile is in the copy.
 *
 * @param file must not exist; it is gone again when anything fails
 * @throws LecternError `cancelled`, `disk-full`, `backup-damaged` when the copy does not pass its check
 */
export const copyDatabase = async (database: Sqlite.Database, file: string, { check, progress, signal }: CopyOptions): Promise<CopyFacts> => {
  try {
    await database.backup(file, {
      progress: ({ totalPages, remainingPages }) => {
        if (signal?.aborted === true) throw stopped()
        progress?.(totalPages - remainingPages, totalPages)
        return PAGES_A_STEP
      },
    })
    makeStandAlone(file)
    const facts = await check(file)
    if (signal?.aborted === true) throw stopped()
    syncFile(file)
    return facts
  } catch (error) {
    removeDatabase(file)
    // The library was closed while it was being copied: better-sqlite3 says so with a TypeError.
    throw database.open ? translateStorageError(error) : stopped()
  }
}
