import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { ReadDocument } from '../model/document'
import { AssetHash, MaterialId, SourceId, TalkId } from '../model/ids'
import { Freshness } from '../model/freshness'
import { CaseStage, Material, MaterialDraft, MaterialKind, MaterialStatus, ProposedMaterial } from '../model/material'
import { OutlineEntry, Source, SourceParagraph } from '../model/source'
import { Localized } from '../language'
import { Warning } from '../outcome'
import { binary } from './binary'

/** The largest document the import gate looks at, in bytes. */
export const LARGEST_DOCUMENT = 200 * 1024 * 1024

const Failure = z.object({ code: z.string(), message: Localized })

/** What the reader made of one file of an import. `key` names the file within its import. */
export const ImportedFile = z.discriminatedUnion('status', [
  z.object({ status: z.literal('read'), key: z.string(), fileName: z.string(), document: ReadDocument }),
  z.object({ status: z.literal('duplicate'), key: z.string(), fileName: z.string(), source: Source }),
  /** The same bytes as another file of the import, which waits. */
  z.object({ status: z.literal('twin'), key: z.string(), fileName: z.string(), of: z.object({ key: z.string(), fileName: z.string() }) }),
  z.object({ status: z.literal('refused'), key: z.string(), fileName: z.string(), error: Failure, warnings: z.array(Warning) }),
])
export type ImportedFile = z.infer<typeof ImportedFile>

export const ImportEvent = z.discriminatedUnion('type', [
  /** `done` of `total` files; `fileName` is the one being read. */
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int(), fileName: z.string() }),
  z.object({ type: z.literal('finished'), importId: z.string(), files: z.array(ImportedFile) }),
])
export type ImportEvent = z.infer<typeof ImportEvent>

export const imports = {
  /**
   * Reads documents without storing anything; ending the iterator early cancels. The proposals wait in the engine until accepted or discarded.
   * `into` adds them to an import that waits already, so that thousands of files can come in one after another; a twin among them is told as one.
   */
  read: oc.input(z.object({ into: z.string().optional(), files: z.array(z.object({ fileName: z.string().min(1).max(500), content: binary(LARGEST_DOCUMENT) })).min(1).max(2000) })).output(eventIterator(ImportEvent)),
  /**
   * Stores the ticked proposals, as edited, with their source and original file, in one transaction per document. The import ends with it, and what
   * was not named is dropped; with `more` the rest goes on waiting for another call.
   */
  accept: oc
    .input(z.object({ importId: z.string(), files: z.array(z.object({ key: z.string(), title: z.string().max(300), materials: z.array(ProposedMaterial) })), more: z.boolean().default(false) }))
    .output(z.object({ sources: z.array(Source), materials: z.int() })),
  discard: oc.input(z.object({ importId: z.string() })).output(z.void()),
  /** A picture that was taken out of a document under review; refused with `import-gone` when that is not waiting any more. */
  picture: oc.input(z.object({ importId: z.string(), key: z.string(), hash: AssetHash })).output(binary(LARGEST_DOCUMENT)),
}

export const MaterialFilter = z.object({
  kinds: z.array(MaterialKind).max(20).default([]),
  tags: z.array(z.string()).max(50).default([]),
  topics: z.array(z.string()).max(50).default([]),
  audiences: z.array(z.string()).max(50).default([]),
  status: MaterialStatus.nullable().default(null),
  sourceId: SourceId.nullable().default(null),
  /** Names as they stand in the materials, whole. */
  schools: z.array(z.string()).max(50).optional(),
  stages: z.array(CaseStage).max(10).optional(),
  freshness: Freshness.nullable().optional(),
  /** Cited by a talk, or by none. */
  used: z.boolean().nullable().optional(),
  /** Of linked versions only the newest, or every one. Absent: the newest. */
  versions: z.enum(['newest', 'all']).optional(),
})
export type MaterialFilter = z.infer<typeof MaterialFilter>

/** Without words to search for, relevance is the order of age, newest first. Titles in the order of a Chinese dictionary (pinyin). */
export const materialOrders = ['relevance', 'newest', 'title', 'most-used'] as const
export const MaterialOrder = z.enum(materialOrders)
export type MaterialOrder = z.infer<typeof MaterialOrder>

/** A piece of a snippet or title; `hit` parts match the query. */
export const Snippet = z.array(z.object({ text: z.string(), hit: z.boolean() }))
export type Snippet = z.infer<typeof Snippet>

export const MaterialHit = z.object({
  id: MaterialId,
  kind: MaterialKind,
  status: MaterialStatus,
  title: Snippet,
  snippet: Snippet,
  tags: z.array(z.string()),
  /** Title of the source; empty without. */
  source: z.string(),
  locator: z.string(),
  /** How many versions it has, itself included; absent where it stands for itself. */
  versions: z.int().optional(),
  /** Present where it needs a look. */
  freshness: Freshness.optional(),
})
export type MaterialHit = z.infer<typeof MaterialHit>

export const SearchResult = z.object({ hits: z.array(MaterialHit), total: z.int(), /** True when `total` is an estimate, shown as 约; only where thousands of texts would have to be read for it. */ approximate: z.boolean().optional(), /** Time in the engine, milliseconds. */ ms: z.number() })
export type SearchResult = z.infer<typeof SearchResult>

export const materials = {
  /** Exact substring search, ranked; an empty text lists the newest first. */
  search: oc.input(z.object({ text: z.string().max(200), filter: MaterialFilter.prefault({}), order: MaterialOrder.default('relevance'), limit: z.int().min(1).max(200), offset: z.int().min(0).default(0) })).output(SearchResult),
  get: oc.input(z.object({ id: MaterialId })).output(z.object({ material: Material, source: Source.nullable(), usedIn: z.array(z.object({ id: TalkId, title: z.string() })) })),
  create: oc.input(MaterialDraft).output(Material),
  update: oc.input(z.object({ id: MaterialId, changes: MaterialDraft.partial() })).output(Material),
  remove: oc.input(z.object({ ids: z.array(MaterialId).min(1).max(10_000) })).output(z.object({ removed: z.int() })),
  /** Every tag, topic and audience in use with its count, most used first. */
  labels: oc.output(z.object({ tags: z.array(z.object({ label: z.string(), count: z.int() })), topics: z.array(z.object({ label: z.string(), count: z.int() })), audiences: z.array(z.object({ label: z.string(), count: z.int() })), kinds: z.array(z.object({ kind: MaterialKind, count: z.int() })) })),
}

export const sources = {
  list: oc.output(z.array(Source)),
  get: oc.input(z.object({ id: SourceId })).output(z.object({ source: Source, outline: z.array(OutlineEntry), materials: z.int() })),
  paragraphs: oc.input(z.object({ id: SourceId, from: z.int().min(1), to: z.int().min(1) })).output(z.array(SourceParagraph)),
  update: oc.input(z.object({ id: SourceId, changes: Source.pick({ title: true, issuer: true, number: true, date: true, validUntil: true }).partial() })).output(Source),
  /** Removes the source; its materials stay and lose their provenance only when the source is not restored by undo. */
  remove: oc.input(z.object({ id: SourceId })).output(z.void()),
  original: oc.input(z.object({ id: SourceId })).output(binary(LARGEST_DOCUMENT)),
}
