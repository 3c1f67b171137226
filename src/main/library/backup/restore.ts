import Sqlite from 'better-sqlite3'
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Restored } from '../../../shared/contract/keeping'
import { LecternError } from '../../../shared/outcome'
import { syncFile, syncFolder } from '../atomic-write'
import type { LibraryFolder } from '../folder'
import { LibraryLock } from '../lock'
import { translateStorageError, withStorageErrors } from '../storage-errors'
import { partOf, unwatched, type Watch } from '../watch'
import { needsUpgrade } from '../schema/needs-upgrade'
import { kindOfBackup, unpackBackupFile } from './backup-file'
import { parseBackupName } from './backup-name'
import { describeBackup, freeBackupName } from './backups'
import { bringOnCopy, type BringOn, type TellStep } from './bring-on-copy'
import { copyDamaged, type CheckCopy, type CopyFacts } from './check-copy'
import { makeStandAlone, removeDatabase } from './copy-database'
import { beginKeeping, finishKeeping } from './keep-replaced'

/** How a backup is made ready. */
export type Preparing = {
  readonly check: CheckCopy
  /** Of an older schema it is brought on; without this, in this thread. */
  readonly bringOn?: BringOn
  /** Told in bytes, of the file's contents and once more of the database for its check; may throw to stop. */
  readonly watch?: Watch
  /** Told what bringing it on takes, which comes last; may throw to stop. */
  readonly tell?: TellStep
}

type RestoreEnvironment = Preparing & { readonly clock: () => number }

const bringOnHere: BringOn = async (file, tell) => bringOnCopy(file, tell)

export const stoppedRestore = () => new LecternError('cancelled', { 'zh-CN': '已经停止恢复，素材库没有改动。', en: 'The restore was stopped. The library is unchanged.' })

/** Where a backup waits, checked, to become the library. */
const preparedFile = (folder: LibraryFolder): string => join(folder.path, 'library.db.restoring')

/**
 * The first half of restoring, which may take its time and may run while the library is open: unpacks the backup beside it, checks it, and brings it on when it is of an
 * earlier Lectern.
 *
 * @param file what `lectern backup --to` wrote, a file of `backups/`, or a `library.db`
 * @throws LecternError `backup-not-found`, `not-a-backup`, `a-bundle`, `backup-damaged`, `library-newer`, `migration-failed`, `disk-full`; the library is as it was then
 */
export const prepareRestore = async (folder: LibraryFolder, file: string, { check, bringOn = bringOnHere, watch = unwatched, tell = () => undefined }: Preparing): Promise<CopyFacts> => {
  const prepared = preparedFile(folder)
  try {
    for (const path of [folder.path, folder.assets, folder.backups]) mkdirSync(path, { recursive: true })
    removeDatabase(prepared)
    let unpacked = 0
    // How long the check takes is known once the database is there; until then it is taken for half as long as the rest.
    await unpack(file, prepared, folder, (done, all) => {
      unpacked = all
      watch(done, Math.ceil(all * 1.5))
    })
    makeStandAlone(prepared)
    watch(unpacked, Math.ceil(unpacked * 1.5))
    const facts = await check(prepared)
    watch(unpacked, unpacked)
    if (needsUpgrade(prepared)) await bringOn(prepared, tell)
    return facts
  } catch (error) {
    removeDatabase(prepared)
    const translated = translateStorageError(error)
    throw translated instanceof LecternError && translated.code === 'library-damaged' ? copyDamaged(error) : translated
  }
}

/**
 * The second half: puts what was prepared in the place of the library, which must be closed. The exchange is one rename; what was there is kept as a
 * backup of its own, readable or not, so that restoring is undone by restoring that.
 *
 * @throws LecternError `library-locked`, `disk-full`; the library is as it was then
 */
export const putInPlace = (folder: LibraryFolder, { counts, libraryId, stored }: CopyFacts, now: number): Restored => {
  const prepared = preparedFile(folder)
  try {
    const lock = new LibraryLock(folder.lock)
    try {
      const missingAssets = takeOver(prepared, folder, Math.max(stored, lock.highWaterOf(libraryId)))
      const keptAs = withStorageErrors(() => exchange(folder, prepared, now))
      return { counts, missingAssets, kept: keptAs === null ? null : describe(folder, keptAs) }
    } finally {
      lock.release()
    }
  } catch (error) {
    removeDatabase(prepared)
    throw error
  }
}

/** Both halves on a closed library, or into an absent or empty folder. */
export const restoreLibrary = async (folder: LibraryFolder, file: string, { clock, ...preparing }: RestoreEnvironment): Promise<Restored> => putInPlace(folder, await prepareRestore(folder, file, preparing), clock())

const notThere = () => new LecternError('backup-not-found', { 'zh-CN': '没有找到备份文件，素材库没有改动。请检查文件名和位置。', en: 'The backup file is not there; the library is unchanged. Please check its name and place.' })

const unpack = async (file: string, prepared: string, folder: LibraryFolder, watch: Watch): Promise<void> => {
  if (!existsSync(file) || !statSync(file).isFile()) throw notThere()
  const handle = await open(file, 'r')
  try {
    if ((await kindOfBackup(handle)) === 'archive') return await unpackBackupFile(handle, prepared, folder, watch)
  } finally {
    await handle.close()
  }
  // A library.db that was not closed well has its newest changes in the file beside it.
  const parts = ['', '-wal'].filter((suffix) => existsSync(file + suffix)).map((suffix) => ({ from: file + suffix, to: prepared + suffix, bytes: statSync(file + suffix).size }))
  const all = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  let before = 0
  for (const { from, to, bytes } of parts) {
    await copyFile(from, to, partOf(watch, before, all))
    before += bytes
  }
}

/** Bytes copied between two looks at the event loop. */
const PIECE = 1024 * 1024

/** In pieces, between which there is time for others, through one and the same memory. */
const copyFile = async (from: string, to: string, watch: Watch): Promise<void> => {
  const source = await open(from, 'r')
  try {
    const out = await open(to, 'w')
    try {
      const memory = Buffer.allocUnsafe(PIECE)
      for (let written = 0; ; ) {
        watch(written, written)
        const { bytesRead } = await source.read(memory, 0, PIECE, written)
        if (bytesRead === 0) return
        await out.writeFile(memory.subarray(0, bytesRead))
        written += bytesRead
      }
    } finally {
      await out.close()
    }
  } finally {
    await source.close()
  }
}

/**
 * Going back is what the user wants: the restored library counts on from the high-water mark, so that nobody calls the changes after the backup lost.
 * @returns how many assets it names that are not there
 */
const takeOver = (prepared: string, folder: LibraryFolder, stored: number): number =>
  withStorageErrors(() => {
    const database = new Sqlite(prepared)
    try {
      database.prepare(`INSERT INTO meta (name, value) VALUES ('stored', @stored) ON CONFLICT DO UPDATE SET value = @stored`).run({ stored: String(stored) })
      const assets = database.prepare('SELECT hash, extension FROM assets').all() as { hash: string; extension: string }[]
      return assets.filter(({ hash, extension }) => !existsSync(folder.asset(hash, extension))).length
    } finally {
      database.close()
      syncFile(prepared)
    }
  })

/** @returns the name under which the replaced library is kept; null when there was none */
const exchange = (folder: LibraryFolder, prepared: string, now: number): string | null => {
  finishKeeping(folder)
  const keptAs = existsSync(folder.database) ? freeBackupName(folder, now, 'before-restore') : null
  if (keptAs !== null) {
    settle(folder.database)
    beginKeeping(folder, keptAs)
  }
  // A WAL of the old database beside the new one would be read into it.
  for (const suffix of ['-wal', '-shm']) rmSync(folder.database + suffix, { force: true })
  renameSync(prepared, folder.database)
  syncFolder(folder.path)
  finishKeeping(folder)
  return keptAs
}

/** Moves the WAL into the database, if it can be read at all. */
const settle = (database: string): void => {
  try {
    const old = new Sqlite(database, { timeout: 200 })
    try {
      old.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      old.close()
    }
  } catch {
    // Too damaged to open, or no space: both files are kept as they are.
  }
}

const describe = (folder: LibraryFolder, name: string): Restored['kept'] => {
  const named = parseBackupName(basename(name))
  return named && describeBackup(folder, named)
}
