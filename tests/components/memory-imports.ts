import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import type { AcceptedFile, CloseEvent, CloseMatch, ImportedFile } from '../../src/shared/contract/imports'
import type { ReadDocument } from '../../src/shared/model/document'
import type { ProposedMaterial } from '../../src/shared/model/material'
import { gone } from './memory-gone'

/** What a reader makes of a file: a document, or anything else that can become of it. */
export type MemoryFile = Exclude<ImportedFile, { status: 'read' }> | { readonly status: 'read'; readonly key: string; readonly fileName: string; readonly document: ReadDocument }

export type ImportSeed = {
  /** What the reader makes of a file; without it every file is refused. */
  readonly read?: (fileName: string, key: string) => MemoryFile
  /** The one picture of every document under review. */
  readonly picture?: () => Blob
  /** What a file waits for before it is read. */
  readonly readDelay?: (fileName: string) => Promise<void>
  /** What proposals are close to, a document after another, and how they differ. */
  readonly close?: (documents: readonly ReadDocument[], keys: readonly string[]) => readonly CloseEvent[]
  readonly compare?: (proposal: ProposedMaterial) => CloseMatch[]
}

/** What the list of files is told of a file. */
export const imported = (file: MemoryFile): ImportedFile => {
  if (file.status !== 'read') return file
  const { document, ...rest } = file
  return { ...rest, summary: { format: document.format, title: document.title, proposals: document.materials.length, warnings: document.warnings } }
}

/** The proposals of a document as accepted. */
const acceptedOf = ({ materials }: ReadDocument, { leftOut, changed }: AcceptedFile): ProposedMaterial[] =>
  materials.filter(({ index }) => !leftOut.includes(index)).map((material) => changed.find(({ index }) => index === material.index) ?? material)

/** The room of imports in memory. */
export function memoryImports(seed: ImportSeed, { newId, store }: { newId: () => string; /** `putAway`: those that the new ones replace. */ store: (materials: readonly ProposedMaterial[], putAway: ReadonlySet<string>) => void }) {
  const pending = new Map<string, Map<string, ReadDocument>>()
  const accepted: { importId: string; files: AcceptedFile[]; more: boolean }[] = []
  let keys = 0
  const server = implement(contract).imports
  const documentOf = (importId: string, key: string) => pending.get(importId)?.get(key) ?? gone('导入')
  const imports = {
    read: server.read.handler(async function* ({ input }) {
      const importId = input.into ?? newId()
      const waiting = pending.get(importId) ?? new Map<string, ReadDocument>()
      const files: ImportedFile[] = []
      for (const [at, { fileName }] of input.files.entries()) {
        yield { type: 'progress' as const, done: at, total: input.files.length, fileName }
        await seed.readDelay?.(fileName)
        const key = `file-${keys++}`
        const file: MemoryFile = seed.read?.(fileName, key) ?? { status: 'refused', key, fileName, error: { code: 'unsupported-format', message: { 'zh-CN': '读不了这种文件。', en: 'This kind of file cannot be read.' } }, warnings: [] }
        if (file.status === 'read') waiting.set(key, file.document)
        files.push(imported(file))
      }
      pending.set(importId, waiting)
      yield { type: 'finished' as const, importId, files }
    }),
    document: server.document.handler(({ input }) => documentOf(input.importId, input.key)),
    close: server.close.handler(async function* ({ input }) {
      const waiting = pending.get(input.importId) ?? new Map<string, ReadDocument>()
      yield* seed.close?.([...waiting.values()], [...waiting.keys()]) ?? []
    }),
    compare: server.compare.handler(({ input }) => {
      const proposal = documentOf(input.importId, input.key).materials[input.index]
      return (proposal && seed.compare?.(proposal)) ?? []
    }),
    accept: server.accept.handler(({ input }) => {
      accepted.push(input)
      const materials = input.files.flatMap((file) => acceptedOf(documentOf(input.importId, file.key), file))
      if (!input.more) pending.delete(input.importId)
      store(materials, new Set(input.files.flatMap(({ replacements }) => replacements.map(({ of }) => of))))
      return { sources: [], materials: materials.length }
    }),
    discard: server.discard.handler(({ input }) => void pending.delete(input.importId)),
    picture: server.picture.handler(() => seed.picture?.() ?? gone('图片')),
  }
  return { imports, /** What was given to `accept`, in order. */ accepted, pending }
}
