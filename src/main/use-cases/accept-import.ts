import { extname } from 'node:path'
import type { AcceptedFile, CloseText } from '../../shared/contract/imports'
import type { ReadDocument } from '../../shared/model/document'
import type { MaterialId } from '../../shared/model/ids'
import type { ProposedMaterial } from '../../shared/model/material'
import type { Source } from '../../shared/model/source'
import type { Library } from '../library/library'
import type { NewSource } from '../library/sources'
import { MANY_DOCUMENTS, type Accepted, type PendingImports } from './pending-imports'
import { addPicture } from './talk-pictures'

type Stored = { readonly source: Source; readonly ids: readonly MaterialId[] }

type Room = {
  /** It may be exchanged while a file is read: ask anew after every wait. */
  readonly library: Library
  readonly imports: PendingImports
  /** Puts a document into the library, elsewhere when it is a large one; without it, here. */
  readonly addSource?: (added: NewSource) => Promise<Stored>
}

/**
 * Stores what the user accepted of an import, as edited: original file, full text and materials, each document in one transaction.
 * Files of the import that are not named are dropped, unless `more` of them are to be accepted later. One that was stored already is not stored again, so that
 * the same call can be made once more after a full disk.
 * @throws LecternError import-gone when the import is not waiting any more
 */
export async function acceptImport(room: Room, importId: string, files: readonly AcceptedFile[], more = false): Promise<{ sources: Source[]; materials: number }> {
  const sources: Source[] = []
  let materials = 0
  // Comparing them has just ended, and what it held lies about still.
  if (files.length > MANY_DOCUMENTS) room.library.makeRoom()
  for (const file of files) {
    const accepted = room.imports.accepted(importId, file.key) ?? (await store(room, importId, file))
    sources.push(accepted.source)
    materials += accepted.materials.size
  }
  if (!more) await room.imports.discard(importId)
  return { sources, materials }
}

async function store(room: Room, importId: string, file: AcceptedFile): Promise<Accepted> {
  const { imports } = room
  const { key } = file
  const document = await imports.document(importId, key)
  const fileName = imports.fileName(importId, key)
  const bytes = await imports.original(importId, key)
  const materials = acceptedMaterials(document, file, (text) => idOf(imports, importId, text))
  const pictures = await picturesShown(imports, importId, key, document, materials)
  const { library } = room
  // A picture before the materials that show it: an interrupted import leaves a picture without material, never the reverse.
  for (const picture of pictures) addPicture(library, picture)
  const original = library.assets.put(bytes, extname(fileName).slice(1).toLowerCase() || document.format)
  const added: NewSource = { document, title: file.title.trim() || document.title, fileName, original, bytes: bytes.byteLength, materials }
  const { source, ids } = room.addSource ? await room.addSource(added) : library.sources.add(added)
  const accepted = { source, materials: new Map(materials.flatMap(({ index }, at): [number, MaterialId][] => (ids[at] ? [[index, ids[at]]] : []))) }
  await imports.markAccepted(importId, key, accepted)
  return accepted
}

/** The proposals of a document with the user's changes, those left out missing. */
function acceptedMaterials({ materials }: ReadDocument, { leftOut, changed, versions, replacements }: AcceptedFile, idOf: (text: CloseText) => MaterialId | undefined): ProposedMaterial[] {
  const out = new Set(leftOut)
  const edited = new Map(changed.map((material) => [material.index, material]))
  const older = new Map(versions.map(({ index, of }) => [index, idOf(of)]))
  const replaced = new Map(replacements.map(({ index, of }) => [index, of]))
  return materials.flatMap((proposal) => {
    if (out.has(proposal.index)) return []
    const versionOf = older.get(proposal.index)
    const replaces = replaced.get(proposal.index)
    return [{ ...(edited.get(proposal.index) ?? proposal), ...(versionOf === undefined ? {} : { versionOf }), ...(replaces === undefined ? {} : { replaces }) }]
  })
}

/** The material that a close text is by now; a proposal of this import that was not stored is none. */
const idOf = (imports: PendingImports, importId: string, text: CloseText): MaterialId | undefined => (text.of === 'library' ? text.id : imports.accepted(importId, text.key)?.materials.get(text.index))

/** The pictures that the accepted materials show, as far as they came out of the document. */
async function picturesShown(imports: PendingImports, importId: string, key: string, { pictures = [] }: ReadDocument, materials: readonly ProposedMaterial[]): Promise<Uint8Array[]> {
  const shown = new Set(materials.flatMap(({ body }) => [...body.matchAll(/\]\(asset:([0-9a-f]{64})\)/g)].map((match) => match[1])))
  return Promise.all(pictures.filter(({ hash }) => shown.has(hash)).map(({ hash }) => imports.picture(importId, key, hash)))
}
