/** The assets of a library inside an archive: under the names they have in its folder, so that an archive unpacked by hand is a library's folder. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { LecternError, type Warning } from '../../../shared/outcome'
import type { ZipFileWriter } from '../../zip/zip-file-writer'
import type { LibraryFolder } from '../folder'

export type NamedAsset = { readonly hash: string; readonly extension: string }

const ENTRY = /^assets\/([0-9a-f]{2})\/(\1[0-9a-f]{62})\.([a-z0-9]{1,12})$/

/** Always with `/`. */
export const assetEntry = ({ hash, extension }: NamedAsset): string => `assets/${hash.slice(0, 2)}/${hash}.${extension}`

/** @returns null for a name that no asset has */
export const parseAssetEntry = (name: string): NamedAsset | null => {
  const [, , hash, extension] = ENTRY.exec(name) ?? []
  return hash === undefined || extension === undefined ? null : { hash, extension }
}

/** Is the asset in the folder, with the bytes that its name says? */
export const holdsAsset = async (folder: LibraryFolder, { hash, extension }: NamedAsset): Promise<boolean> => {
  const file = folder.asset(hash, extension)
  if (!existsSync(file)) return false
  const digest = createHash('sha256')
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) digest.update(piece)
  return digest.digest('hex') === hash
}

export const stopped = () => new LecternError('cancelled', { 'zh-CN': '已经停止，没有留下半个文件。', en: 'Stopped. No half-made file was left.' })

export const leftOut = (names: readonly string[]): Warning => ({
  code: 'asset-left-out',
  place: names[0] ?? '',
  message: {
    'zh-CN': `assets 文件夹里有 ${names.length} 个文件缺少或已损坏，没有放进去；其余内容都在。用“检查素材库”可以看到是哪些。`,
    en: `${names.length} files in the assets folder are missing or damaged and were left out; everything else is in. The library check names them.`,
  },
})

/**
 * Adds assets to an archive, those whose bytes are what their names say.
 * @returns how many were added, and a warning for the rest
 * @throws LecternError `cancelled`
 */
export const addAssets = async (
  add: ZipFileWriter['add'],
  folder: LibraryFolder,
  assets: readonly NamedAsset[],
  { progress, signal }: { readonly progress?: (done: number, total: number) => void; readonly signal?: AbortSignal | undefined },
): Promise<{ added: number; warnings: Warning[] }> => {
  const missing: string[] = []
  for (const [index, asset] of assets.entries()) {
    if (signal?.aborted === true) throw stopped()
    progress?.(index, assets.length)
    if (await holdsAsset(folder, asset)) await add(assetEntry(asset), createReadStream(folder.asset(asset.hash, asset.extension)))
    else missing.push(`${asset.hash.slice(0, 12)}….${asset.extension}`)
  }
  return { added: assets.length - missing.length, warnings: missing.length > 0 ? [leftOut(missing)] : [] }
}
