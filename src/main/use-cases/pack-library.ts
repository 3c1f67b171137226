import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LeavingForm, RecordCounts } from '../../shared/contract/leaving'
import type { Language } from '../../shared/language'
import type { BundleLine } from '../../shared/model/bundle'
import type { Warning } from '../../shared/outcome'
import { addAssets, holdsAsset, leftOut, stopped } from '../library/backup/asset-entries'
import type { CheckCopy } from '../library/backup/check-copy'
import { countsOf, type Wish } from '../library/exchange/gather'
import type { Library } from '../library/library'
import { translateStorageError } from '../library/storage-errors'
import { writeBundle } from '../writers/bundle/write-bundle'
import { libraryFiles } from '../writers/markdown/library-files'
import { ZipFileWriter } from '../zip/zip-file-writer'

export type Packing = {
  readonly check: CheckCopy
  /** Names temporary files. */
  readonly newId: () => string
  readonly progress?: (done: number, total: number) => void
  readonly signal?: AbortSignal | undefined
}

export type Packed = { readonly bytes: number; readonly counts: RecordCounts; readonly warnings: readonly Warning[] }

/** What a file of each form is called. */
export const packedName = (form: LeavingForm, libraryName: string): string => `${libraryName}${{ backup: '.lectern-backup', bundle: '.lectern', markdown: '.zip' }[form]}`

/**
 * Everything into one checked file, for `restore`.
 * @throws LecternError `backup-running`, `cancelled`, `disk-full`, `backup-damaged`
 */
export async function packBackup(library: Library, file: string, { check, newId, progress, signal }: Packing): Promise<Packed> {
  const { bytes, counts, assets, warnings } = await library.backups.save(file, newId(), { check, ...(progress && { progress }), signal })
  return { bytes, counts: { ...counts, assets }, warnings }
}

/**
 * A `.lectern` bundle of everything, or of what is wished for with what it rests on.
 * @throws LecternError `cancelled`, `disk-full`
 */
export async function packBundle(library: Library, file: string, wish: Wish | null, { progress, signal }: Pick<Packing, 'progress' | 'signal'>): Promise<Packed> {
  const selection = library.gathering.select(wish)
  const counts = countsOf(selection)
  const { assets, ...others } = counts
  const records = Object.values(others).reduce((sum, count) => sum + count, 0)
  const tell = (done: number) => progress?.(done, records + assets)
  try {
    const { bytes, warnings } = await writeBundle(file, {
      libraryId: library.id,
      counts,
      lines: countedRecords(library.gathering.lines(selection), tell, signal),
      addAssets: (add) => addAssets(add, library.folder, selection.assets, { progress: (done) => tell(records + done), signal }),
    })
    return { bytes, counts, warnings }
  } catch (error) {
    throw translateStorageError(error)
  }
}

/** Where the files of a Markdown export go: a zip, or a folder. */
export type FileSink = (name: string, content: string | AsyncIterable<Uint8Array>) => Promise<unknown>

/**
 * The library, or a part of it, as plain Markdown files with their pictures and originals.
 * @param put is given one file after another
 * @throws LecternError `cancelled`; and what `put` throws
 */
export async function packMarkdown(library: Library, put: FileSink, wish: Wish | null, language: Language, { progress, signal }: Pick<Packing, 'progress' | 'signal'>): Promise<Omit<Packed, 'bytes'>> {
  const selection = library.gathering.select(wish)
  const total = selection.assets.length + selection.sources.length + selection.materials.length + selection.talks.length
  const missing: string[] = []
  let done = 0
  for (const file of libraryFiles(library.gathering.lines(selection), language, library.gathering.named())) {
    if (signal?.aborted === true) throw stopped()
    progress?.(Math.min(done++, total), total)
    if ('text' in file) await put(file.name, file.text)
    else if (await holdsAsset(library.folder, file.asset)) await put(file.name, createReadStream(library.folder.asset(file.asset.hash, file.asset.extension)))
    else missing.push(file.name)
  }
  return { counts: countsOf(selection), warnings: missing.length > 0 ? [leftOut(missing)] : [] }
}

/** As {@link packMarkdown}, into a zip. */
export async function packMarkdownZip(library: Library, file: string, wish: Wish | null, language: Language, options: Pick<Packing, 'progress' | 'signal'>): Promise<Packed> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'w+')
  try {
    const zip = new ZipFileWriter(handle)
    const packed = await packMarkdown(library, (name, content) => zip.add(name, content), wish, language, options)
    const bytes = await zip.finish()
    await handle.sync()
    return { ...packed, bytes }
  } catch (error) {
    throw translateStorageError(error)
  } finally {
    await handle.close()
  }
}

/** The lines of a bundle; before each record, how many went before it is told. A source and its paragraphs are one, and what an asset is will be told with its file. */
function* countedRecords(lines: Iterable<BundleLine>, tell: (done: number) => void, signal: AbortSignal | undefined): Generator<BundleLine, void, void> {
  let done = 0
  for (const line of lines) {
    if (signal?.aborted === true) throw stopped()
    if (line.type !== 'asset' && line.type !== 'paragraphs') tell(done++)
    yield line
  }
}
