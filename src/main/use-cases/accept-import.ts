import { extname } from 'node:path'
import type { AssetHash } from '../../shared/model/ids'
import type { ProposedMaterial } from '../../shared/model/material'
import type { Source } from '../../shared/model/source'
import type { Library } from '../library/library'
import { importGone, type PendingImports } from './pending-imports'
import { addPicture } from './talk-pictures'

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
    const { document, bytes, fileName, media } = file
    keepPictures(library, accepted.materials, media)
    const original = library.assets.put(bytes, extname(fileName).slice(1).toLowerCase() || document.format)
    const stored = library.sources.add({ document, title: accepted.title.trim() || document.title, fileName, original, bytes: bytes.byteLength, materials: accepted.materials })
    sources.push(stored.source)
    materials += accepted.materials.length
  }
  if (more) imports.drop(importId, files.map(({ key }) => key))
  else imports.discard(importId)
  return { sources, materials }
}

/** Keeps the pictures that the accepted materials show, before the materials that show them: an interrupted import leaves a picture without material, never the reverse. */
function keepPictures(library: Library, materials: readonly ProposedMaterial[], media: ReadonlyMap<AssetHash, Uint8Array>): void {
  const shown = new Set(materials.flatMap(({ body }) => [...body.matchAll(/\]\(asset:([0-9a-f]{64})\)/g)].map((match) => match[1])))
  for (const [hash, bytes] of media) if (shown.has(hash)) addPicture(library, bytes)
}
