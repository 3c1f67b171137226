import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DoctorReport, LibraryCounts } from '../../../shared/contract/app'
import type { Backup, BackupReason } from '../../../shared/contract/keeping'
import { LecternError, type Warning } from '../../../shared/outcome'
import { syncFolder } from '../atomic-write'
import type { LibraryFolder } from '../folder'
import type { Sql } from '../sql'
import { withStorageErrors } from '../storage-errors'
import { unwatched, type Watch } from '../watch'
import type { NamedAsset } from './asset-entries'
import { temporaryFile, writeBackupFile } from './backup-file'
import { backupName, parseBackupName, type NamedBackup } from './backup-name'
import { checkCopy, readCopy, type CopyFacts } from './check-copy'
import { copyDatabase, removeDatabase, type CopyOptions } from './copy-database'
import { superseded } from './retention'

export const backupNotFound = () =>
  new LecternError('backup-not-found', { 'zh-CN': '没有找到这份备份，素材库没有改动。请刷新列表再选一份。', en: 'This backup is not there; the library is unchanged. Refresh the list and choose another one.' })

const alreadyRunning = () =>
  new LecternError('backup-running', { 'zh-CN': '正在做另一份备份，请等它完成。', en: 'Another backup is being made. Please wait until it is finished.' })

/** The backups in a library's folder, newest first. Files of other names are passed over. */
export const listBackups = (folder: LibraryFolder): Backup[] =>
  namedBackups(folder).map((named) => describeBackup(folder, named))

/** What is known of a backup without a look at its soundness. */
export const describeBackup = (folder: LibraryFolder, named: NamedBackup): Backup => {
  const file = join(folder.backups, named.name)
  const { size: bytes } = statSync(file)
  try {
    const { counts, madeBy } = readCopy(file)
    return { ...named, bytes, counts, ...(madeBy === null ? {} : { madeBy }) }
  } catch {
    // Unreadable, and listed all the same.
    return { ...named, bytes, counts: null }
  }
}

/** @throws LecternError `backup-not-found`; a name that leads elsewhere is none of ours and not found either */
export const backupFile = (folder: LibraryFolder, name: string): string => {
  const found = namedBackups(folder).find((backup) => backup.name === name)
  if (!found) throw backupNotFound()
  return join(folder.backups, found.name)
}

const namedBackups = (folder: LibraryFolder): NamedBackup[] => {
  let names: string[] = []
  try {
    names = readdirSync(folder.backups)
  } catch {
    // No folder yet: no backups.
  }
  return names.flatMap((name) => parseBackupName(name) ?? []).toSorted((a, b) => b.madeAt - a.madeAt)
}

/** Null where the file is gone. */
const bytesOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.size ?? null

/** A free name for a backup made now. */
export const freeBackupName = (folder: LibraryFolder, now: number, reason: BackupReason): string => {
  const taken = new Set(namedBackups(folder).map(({ name }) => name))
  let at = now
  while (taken.has(backupName(at, reason))) at++
  return backupName(at, reason)
}

/** A copy with its temporary name gets its lasting one; from here on it counts as a backup. */
export const nameBackup = (folder: LibraryFolder, unfinished: string, name: string): void =>
  withStorageErrors(() => {
    renameSync(unfinished, join(folder.backups, name))
    syncFolder(folder.backups)
  })

/** Removes what a copy that was cut short left behind. */
export const clearUnfinished = (folder: LibraryFolder): void => {
  try {
    for (const name of readdirSync(folder.backups)) if (/\.tmp(?:-wal|-shm|-journal)?$/.test(name)) rmSync(join(folder.backups, name), { force: true })
  } catch {
    // No folder, or none that may be written to: nothing of ours to clear.
  }
}

/** Automatic and other backups of an open library. */
export class Backups {
  #running = false

  constructor(
    readonly sql: Sql,
    readonly folder: LibraryFolder,
    readonly clock: () => number,
  ) {}

  list(): Backup[] {
    return listBackups(this.folder)
  }

  /** Has anything been stored since the newest backup? Always when there is none that can be read. */
  due(): boolean {
    const [newest] = namedBackups(this.folder).filter(({ reason }) => reason !== 'before-restore')
    if (!newest) return true
    try {
      return readCopy(join(this.folder.backups, newest.name)).stored !== this.#stored()
    } catch {
      return true
    }
  }

  /**
   * Makes a backup in the library's folder and removes those it supersedes.
   * @throws LecternError `backup-running`, and what {@link copyDatabase} throws
   */
  async make(reason: BackupReason, options: CopyOptions): Promise<Backup> {
    withStorageErrors(() => mkdirSync(this.folder.backups, { recursive: true }))
    const name = freeBackupName(this.folder, this.clock(), reason)
    const unfinished = join(this.folder.backups, `${name}.tmp`)
    await this.copyTo(unfinished, options)
    nameBackup(this.folder, unfinished, name)
    this.#prune()
    const named = parseBackupName(name)
    if (!named) throw backupNotFound()
    return describeBackup(this.folder, named)
  }

  /** A checked copy under a name of the caller's, for what is made from it. @throws as {@link make} */
  async copyTo(file: string, options: CopyOptions): Promise<CopyFacts> {
    if (this.#running) throw alreadyRunning()
    this.#running = true
    try {
      return await copyDatabase(this.sql.database, file, options)
    } finally {
      this.#running = false
    }
  }

  /**
   * Writes everything into one file, for a disk of the user's choice.
   * @param id names the database's copy while it is needed
   * @throws LecternError as {@link make}, and those of {@link writeBackupFile}
   */
  async save(file: string, id: string, options: CopyOptions): Promise<{ bytes: number; assets: number; counts: LibraryCounts; warnings: readonly Warning[] }> {
    withStorageErrors(() => mkdirSync(this.folder.backups, { recursive: true }))
    const copy = temporaryFile(this.folder, id)
    const facts = await this.copyTo(copy, options)
    try {
      const assets = this.sql.all<NamedAsset>('SELECT hash, extension FROM assets ORDER BY hash')
      return { ...(await writeBackupFile(file, { copy, facts, folder: this.folder, assets, madeAt: this.clock() }, options)), counts: facts.counts }
    } finally {
      removeDatabase(copy)
    }
  }

  /** Removing what is superseded is a kindness to the disk: that it fails is no reason to call the backup failed. */
  #prune(): void {
    const now = this.clock()
    for (const { name } of superseded(namedBackups(this.folder), now, new Date(now).getTimezoneOffset())) rmSync(join(this.folder.backups, name), { force: true })
  }

  #stored(): number {
    return Number(this.sql.one<{ value: string }>(`SELECT value FROM meta WHERE name = 'stored'`)?.value ?? 0)
  }

  /** Bytes of all of them together. */
  bytes(): number {
    return namedBackups(this.folder).reduce((sum, { name }) => sum + (bytesOf(join(this.folder.backups, name)) ?? 0), 0)
  }

  /** Every backup opened and checked; seconds for each in a large library. @param watch counts in bytes */
  examine(watch: Watch = unwatched): Pick<DoctorReport, 'problems' | 'hints'> {
    const named: NamedBackup[] = []
    const damaged: NamedBackup[] = []
    const all = this.bytes()
    let seen = 0
    for (const backup of namedBackups(this.folder)) {
      const file = join(this.folder.backups, backup.name)
      watch(seen, all)
      const sound = isSound(file)
      // Superseded and removed by a backup that was made meanwhile: it is no backup any more, and none gone bad.
      const bytes = bytesOf(file)
      if (bytes === null) continue
      seen += bytes
      named.push(backup)
      if (!sound) damaged.push(backup)
    }
    // A library that was replaced because it was damaged is kept as what it was, and is no backup gone bad.
    const [asTheyWere, gone] = [damaged.filter(({ reason }) => reason === 'before-restore'), damaged.filter(({ reason }) => reason !== 'before-restore')]
    return {
      problems: gone.length === 0 ? [] : [damagedBackups(gone)],
      hints: [...(named.length > damaged.length ? [] : [noBackup]), ...(asTheyWere.length === 0 ? [] : [keptDamaged(asTheyWere)])],
    }
  }
}

const isSound = (file: string): boolean => {
  try {
    checkCopy(file)
    return true
  } catch {
    return false
  }
}

type Finding = DoctorReport['hints'][number]

const namesOf = (backups: readonly NamedBackup[]): string => backups.slice(0, 5).map(({ name }) => name).join('、') + (backups.length > 5 ? ' …' : '')

const damagedBackups = (backups: readonly NamedBackup[]): Finding => ({
  code: 'damaged-backup',
  message: {
    'zh-CN': `有 ${backups.length} 份备份已经损坏，不能用来恢复：${namesOf(backups)}。素材库本身不受影响，请另做一份备份。`,
    en: `${backups.length} backups are damaged and cannot be restored: ${namesOf(backups)}. The library itself is unaffected; please make another backup.`,
  },
})

const keptDamaged = (backups: readonly NamedBackup[]): Finding => ({
  code: 'kept-damaged',
  message: {
    'zh-CN': `恢复备份时换下的素材库当时已经损坏，原样保留在 ${namesOf(backups)}，不需要时可以删除。`,
    en: `A library that was damaged when a backup took its place is kept as it was in ${namesOf(backups)}; it may be deleted when nobody needs it.`,
  },
})

const noBackup: Finding = { code: 'no-backup', message: { 'zh-CN': '还没有可用的备份。讲台每天会自动备份一次，也可以现在就做一份。', en: 'There is no usable backup yet. Lectern makes one every day; you can also make one now.' } }
