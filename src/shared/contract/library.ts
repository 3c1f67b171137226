import { oc } from '@orpc/contract'
import { z } from 'zod'
import { MaterialId, SourceId, TalkId } from '../model/ids'
import { Freshness } from '../model/freshness'
import { CaseStage, Material, MaterialDraft, MaterialKind, MaterialStatus } from '../model/material'
import { OutlineEntry, Source, SourceParagraph } from '../model/source'
import { binary } from './binary'
import { LARGEST_DOCUMENT } from './imports'

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
