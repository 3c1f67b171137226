import { extname } from 'node:path'
import type { ProposedMaterial } from '../../shared/model/material'
import type { Source } from '../../shared/model/source'
import type { Library } from '../library/library'
import { importGone, type PendingImports } from './pending-imports'

type AcceptedFile = { readonly key: string; readonly title: string; readonly materials: readonly ProposedMaterial[] }

/**
 * Stores what the user accepted of an import, as edited: original file, full text and materials, each document in one transaction.
 * Files of the import that are not named are dropped, unless `more` of them are to be accepted later.
 * @throws LecternError import-gone when the import is not waiting any more
 */
export function acceptImport({ library, imports }: { library: Library; imports: PendingImports }, importId: string, files: readonly AcceptedFile[], more = false): { sources: Source[]; materials: number } {
  const waiting = imports.get(importId)
  const sources: Source[] = []
  let materials = 0
  for (const accepted of files) {
    const file = waiting.get(accepted.key)
    if (file === undefined) throw importGone()
    const { document, bytes, fileName } = file
    const original = library.assets.put(bytes, extname(fileName).slice(1).toLowerCase() || document.format)
    const stored = library.sources.add({ document, title: accepted.title.trim() || document.title, fileName, original, bytes: bytes.byteLength, materials: accepted.materials })
    sources.push(stored.source)
    materials += accepted.materials.length
  }
  if (more) imports.drop(importId, files.map(({ key }) => key))
  else imports.discard(importId)
  return { sources, materials }
}
