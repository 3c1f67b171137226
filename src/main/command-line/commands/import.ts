import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Failure } from '../../../shared/contract/failure'
import { LARGEST_DOCUMENT, type ImportedFile } from '../../../shared/contract/imports'
import { hasDocumentName } from '../../../shared/model/document-names'
import type { Source } from '../../../shared/model/source'
import type { Answer } from '../answer'
import { filesInFolder } from '../files-in-folder'
import type { Session } from '../session'

type FileResult = {
  readonly file: string
  readonly status: 'imported' | 'duplicate' | 'refused'
  readonly source?: Source
  readonly materials: number
  readonly outline: readonly { readonly level: number; readonly number: string; readonly title: string }[]
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly place: string }[]
  readonly error?: { readonly code: string; readonly message: string }
}

/** A file to import; one that was found in a folder is read only when its name is a document's. */
type Named = { readonly file: string; readonly found: boolean }

/** `import FILE|FOLDER…`: reads each document and accepts everything proposed. A refused file never stops the others. */
export async function importFiles(session: Session, given: readonly string[]): Promise<Answer> {
  const files = await inFolders(given)
  const results: FileResult[] = []
  for (const [index, { file, found }] of files.entries()) {
    session.progress(`${index + 1}/${files.length} ${basename(file)}`)
    results.push(found && !hasDocumentName(file) ? refused(session, file, otherFile) : await importOne(session, file))
  }
  const lines = results.filter(({ status }) => status !== 'refused').map((result) => lineOf(session, result))
  const problems = results.flatMap(({ file, error }) => (error === undefined ? [] : [`${file}: ${error.message}`]))
  return { json: { files: results }, lines, problems }
}

async function inFolders(given: readonly string[]): Promise<Named[]> {
  const files: Named[] = []
  for (const path of given) {
    const isFolder = await stat(path).then((found) => found.isDirectory(), () => false)
    if (isFolder) for await (const file of filesInFolder(path)) files.push({ file, found: true })
    else files.push({ file: path, found: false })
  }
  return files
}

async function importOne(session: Session, file: string): Promise<FileResult> {
  const found = await bytesOf(file)
  if (!(found instanceof Blob)) return refused(session, file, found)
  const read = await readOne(session, basename(file), found)
  if (read.status === 'refused') return refused(session, file, read.error)
  if (read.status === 'duplicate') return { file, status: 'duplicate', source: read.source, materials: 0, outline: [], warnings: [] }
  if (read.status === 'twin') throw new Error('A call with one file has no twins.')
  const { key, importId, summary } = read
  const { outline } = await session.client.imports.document({ importId, key })
  const { sources, materials } = await session.client.imports.accept({ importId, files: [{ key, title: summary.title }] })
  return {
    file,
    status: 'imported',
    source: sources[0],
    materials,
    outline: outline.map(({ level, number, title }) => ({ level, number, title })),
    warnings: summary.warnings.map(({ code, message, place }) => ({ code, message: session.say(message), place })),
  }
}

async function readOne(session: Session, fileName: string, content: Blob): Promise<ImportedFile & { importId: string }> {
  for await (const event of await session.client.imports.read({ files: [{ fileName, content }] }, { signal: session.signal })) {
    const [file] = event.type === 'finished' ? event.files : []
    if (event.type === 'finished' && file !== undefined) return { ...file, importId: event.importId }
  }
  throw new Error('An import ended without a result.')
}

/** The file's bytes, or why there are none. */
async function bytesOf(file: string): Promise<Blob | Failure> {
  try {
    const found = await stat(file)
    if (found.size > LARGEST_DOCUMENT) return tooLarge
    return new Blob([new Uint8Array(await readFile(file))])
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? notFound : unreadable
  }
}

const refused = (session: Session, file: string, { code, message }: Failure): FileResult => ({
  file,
  status: 'refused',
  materials: 0,
  outline: [],
  warnings: [],
  error: { code, message: session.say(message) },
})

function lineOf(session: Session, { file, status, source, materials, warnings }: FileResult): string {
  const title = source?.title ?? ''
  if (status === 'duplicate') return session.say({ 'zh-CN': `${file}：已经在素材库里（《${title}》），没有再导入`, en: `${file}: already in the library (“${title}”), not imported again` })
  const noted = warnings.map((warning) => `\n  ${warning.place === '' ? '' : `${warning.place}: `}${warning.message}`).join('')
  return session.say({ 'zh-CN': `${file}：《${title}》，${materials} 条素材`, en: `${file}: “${title}”, ${materials} materials` }) + noted
}

const notFound: Failure = { code: 'file-not-found', message: { 'zh-CN': '没有这个文件。请检查文件名和位置。', en: 'There is no such file. Please check its name and place.' } }
const otherFile: Failure = { code: 'unsupported-format', message: { 'zh-CN': '这种文件不能导入，已跳过。', en: 'Files of this kind cannot be imported; it was skipped.' } }
const unreadable: Failure = { code: 'file-unreadable', message: { 'zh-CN': '读不了这个文件。请检查权限，或者它是否正被别的程序使用。', en: 'The file cannot be read. Please check its permissions, or whether another program is using it.' } }
const tooLarge: Failure = { code: 'too-large', message: { 'zh-CN': '文件超过 200 MB，没有导入。请拆分或压缩其中的图片后再试。', en: 'The file is larger than 200 MB and was not imported. Split it, or make its pictures smaller, and try again.' } }
