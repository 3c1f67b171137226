/**
 * What stands in the `records.ndjson` of a `.lectern` exchange bundle (formats.md): one JSON object a line, told apart by `type`, in this order: assets by hash;
 * each source by id, followed by its text; materials by id; talks by id; collections by id; saved searches by id; formats by id;
 * audiences by id; designs by id; chosen cases by talk, school and slot; schools by id. UTF-8, lines end with LF.
 *
 * A bundle of everything carries all of these; one of chosen materials and talks carries no collections, saved searches, formats, audiences, chosen cases and schools, and only the designs that its talks name. The trash, the settings, the undo of
 * talks, which of their blocks are out of step, the history of deeds, and how somebody rehearsed or how fast they speak never leave in a bundle: a backup has them.
 */
import { z } from 'zod'
import { MaterialFilter, MaterialOrder } from '../contract/library'
import { AudienceDefinition, FormatDefinition } from '../formats/talk-formats'
import { CaseEvent } from './case-study'
import { CollectionDraft, CollectionId, Reader, SavedSearchId } from './collection'
import { AssetHash, MaterialId, TalkId, Timestamp } from './ids'
import { Material, MaterialDraft } from './material'
import { Brand } from './brand'
import { AudienceId, FormatId } from './own-definitions'
import { OwnDesign } from './own-design'
import { School, SchoolId } from './school'
import { OutlineEntry, Source, SourceParagraph } from './source'
import { TalkRecord } from './talk'
import { TalkVersion } from './talk-version'

export const BUNDLE_FORMAT = 'lectern-bundle'
/** 1: assets, sources, materials with their steps, talks. 2: the superseded states of materials, the versions of talks, collections, saved searches, formats, audiences. 3: schools with their brands. 4: which case of its own a school tells in a talk, where somebody chose. 5: designs. Every older version is read. */
export const BUNDLE_VERSION = 5

/** A file that records name by its hash; its bytes are the entry `assets/ab/ab….ext` of the archive, unless they were missing when the bundle was made. */
export const AssetRecord = z.object({ type: z.literal('asset'), hash: AssetHash, extension: z.string().regex(/^[a-z0-9]{1,12}$/), bytes: z.int().nonnegative() })
export type AssetRecord = Readonly<z.infer<typeof AssetRecord>>

export const SourceRecord = Source.extend({ type: z.literal('source'), outline: z.array(OutlineEntry).max(100_000) })
export type SourceRecord = Readonly<z.infer<typeof SourceRecord>>

/** The next paragraphs of the source above, at most {@link MOST_PARAGRAPHS}. */
export const ParagraphsRecord = z.object({ type: z.literal('paragraphs'), source: z.uuid(), paragraphs: z.array(SourceParagraph).max(500) })
export type ParagraphsRecord = Readonly<z.infer<typeof ParagraphsRecord>>
export const MOST_PARAGRAPHS = 500

/** A state of a material that another has taken the place of; `by` is empty where nobody was named. */
export const SupersededState = z.object({ revision: z.int().min(1), at: Timestamp, by: z.string().max(300), draft: MaterialDraft })
export type SupersededState = Readonly<z.infer<typeof SupersededState>>

export const MaterialRecord = Material.extend({
  type: z.literal('material'),
  /** Steps of a case, oldest first; absent without. */
  events: z.array(CaseEvent).max(1000).optional(),
  /** What it was before, oldest first; absent when it never was anything else. */
  revisions: z.array(SupersededState).max(100_000).optional(),
})
export type MaterialRecord = Readonly<z.infer<typeof MaterialRecord>>

/** How a talk stood once. */
export const TalkVersionRecord = TalkVersion.omit({ id: true, talkId: true }).extend({ markdown: z.string().max(5_000_000) })
export type TalkVersionRecord = Readonly<z.infer<typeof TalkVersionRecord>>

export const TalkLine = TalkRecord.extend({ type: z.literal('talk'), /** Oldest first; absent without. */ versions: z.array(TalkVersionRecord).max(10_000).optional() })
export type TalkLine = Readonly<z.infer<typeof TalkLine>>

/** A reading list. */
export const CollectionRecord = CollectionDraft.extend({
  type: z.literal('collection'),
  id: CollectionId,
  createdAt: Timestamp,
  updatedAt: Timestamp,
  /** In reading order; those in the trash are left out. */
  materials: z.array(MaterialId).max(200_000),
  /** Who has read what, by reader and material. */
  read: z.array(z.object({ reader: Reader, material: MaterialId, at: Timestamp })).max(1_000_000),
})
export type CollectionRecord = Readonly<z.infer<typeof CollectionRecord>>

export const SavedSearchRecord = z.object({
  type: z.literal('saved-search'),
  id: SavedSearchId,
  name: z.string().min(1).max(100),
  text: z.string().max(200),
  filter: MaterialFilter,
  order: MaterialOrder,
  createdAt: Timestamp,
})
export type SavedSearchRecord = Readonly<z.infer<typeof SavedSearchRecord>>

/** A format of the user's own. */
export const FormatRecord = z.object({ type: z.literal('format'), id: FormatId, key: z.string().min(1).max(60), definition: FormatDefinition, createdAt: Timestamp, updatedAt: Timestamp })
export type FormatRecord = Readonly<z.infer<typeof FormatRecord>>

/** An audience of the user's own. */
export const AudienceRecord = z.object({ type: z.literal('audience'), id: AudienceId, key: z.string().min(1).max(60), definition: AudienceDefinition, createdAt: Timestamp, updatedAt: Timestamp })
export type AudienceRecord = Readonly<z.infer<typeof AudienceRecord>>

/** A design of the user's own, made of a template. */
export const DesignRecord = OwnDesign.extend({ type: z.literal('design') })
export type DesignRecord = Readonly<z.infer<typeof DesignRecord>>

/** A school with all brands it ever had, oldest first; the last one is in use. */
export const SchoolRecord = School.extend({ type: z.literal('school'), brands: z.array(Brand.omit({ schoolId: true })).min(1).max(10_000) })
export type SchoolRecord = Readonly<z.infer<typeof SchoolRecord>>

/** Which case of its own a school tells in a slot of a talk, where somebody chose one; `material` is null where none is to be told. It has one place, so nothing is ever kept beside it. */
export const CasePinRecord = z.object({ type: z.literal('case-pin'), id: z.uuid(), talk: TalkId, school: SchoolId, slot: z.string().max(1000), material: MaterialId.nullable(), at: Timestamp })
export type CasePinRecord = Readonly<z.infer<typeof CasePinRecord>>

/** A record that has an id of its own and stands somewhere towards a library. */
export type KeptRecord = SourceRecord | MaterialRecord | TalkLine | CollectionRecord | SavedSearchRecord | FormatRecord | AudienceRecord | DesignRecord | SchoolRecord

export const titleOf = (record: KeptRecord): string => {
  if (record.type === 'saved-search' || record.type === 'school') return record.name
  return record.type === 'format' || record.type === 'audience' || record.type === 'design' ? record.definition.name['zh-CN'] : record.title
}

export const BundleLine = z.discriminatedUnion('type', [AssetRecord, SourceRecord, ParagraphsRecord, MaterialRecord, TalkLine, CollectionRecord, SavedSearchRecord, FormatRecord, AudienceRecord, DesignRecord, CasePinRecord, SchoolRecord])
export type BundleLine = z.infer<typeof BundleLine>

/** The `asset:<hash>` addresses in a Markdown text. */
export const assetsNamedIn = (markdown: string): AssetHash[] => Array.from(markdown.matchAll(/\basset:([0-9a-f]{64})\b/g), ([, hash]) => AssetHash.parse(hash))
