/** A zip that vouches for itself: its last entry, `manifest.json`, gives the size and SHA-256 of every other one. */
import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { SpentBytes } from '../spent-bytes'
import { ZipError } from './read-zip'
import { ZipFileReader, type ZipFileLimits } from './zip-file-reader'
import { ZipFileWriter, type WrittenEntry } from './zip-file-writer'

const MANIFEST = 'manifest.json'
const LARGEST_MANIFEST = 256 * 1024 * 1024

export const ManifestHead = z.object({
  /** Whose archive it is, e.g. `lectern-backup`. */
  format: z.string(),
  /** Of the format, from 1. */
  version: z.int().min(1),
  entries: z.array(z.object({ name: z.string(), bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})
export type ManifestHead = z.infer<typeof ManifestHead>

/** What a manifest says beside its entries. */
export type ManifestBody = { readonly format: string; readonly version: number } & Readonly<Record<string, unknown>>

const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Every entry against its SHA-256, to the last byte. @throws ZipError `damaged` */
const verify = async (zip: ZipFileReader, entries: ManifestHead['entries']): Promise<void> => {
  const spent = new SpentBytes('major')
  for (const { name, sha256 } of entries) {
    const digest = createHash('sha256')
    for await (const piece of zip.read(name)) {
      digest.update(piece)
      spent.add(piece.byteLength)
    }
    if (digest.digest('hex') !== sha256) throw new ZipError('damaged', `${name} is not what the manifest says`)
  }
}

/**
 * Writes an archive under a temporary name, reads all of it back, and only then gives it its own. Nothing is left behind when that fails.
 * @param write adds the entries and returns the rest of the manifest
 * @returns the archive's length in bytes
 * @throws ZipError when what was read back is not what was written; errors of the file system and of `write`
 */
export const writeSealedArchive = async (file: string, write: (add: ZipFileWriter['add']) => Promise<ManifestBody>): Promise<number> => {
  const unfinished = `${file}.tmp`
  await mkdir(dirname(file), { recursive: true })
  try {
    const length = await fill(unfinished, write)
    await rename(unfinished, file)
    await syncFolder(dirname(file))
    return length
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

const fill = async (unfinished: string, write: (add: ZipFileWriter['add']) => Promise<ManifestBody>): Promise<number> => {
  const handle = await open(unfinished, 'w+')
  try {
    const zip = new ZipFileWriter(handle)
    const entries: WrittenEntry[] = []
    const body = await write(async (name, content) => {
      const entry = await zip.add(name, content)
      entries.push(entry)
      return entry
    })
    await zip.add(MANIFEST, `${JSON.stringify({ ...body, entries }, null, 1)}\n`)
    const length = await zip.finish()
    await handle.sync()
    await verify(await ZipFileReader.open(handle, { entries: Infinity, total: Infinity }), entries)
    return length
  } finally {
    await handle.close()
  }
}

export type SealedArchive = {
  readonly zip: ZipFileReader
  /** The whole manifest, `entries` checked, the rest as it stands. */
  readonly manifest: ManifestHead & Readonly<Record<string, unknown>>
  /** What the manifest says of each entry. */
  readonly sha256: ReadonlyMap<string, string>
}

/**
 * Opens an archive and reads its manifest; null when it has none, or one that is not of this kind. Entries are checked as they are read.
 * @throws ZipError
 */
export const openSealedArchive = async (handle: FileHandle, limits: ZipFileLimits): Promise<SealedArchive | null> => {
  const zip = await ZipFileReader.open(handle, limits)
  if (!zip.names.includes(MANIFEST)) return null
  const text = (await zip.readAll(MANIFEST, LARGEST_MANIFEST)).toString('utf8')
  try {
    const manifest = z.looseObject(ManifestHead.shape).safeParse(JSON.parse(text))
    return manifest.success ? { zip, manifest: manifest.data, sha256: new Map(manifest.data.entries.map((entry) => [entry.name, entry.sha256])) } : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** An entry's pieces, failing at its end unless they are what the manifest says. @throws ZipError `damaged`, also for an entry the manifest does not name */
export async function* readSealedEntry({ zip, sha256 }: SealedArchive, name: string): AsyncGenerator<Uint8Array, void, void> {
  const digest = createHash('sha256')
  for await (const piece of zip.read(name)) {
    digest.update(piece)
    yield piece
  }
  if (digest.digest('hex') !== sha256.get(name)) throw new ZipError('damaged', `${name} is not what the manifest says`)
}
