import type { Binary } from '../../shared/contract/binary'
import type { ImportedFile, ImportEvent } from '../../shared/contract/library'
import { failureOf } from '../../shared/contract/failure'
import { LecternError } from '../../shared/outcome'
import { assetHashOf } from '../library/assets'
import type { Library } from '../library/library'
import type { DocumentReading } from '../readers/read-document'
import type { PendingFile, PendingImports } from './pending-imports'

/** Reads one document; throws LecternError with the codes of the import gate and readers. */
export type ReadFile = (fileName: string, bytes: Uint8Array, signal?: AbortSignal) => Promise<DocumentReading>

type Room = { readonly library: Library; readonly imports: PendingImports; readonly read: ReadFile; readonly newId: () => string }

/**
 * Reads documents without storing anything. One bad file never stops the others; what was read waits under the finished event's id.
 * @param into an import to which these files are added
 * @param signal cancels: the document being read is given up and nothing waits
 * @throws LecternError cancelled
 */
export async function* readImports(
  { library, imports, read, newId }: Room,
  files: readonly { readonly fileName: string; readonly content: Binary }[],
  signal?: AbortSignal,
  into?: string,
): AsyncGenerator<ImportEvent, void, void> {
  const importId = into ?? newId()
  const before = imports.find(importId)
  const firstKey = Math.max(-1, ...[...before.keys()].map(Number)) + 1
  const waiting = new Map<string, PendingFile>()
  const results: ImportedFile[] = []
  for (const [index, { fileName, content }] of files.entries()) {
    yield { type: 'progress', done: index, total: files.length, fileName }
    signal?.throwIfAborted()
    const key = String(firstKey + index)
    const bytes = new Uint8Array(await content.arrayBuffer())
    const hash = assetHashOf(bytes)
    const known = library.sources.byOriginal(hash)
    const twin = [...before.values(), ...waiting.values()].find((file) => file.hash === hash)
    if (known !== null) results.push({ status: 'duplicate', key, fileName, source: known })
    else if (twin !== undefined) results.push(refused(key, fileName, sameFileTwice(twin.fileName)))
    else {
      try {
        const { document, media } = await read(fileName, bytes, signal)
        waiting.set(key, { fileName, bytes, hash, document, media })
        results.push({ status: 'read', key, fileName, document })
      } catch (error) {
        if (error instanceof LecternError && error.code === 'cancelled') throw error
        signal?.throwIfAborted()
        results.push(refused(key, fileName, error))
      }
    }
  }
  yield { type: 'progress', done: files.length, total: files.length, fileName: '' }
  if (waiting.size > 0) imports.add(importId, waiting)
  yield { type: 'finished', importId, files: results }
}

function refused(key: string, fileName: string, error: unknown): ImportedFile {
  const failure = error instanceof LecternError ? { code: error.code, message: error.localized } : failureOf(error)
  return { status: 'refused', key, fileName, error: failure, warnings: [] }
}

const sameFileTwice = (first: string): LecternError =>
  new LecternError('same-file-twice', { 'zh-CN': `与这次导入的《${first}》内容完全相同，只导入一份。`, en: `The same as “${first}” in this import; one copy is enough.` })
