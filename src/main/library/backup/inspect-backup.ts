import { open, type FileHandle } from 'node:fs/promises'
import { z } from 'zod'
import { LibraryCounts } from '../../../shared/contract/app'
import type { BackupContents } from '../../../shared/contract/keeping'
import { ZipError } from '../../zip/read-zip'
import { translateStorageError } from '../storage-errors'
import { parseAssetEntry } from './asset-entries'
import { kindOfBackup, openBackup } from './backup-file'
import { copyDamaged, readCopy } from './check-copy'

const Said = z.object({ libraryId: z.string(), counts: LibraryCounts, madeAt: z.int().optional(), madeBy: z.string().max(100).optional() })

/**
 * What a backup says that it holds, in a moment: its manifest, or the database itself where it is one. Whether it is sound is found out when it is restored.
 * @param library the id of the library that it may be a backup of
 * @throws LecternError `not-a-backup`, `a-bundle`, `library-newer`, `backup-damaged`
 */
export const inspectBackup = async (file: string, library: string | null): Promise<BackupContents> => {
  try {
    const handle = await open(file, 'r')
    try {
      const { size: bytes } = await handle.stat()
      const { libraryId, ...contents } = (await kindOfBackup(handle)) === 'archive' ? await inArchive(handle) : inDatabase(file)
      return { ...contents, bytes, ours: libraryId === library }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw error instanceof ZipError ? copyDamaged(error) : translateStorageError(error)
  }
}

type Contents = Omit<BackupContents, 'bytes' | 'ours'> & { readonly libraryId: string }

const inArchive = async (handle: FileHandle): Promise<Contents> => {
  const { manifest } = await openBackup(handle)
  const said = Said.safeParse(manifest)
  if (!said.success) throw copyDamaged(said.error)
  return { ...said.data, assets: manifest.entries.filter(({ name }) => parseAssetEntry(name) !== null).length }
}

const inDatabase = (file: string): Contents => {
  const { libraryId, counts, assets, madeBy } = readCopy(file)
  return { libraryId, counts, assets, ...(madeBy === null ? {} : { madeBy }) }
}
