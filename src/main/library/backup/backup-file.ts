/**
 * One file that holds a whole library: a sealed archive of `library.db` and of the originals and pictures under their names in the library's folder
 * (`assets/ab/ab….docx`). What `lectern backup --to` writes and `lectern restore` reads.
 */
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LecternError, type Warning } from '../../../shared/outcome'
import { ZipError } from '../../zip/read-zip'
import { openSealedArchive, readSealedEntry, writeSealedArchive, type SealedArchive } from '../../zip/sealed-archive'
import { syncFolder } from '../atomic-write'
import type { LibraryFolder } from '../folder'
import { translateStorageError } from '../storage-errors'
import { partOf, type Watch } from '../watch'
import { addAssets, holdsAsset, parseAssetEntry, type NamedAsset } from './asset-entries'
import { copyDamaged, type CopyFacts } from './check-copy'
import type { CopyOptions } from './copy-database'

const FORMAT = 'lectern-backup'
const VERSION = 1
/** The entry with the database. */
const DATABASE = 'library.db'
/** A backup holds what its own library holds; the bound is only there for files that are none. */
const limits = { entries: 1_000_000, total: 1024 ** 4 }

/**
 * Writes a backup file from a checked copy of the database.
 * @param copy the database's copy, with what it says of itself
 * @throws LecternError `cancelled`, `disk-full`, `backup-damaged` when what was read back is not what was written
 */
export const writeBackupFile = async (
  file: string,
  { copy, facts, folder, assets, madeAt }: { readonly copy: string; readonly facts: CopyFacts; readonly folder: LibraryFolder; readonly assets: readonly NamedAsset[]; /** Milliseconds since 1970. */ readonly madeAt: number },
  options: Pick<CopyOptions, 'progress' | 'signal'>,
): Promise<{ bytes: number; assets: number; warnings: readonly Warning[] }> => {
  let kept = { added: 0, warnings: [] as readonly Warning[] }
  try {
    const bytes = await writeSealedArchive(file, async (add) => {
      await add(DATABASE, createReadStream(copy))
      kept = await addAssets(add, folder, assets, options)
      return { format: FORMAT, version: VERSION, libraryId: facts.libraryId, counts: facts.counts, madeAt, ...(facts.madeBy === null ? {} : { madeBy: facts.madeBy }) }
    })
    return { bytes, assets: kept.added, warnings: kept.warnings }
  } catch (error) {
    throw error instanceof ZipError ? copyDamaged(error) : translateStorageError(error)
  }
}

const notABackup = () =>
  new LecternError('not-a-backup', {
    'zh-CN': '这个文件不是讲台的备份，素材库没有改动。备份是“备份到文件”存下的文件，或 backups 文件夹里的 .db 文件。',
    en: 'This file is not a backup made by Lectern; the library is unchanged. A backup is what “back up to a file” wrote, or a .db file from a backups folder.',
  })

const aBundle = () =>
  new LecternError('a-bundle', {
    'zh-CN': '这是一份交换包，不是备份，不能用来替换素材库；请用“合并交换包”把其中的内容加进来。素材库没有改动。',
    en: 'This is an exchange bundle, not a backup, and cannot take the library’s place. Merge it to take in what it holds. The library is unchanged.',
  })

const backupNewer = () =>
  new LecternError('library-newer', { 'zh-CN': '这份备份由更新版本的讲台做成，请用新版讲台恢复。素材库没有改动。', en: 'This backup was made by a newer Lectern. Restore it with the newer one. The library is unchanged.' })

/** By the first bytes. @throws LecternError `not-a-backup` */
export const kindOfBackup = async (handle: FileHandle): Promise<'database' | 'archive'> => {
  const head = Buffer.alloc(16)
  await handle.read(head, 0, 16, 0)
  if (head.toString('latin1') === 'SQLite format 3\0') return 'database'
  if (head.readUInt32LE(0) === 0x04034b50) return 'archive'
  throw notABackup()
}

/** @throws LecternError `not-a-backup`, `a-bundle`, `library-newer` */
export const openBackup = async (handle: FileHandle): Promise<SealedArchive> => {
  const archive = await openSealedArchive(handle, limits)
  if (archive?.manifest.format === 'lectern-bundle') throw aBundle()
  if (archive?.manifest.format !== FORMAT) throw notABackup()
  if (archive.manifest.version > VERSION) throw backupNewer()
  return archive
}

/**
 * Unpacks a backup file: the database to `database`, assets into the library's folder unless they are there already. Every entry is held to its SHA-256, and
 * every asset to its name. Assets that were unpacked stay when a later step fails: they are content-addressed and harm nobody.
 * @param watch told in bytes; may throw to stop
 * @throws LecternError `not-a-backup`, `a-bundle`, `backup-damaged`, `disk-full`
 */
export const unpackBackupFile = async (handle: FileHandle, database: string, folder: LibraryFolder, watch: Watch): Promise<void> => {
  try {
    const archive = await openBackup(handle)
    const { entries } = archive.manifest
    const all = entries.reduce((sum, { bytes }) => sum + bytes, 0)
    let before = 0
    for (const { name, sha256, bytes } of entries.toSorted((a, b) => Number(b.name === DATABASE) - Number(a.name === DATABASE))) {
      const within = partOf(watch, before, all)
      if (name === DATABASE) await unpackEntry(archive, name, database, within)
      else {
        const asset = parseAssetEntry(name)
        if (asset === null || asset.hash !== sha256) throw copyDamaged()
        within(0, bytes)
        if (!(await holdsAsset(folder, asset))) await unpackAsset(archive, name, folder.asset(asset.hash, asset.extension), within)
      }
      before += bytes
    }
    // An archive without a database is none of ours, whatever its manifest says.
    if (!archive.sha256.has(DATABASE)) throw copyDamaged()
  } catch (error) {
    await rm(database, { force: true })
    throw error instanceof ZipError ? copyDamaged(error) : translateStorageError(error)
  }
}

const unpackAsset = async (archive: SealedArchive, name: string, file: string, watch: Watch): Promise<void> => {
  await mkdir(dirname(file), { recursive: true })
  await unpackEntry(archive, name, `${file}.tmp`, watch)
  await rename(`${file}.tmp`, file)
  syncFolder(dirname(file))
}

/** Nothing stays under `file` when its bytes are not those of the manifest. */
const unpackEntry = async (archive: SealedArchive, name: string, file: string, watch: Watch): Promise<void> => {
  const out = await open(file, 'w')
  try {
    let written = 0
    for await (const piece of readSealedEntry(archive, name)) {
      watch(written, written)
      await out.writeFile(piece)
      written += piece.byteLength
    }
    await out.sync()
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await out.close()
  }
}

/** A place inside the library's folder for a file on its way out or in; cleared at the next opening if it is left behind. */
export const temporaryFile = (folder: LibraryFolder, id: string): string => join(folder.backups, `${id}.tmp`)
