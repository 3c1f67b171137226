import type { FileHandle } from 'node:fs/promises'
import { z } from 'zod'
import { BUNDLE_FORMAT, BUNDLE_VERSION, BundleLine } from '../../../shared/model/bundle'
import { LecternError } from '../../../shared/outcome'
import { ZipError } from '../../zip/read-zip'
import { openSealedArchive, readSealedEntry, type SealedArchive } from '../../zip/sealed-archive'
import type { ZipFileLimits } from '../../zip/zip-file-reader'

const MB = 1024 * 1024
/** What a bundle may be: a whole library with its originals, and no bomb. */
const limits: ZipFileLimits = { entries: 100_000, total: 8 * 1024 * MB }
const RECORDS = 'records.ndjson'
/** All records together, unpacked, in bytes: 200,000 materials with their sources are about 300 MB. */
const MOST_RECORDS = 1024 * MB
/** One record, in characters. A talk has at most five million, and JSON may double them. */
const LONGEST_LINE = 12 * MB

const damaged = (cause?: unknown) =>
  new LecternError(
    'bundle-damaged',
    { 'zh-CN': '这份交换包不完整或已经损坏，素材库没有改动。请让对方重新导出一份。', en: 'This bundle is incomplete or damaged; the library is unchanged. Ask for it to be exported again.' },
    { cause },
  )

const notABundle = () =>
  new LecternError('not-a-bundle', { 'zh-CN': '这个文件不是讲台的交换包（.lectern），素材库没有改动。', en: 'This file is not an exchange bundle (.lectern); the library is unchanged.' })

const aBackup = () =>
  new LecternError('a-backup', {
    'zh-CN': '这是一份备份，不是交换包。它会替换整个素材库，请用“恢复备份”打开。素材库没有改动。',
    en: 'This is a backup, not an exchange bundle: it takes the place of the whole library. Use “restore” for it. The library is unchanged.',
  })

const newer = () =>
  new LecternError('bundle-newer', { 'zh-CN': '这份交换包由更新版本的讲台做成，请用新版讲台打开。素材库没有改动。', en: 'This bundle was made by a newer Lectern. Open it with the newer one; the library is unchanged.' })

const tooLarge = (cause: unknown) =>
  new LecternError('too-large', { 'zh-CN': '这份交换包超过了可以打开的大小，素材库没有改动。请让对方分几次导出。', en: 'This bundle is larger than can be opened; the library is unchanged. Ask for it to be exported in parts.' }, { cause })

/** What went wrong while a bundle was read, as a sentence for the user. */
export const bundleFailure = (error: unknown): unknown => {
  if (error instanceof ZipError) return error.fault === 'too-large' ? tooLarge(error) : damaged(error)
  return error instanceof SyntaxError || error instanceof z.ZodError || error instanceof TypeError ? damaged(error) : error
}

export type OpenBundle = { readonly archive: SealedArchive; readonly libraryId: string }

/** Reads directory and manifest. @throws LecternError `not-a-bundle`, `a-backup`, `bundle-newer`, `bundle-damaged`, `too-large` */
export const openBundle = async (handle: FileHandle): Promise<OpenBundle> => {
  let archive: SealedArchive | null
  try {
    archive = await openSealedArchive(handle, limits)
  } catch (error) {
    // Without a directory it is no archive at all.
    throw error instanceof ZipError && error.fault === 'damaged' && !(await beginsAsZip(handle)) ? notABundle() : bundleFailure(error)
  }
  if (archive?.manifest.format === 'lectern-backup') throw aBackup()
  if (archive?.manifest.format !== BUNDLE_FORMAT) throw notABundle()
  if (archive.manifest.version > BUNDLE_VERSION) throw newer()
  const libraryId = z.string().safeParse(archive.manifest['libraryId'])
  if (!libraryId.success || !archive.sha256.has(RECORDS) || !archive.zip.names.includes(RECORDS)) throw damaged()
  if (archive.zip.size(RECORDS) > MOST_RECORDS) throw tooLarge(undefined)
  return { archive, libraryId: libraryId.data }
}

const beginsAsZip = async (handle: FileHandle): Promise<boolean> => {
  const head = Buffer.alloc(4)
  await handle.read(head, 0, 4, 0)
  return head.toString('latin1') === 'PK\x03\x04'
}

/**
 * The records, each checked against its schema, in the order in which they stand.
 * @throws LecternError `bundle-damaged`, at the latest at the end when the whole is not what the manifest says
 */
export async function* readRecords({ archive }: OpenBundle): AsyncGenerator<BundleLine, void, void> {
  try {
    for await (const line of linesOf(readSealedEntry(archive, RECORDS))) if (line !== '') yield BundleLine.parse(JSON.parse(line))
  } catch (error) {
    throw bundleFailure(error)
  }
}

/** How many records the manifest speaks of, paragraphs of sources left out; for progress only, because it is a claim. */
export const recordsIn = ({ archive }: OpenBundle): number => {
  const counts = z.record(z.string(), z.number().int().nonnegative().optional()).safeParse(archive.manifest['counts'])
  return counts.success ? Object.values(counts.data).reduce<number>((sum, count) => sum + (count ?? 0), 0) : 0
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const piece of pieces) {
    rest += decoder.decode(piece, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_LINE) throw damaged()
    yield* lines
  }
  yield rest + decoder.decode()
}

/** An asset's bytes; null when the bundle was made without them. @throws LecternError `bundle-damaged` when they are not what their name says */
export const readAsset = async ({ archive }: OpenBundle, entry: string, hash: string): Promise<Uint8Array | null> => {
  const sha256 = archive.sha256.get(entry)
  if (sha256 === undefined) return null
  if (sha256 !== hash) throw damaged()
  try {
    const pieces: Uint8Array[] = []
    for await (const piece of readSealedEntry(archive, entry)) pieces.push(piece)
    return Buffer.concat(pieces)
  } catch (error) {
    throw bundleFailure(error)
  }
}
