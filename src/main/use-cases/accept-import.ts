import { extname } from 'node:path'
import type { ReadDocument } from '../../shared/model/document'
import type { ProposedMaterial } from '../../shared/model/material'
import type { Source } from '../../shared/model/source'
import type { Library } from '../library/library'
import type { PendingImports } from './pending-imports'
import { addPicture } from './talk-pictures'

type AcceptedFile = { readonly key: string; readonly title: string; readonly materials: readonly ProposedMaterial[] }

type Room = { readonly library: Library; readonly imports: PendingImports }

/**
 * Stores what the user accepted of an import, as edited: original file, full text and materials, each document in one transaction.
 * Files of the import that are not named are dropped, unless `more` of them are to be accepted later. One that was stored already is passed over, so that
 * the same call can be made again after a full disk.
 * @throws LecternError import-gone when the import is not waiting any more
 */
export async function acceptImport(room: Room, importId: string, files: readonly AcceptedFile[], more = false): Promise<{ sources: Source[]; materials: number }> {
  const { imports } = room
  const sources: Source[] = []
  let materials = 0
  for (const accepted of files) {
    if (imports.wasAccepted(importId, accepted.key)) continue
    const document = await imports.document(importId, accepted.key)
    const { fileName, bytes } = await imports.original(importId, accepted.key)
    const pictures = await picturesShown(imports, importId, accepted, document.pictures)
    const { library } = room // may have been exchanged during the waits
    // A picture before the materials that show it: an interrupted import leaves a picture without material, never the reverse.
    for (const picture of pictures) addPicture(library, picture)
    const original = library.assets.put(bytes, extname(fileName).slice(1).toLowerCase() || document.format)
    const stored = library.sources.add({ document, title: accepted.title.trim() || document.title, fileName, original, bytes: bytes.byteLength, materials: accepted.materials })
    await imports.markAccepted(importId, accepted.key)
    sources.push(stored.source)
    materials += accepted.materials.length
  }
  if (!more) await imports.discard(importId)
  return { sources, materials }
}

/** The pictures that the accepted materials show, as far as they came out of the document. */
async function picturesShown(imports: PendingImports, importId: string, { key, materials }: AcceptedFile, pictures: ReadDocument['pictures'] = []): Promise<Uint8Array[]> {
  const shown = new Set(materials.flatMap(({ body }) => [...body.matchAll(/\]\(asset:([0-9a-f]{64})\)/g)].map((match) => match[1])))
  return Promise.all(pictures.filter(({ hash }) => shown.has(hash)).map(({ hash }) => imports.picture(importId, key, hash)))
}
