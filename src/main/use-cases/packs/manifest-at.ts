import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST, readManifest, type PackManifest } from '../../../shared/packs/pack-manifest'
import { ZipFileReader } from '../../zip/zip-file-reader'

/** What a pack of ours may have at most, in bytes for all its files together: a zip that says more is none. */
const limits = { entries: 1000, total: 64 * 1024 ** 3 }
const LARGEST_MANIFEST = 4 * 1024 ** 2

/** A finished pack as far as its manifest tells; its files are not looked into. */
export type ManifestFound = { readonly manifest: PackManifest; /** Of a zip as it lies there; of a folder its files and its manifest. */ readonly bytes: number }

/** @param path a pack's folder, or its `.zip`, of which only directory and manifest are read @returns null where there is no pack of ours */
export async function manifestAt(path: string): Promise<ManifestFound | null> {
  try {
    return await (path.endsWith('.zip') ? ofZip(path) : ofFolder(path))
  } catch {
    return null
  }
}

async function ofFolder(path: string): Promise<ManifestFound | null> {
  const file = join(path, MANIFEST)
  const { size } = await stat(file)
  const manifest = size > LARGEST_MANIFEST ? null : readManifest(await readFile(file, 'utf8'))
  return manifest === null ? null : { manifest, bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, size) }
}

async function ofZip(path: string): Promise<ManifestFound | null> {
  const handle = await open(path, 'r')
  try {
    const archive = await ZipFileReader.open(handle, limits)
    const manifest = readManifest((await archive.readAll(MANIFEST, LARGEST_MANIFEST)).toString('utf8'))
    return manifest === null ? null : { manifest, bytes: archive.length }
  } finally {
    await handle.close()
  }
}
