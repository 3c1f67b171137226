/**
 * One file that holds a whole library: a zip of `library.db`, the originals and pictures under their names in the library's folder (`assets/ab/ab….docx`), and
 * a `manifest.json` with the SHA-256 of each. What `lectern backup --to` writes and `lectern restore` reads.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { LibraryCounts } from '../../../shared/contract/app'
import { LecternError, type Warning } from '../../../shared/outcome'
import { ZipError } from '../../zip/read-zip'
import { ZipFileReader, type ZipFileLimits } from '../../zip/zip-file-reader'
import { ZipFileWriter, type WrittenEntry } from '../../zip/zip-file-writer'
import { syncFolder } from '../atomic-write'
import type { LibraryFolder } from '../folder'
import { translateStorageError } from '../storage-errors'
import { copyDamaged, type CopyFacts } from './check-copy'

export const BACKUP_FORMAT = 'lectern-backup'
const VERSION = 1
const DATABASE = 'library.db'
const MANIFEST = 'manifest.json'
const TB = 1024 ** 4
const limits: ZipFileLimits = { entries: 1_000_000, total: TB }
const LARGEST_MANIFEST = 200 * 1024 * 1024

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Manifest = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.int().min(1),
  libraryId: z.string(),
  counts: LibraryCounts,
  entries: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: Sha256 })),
})
type Manifest = Readonly<z.infer<typeof Manifest>>

export type NamedAsset = { readonly hash: string; readonly extension: string }

/** The name of an asset inside an archive: as in the library's folder, always with `/`. */
export const assetEntry = ({ hash, extension }: NamedAsset): string => `assets/${hash.slice(0, 2)}/${hash}.${extension}`
const ASSET_ENTRY = /^assets\/([0-9a-f]{2})\/(\1[0-9a-f]{62})\.([a-z0-9]{1,12})$/

export const parseAssetEntry = (name: string): NamedAsset | null => {
  const [, , hash, extension] = ASSET_ENTRY.exec(name) ?? []
  return hash === undefined || extension === undefined ? null : { hash, extension }
}

export type WriteOptions = {
  readonly progress?: (done: number, total: number) => void
  readonly signal?: AbortSignal | undefined
}

const stopped = () => new LecternError('cancelled', { 'zh-CN': '已经停止，没有留下半个文件。', en: 'Stopped. No half-made file was left.' })

const lacking = (names: readonly string[]): Warning => ({
  code: 'asset-left-out',
  place: names[0] ?? '',
  message: {
    'zh-CN': `assets 文件夹里有 ${names.length} 个文件缺少或已损坏，没有放进去；其余内容都在。用“检查素材库”可以看到是哪些。`,
    en: `${names.length} files in the assets folder are missing or damaged and were left out; everything else is in. The library check names them.`,
  },
})

/**
 * Writes an archive beside its final name, verifies it by reading all of it again, and only then gives it that name.
 * @param write adds the entries; returns what the manifest says beside them
 * @throws LecternError `cancelled`, `disk-full`, `backup-damaged` when what was read back is not what was written
 */
export const writeArchive = async (file: string, write: (zip: ZipFileWriter) => Promise<{ manifest: (entries: readonly WrittenEntry[]) => object; entries: readonly WrittenEntry[] }>): Promise<number> => {
  const unfinished = `${file}.tmp`
  await mkdir(dirname(file), { recursive: true })
  try {
    const handle = await open(unfinished, 'w+')
    let length = 0
    try {
      const zip = new ZipFileWriter(handle)
      const { manifest, entries } = await write(zip)
      await zip.add(MANIFEST, `${JSON.stringify(manifest(entries), null, 1)}\n`)
      length = await zip.finish()
      await handle.sync()
      await verifyEntries(await ZipFileReader.open(handle, limits), entries)
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
    syncFolder(dirname(file))
    return length
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error instanceof ZipError ? copyDamaged(error) : translateStorageError(error)
  }
}

/** Every entry against its SHA-256. @throws LecternError `backup-damaged`, ZipError */
const verifyEntries = async (zip: ZipFileReader, entries: readonly { readonly name: string; readonly sha256: string }[]): Promise<void> => {
  for (const { name, sha256 } of entries) {
    const digest = createHash('sha256')
    for await (const piece of zip.read(name)) digest.update(piece)
    if (digest.digest('hex') !== sha256) throw copyDamaged()
  }
}

/** Adds assets whose bytes are what their names say. @returns what was added and a warning for the rest */
export const addAssets = async (zip: ZipFileWriter, folder: LibraryFolder, assets: readonly NamedAsset[], { progress, signal }: WriteOptions): Promise<{ entries: WrittenEntry[]; warnings: Warning[] }> => {
  const entries: WrittenEntry[] = []
  const left: string[] = []
  for (const [index, asset] of assets.entries()) {
    if (signal?.aborted === true) throw stopped()
    progress?.(index, assets.length)
    const file = folder.asset(asset.hash, asset.extension)
    if (await isWhole(file, asset.hash)) entries.push(await zip.add(assetEntry(asset), createReadStream(file)))
    else left.push(basename(file))
  }
  return { entries, warnings: left.length > 0 ? [lacking(left)] : [] }
}

const isWhole = async (file: string, hash: string): Promise<boolean> => {
  if (!existsSync(file)) return false
  const digest = createHash('sha256')
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) digest.update(piece)
  return digest.digest('hex') === hash
}

/**
 * Writes a backup file from a checked copy of the database.
 * @param copy the database's copy, with what it says of itself
 */
export const writeBackupFile = async (
  file: string,
  { copy, facts, folder, assets }: { readonly copy: string; readonly facts: CopyFacts; readonly folder: LibraryFolder; readonly assets: readonly NamedAsset[] },
  options: WriteOptions,
): Promise<{ bytes: number; assets: number; warnings: readonly Warning[] }> => {
  let kept = { entries: [] as WrittenEntry[], warnings: [] as Warning[] }
  const bytes = await writeArchive(file, async (zip) => {
    const database = await zip.add(DATABASE, createReadStream(copy))
    kept = await addAssets(zip, folder, assets, options)
    return {
      entries: [database, ...kept.entries],
      manifest: (entries): Manifest => ({ format: BACKUP_FORMAT, version: VERSION, libraryId: facts.libraryId, counts: facts.counts, entries: entries.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })) }),
    }
  })
  return { bytes, assets: kept.entries.length, warnings: kept.warnings }
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

export const kindOfBackup = async (handle: FileHandle): Promise<'database' | 'archive'> => {
  const head = Buffer.alloc(16)
  await handle.read(head, 0, 16, 0)
  if (head.toString('latin1') === 'SQLite format 3\0') return 'database'
  if (head.readUInt32LE(0) === 0x04034b50) return 'archive'
  throw notABackup()
}

const readManifest = async (zip: ZipFileReader): Promise<Manifest> => {
  if (!zip.names.includes(MANIFEST)) throw notABackup()
  const json = JSON.parse((await zip.readAll(MANIFEST, LARGEST_MANIFEST)).toString('utf8')) as unknown
  const { format, version } = z.object({ format: z.string().optional(), version: z.number().optional() }).parse(json)
  if (format !== BACKUP_FORMAT) throw format === 'lectern-bundle' ? aBundle() : notABackup()
  if (version !== undefined && version > VERSION) throw backupNewer()
  return Manifest.parse(json)
}

/**
 * Unpacks a backup file: the database to `database`, assets into the library's folder unless they are there already. Every entry is held to its SHA-256, and
 * every asset to its name. Assets that were unpacked stay when a later step fails: they are content-addressed and harm nobody.
 * @throws LecternError `not-a-backup`, `a-bundle`, `backup-damaged`, `disk-full`
 */
export const unpackBackupFile = async (handle: FileHandle, database: string, folder: LibraryFolder): Promise<void> => {
  try {
    const zip = await ZipFileReader.open(handle, limits)
    const manifest = await readManifest(zip)
    const listed = new Map(manifest.entries.map((entry) => [entry.name, entry.sha256]))
    if (!listed.has(DATABASE)) throw copyDamaged()
    await unpackEntry(zip, DATABASE, database, listed.get(DATABASE) ?? '')
    for (const [name, sha256] of listed) {
      if (name === DATABASE) continue
      const asset = parseAssetEntry(name)
      if (asset === null || asset.hash !== sha256) throw copyDamaged()
      const file = folder.asset(asset.hash, asset.extension)
      if (await isWhole(file, asset.hash)) continue
      await mkdir(dirname(file), { recursive: true })
      await unpackEntry(zip, name, `${file}.tmp`, sha256)
      await rename(`${file}.tmp`, file)
      syncFolder(dirname(file))
    }
  } catch (error) {
    await rm(database, { force: true })
    if (error instanceof ZipError || error instanceof SyntaxError || error instanceof z.ZodError) throw copyDamaged(error)
    throw translateStorageError(error)
  }
}

/** @throws LecternError `backup-damaged` when the bytes are not those of the manifest; nothing stays under `file` then */
const unpackEntry = async (zip: ZipFileReader, name: string, file: string, sha256: string): Promise<void> => {
  const digest = createHash('sha256')
  const out = await open(file, 'w')
  try {
    for await (const piece of zip.read(name)) {
      digest.update(piece)
      await out.writeFile(piece)
    }
    await out.sync()
    if (digest.digest('hex') !== sha256) throw copyDamaged()
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await out.close()
  }
}

/** A place inside the library's folder for a file on its way out or in; cleared at the next opening if it is left behind. */
export const temporaryFile = (folder: LibraryFolder, id: string): string => join(folder.backups, `${id}.tmp`)
