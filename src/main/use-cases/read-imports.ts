import type { Binary } from '../../shared/contract/binary'
import type { DocumentSummary, ImportedFile, ImportEvent } from '../../shared/contract/imports'
import { failureOf } from '../../shared/contract/failure'
import type { ReadDocument } from '../../shared/model/document'
import { LecternError } from '../../shared/outcome'
import { assetHashOf } from '../library/assets'
import type { Library } from '../library/library'
import type { DocumentReading } from '../readers/read-document'
import type { PendingImports } from './pending-imports'

/** Reads one document; throws LecternError with the codes of the import gate and readers. */
export type ReadFile = (fileName: string, bytes: Uint8Array, signal?: AbortSignal) => Promise<DocumentReading>

type Room = { readonly library: Library; readonly imports: PendingImports; readonly read: ReadFile; readonly newId: () => string }

/**
 * Reads documents without storing anything in the library. One bad file never stops the others; what was read waits under the finished event's id.
 * @param into an import to which these files are added
 * @param signal cancels: the document being read is given up and nothing of this call waits
 * @throws LecternError cancelled
 */
export async function* readImports(
  room: Room,
  files: readonly { readonly fileName: string; readonly content: Binary }[],
  signal?: AbortSignal,
  into?: string,
): AsyncGenerator<ImportEvent, void, void> {
  const { imports } = room
  const importId = into ?? room.newId()
  const results: ImportedFile[] = []
  try {
    for (const [index, { fileName, content }] of files.entries()) {
      yield { type: 'progress', done: index, total: files.length, fileName }
      signal?.throwIfAborted()
      const key = imports.newKey()
      const bytes = new Uint8Array(await content.arrayBuffer())
      const hash = assetHashOf(bytes)
      const known = room.library.sources.byOriginal(hash)
      const twin = imports.twinOf(importId, hash)
      if (known !== null) results.push({ status: 'duplicate', key, fileName, source: known })
      else if (twin !== null) results.push({ status: 'twin', key, fileName, of: twin })
      else {
        try {
          const { document, media } = await room.read(fileName, bytes, signal)
          await imports.add(importId, key, fileName, hash, { bytes, document, media })
          results.push({ status: 'read', key, fileName, summary: summaryOf(document) })
        } catch (error) {
          if (error instanceof LecternError && error.code === 'cancelled') throw error
          signal?.throwIfAborted()
          results.push(refused(key, fileName, error))
        }
      }
    }
  } catch (error) {
    await imports.drop(importId, results.map(({ key }) => key))
    throw error
  }
  yield { type: 'progress', done: files.length, total: files.length, fileName: '' }
  yield { type: 'finished', importId, files: results }
}

const summaryOf = ({ format, title, materials, warnings }: ReadDocument): DocumentSummary => ({ format, title, proposals: materials.length, warnings })

function refused(key: string, fileName: string, error: unknown): ImportedFile {
  const failure = error instanceof LecternError ? { code: error.code, message: error.localized } : failureOf(error)
  return { status: 'refused', key, fileName, error: failure, warnings: [] }
}
