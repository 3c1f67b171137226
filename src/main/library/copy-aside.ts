import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from './atomic-write'
import { LibraryFolder } from './folder'
import { withStorageErrors } from './storage-errors'

/** Files of a medium that cannot be written to come with permissions to match. */
const copyWritable = (from: string, to: string): void => {
  copyFileSync(from, to)
  chmodSync(to, 0o644)
}

const copyTree = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyTree(join(from, entry.name), join(to, entry.name))
    else if (entry.isFile()) copyWritable(join(from, entry.name), join(to, entry.name))
  }
}

/**
 * Copies a library that lies where nothing can be written (a disc, a locked stick) to a place of the user's own, once: the next time the same copy is opened,
 * with the work that was done in it. Nobody writes to the original meanwhile, so that its files can be copied as they are, WAL included.
 *
 * @param place folder for such copies
 * @returns the copy's folder
 * @throws LecternError `disk-full`, `library-read-only` when that place cannot be written to either
 */
export const copyAside = (original: LibraryFolder, place: string): string =>
  withStorageErrors(() => {
    const copy = join(place, `${original.name}-${createHash('sha256').update(original.path).digest('hex').slice(0, 8)}`)
    if (existsSync(new LibraryFolder(copy).database)) return copy
    const unfinished = `${copy}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true })
    for (const suffix of ['', '-wal']) if (existsSync(original.database + suffix)) copyWritable(original.database + suffix, new LibraryFolder(unfinished).database + suffix)
    if (existsSync(original.assets)) copyTree(original.assets, join(unfinished, 'assets'))
    renameSync(unfinished, copy)
    syncFolder(place)
    return copy
  })
