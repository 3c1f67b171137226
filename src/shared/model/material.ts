import { z } from 'zod'
import { CalendarDate } from './calendar-date'
import { MaterialId, SourceId, Timestamp } from './ids'

/** 素材的种类 (product.md, "The words of the domain"). */
export const materialKinds = ['policy', 'theory', 'story', 'case', 'data', 'quote', 'question', 'activity', 'picture', 'note'] as const
export const MaterialKind = z.enum(materialKinds)
export type MaterialKind = z.infer<typeof MaterialKind>

export const caseStages = ['reviewed', 'adopted', 'in-practice', 'feedback'] as const
export const CaseStage = z.enum(caseStages)
export type CaseStage = z.infer<typeof CaseStage>

export const materialStatuses = ['draft', 'approved', 'retired'] as const
export const MaterialStatus = z.enum(materialStatuses)
export type MaterialStatus = z.infer<typeof MaterialStatus>

/** Have the people shown in a material agreed to that? `none`: nobody has asked, or nobody is shown. */
export const consentStates = ['none', 'asked', 'given'] as const
export const Consent = z.object({ state: z.enum(consentStates), /** Whose, when, on what paper. */ note: z.string().max(2000) })
export type Consent = Readonly<z.infer<typeof Consent>>

/** Where exactly a material came from: source → heading path → paragraphs. */
export const Provenance = z.object({
  sourceId: SourceId,
  /** Titles of the headings above, outermost first, each with its number: `['二、重点任务', '（一）资源建设']`. */
  path: z.array(z.string()),
  /** Short form of the path as cited in a talk: `二/(一)`. */
  locator: z.string(),
  /** First and last paragraph of the source, both included, counted from 1. */
  from: z.int().min(1),
  to: z.int().min(1),
})
export type Provenance = Readonly<z.infer<typeof Provenance>>

/** What a user can write of a material. `body` is Markdown in the talk dialect, ready to stand in a block. */
export const MaterialDraft = z.object({
  kind: MaterialKind,
  title: z.string().min(1).max(300),
  body: z.string().max(200_000),
  tags: z.array(z.string().min(1).max(60)).max(100),
  topics: z.array(z.string().min(1).max(60)).max(100),
  audiences: z.array(z.string().min(1).max(60)).max(100),
  status: MaterialStatus,
  /** Only a case has one. */
  stage: CaseStage.nullable(),
  /** The school a case or story tells of; empty without. */
  school: z.string().max(200),
  /** The last day on which it may be told as it stands; absent or empty: for good. */
  validUntil: CalendarDate.optional(),
  /** Absent: none. */
  consent: Consent.optional(),
})
export type MaterialDraft = Readonly<z.infer<typeof MaterialDraft>>

export const Material = MaterialDraft.extend({
  id: MaterialId,
  provenance: Provenance.nullable(),
  /** Absent where a material stands for itself. `rank` counts from 1, the oldest, to `count`, the newest. */
  version: z.object({ group: z.uuid(), rank: z.int().min(1), count: z.int().min(1) }).optional(),
  /** The speaker of the settings when it was last changed; absent when none was set. */
  editedBy: z.string().optional(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export type Material = Readonly<z.infer<typeof Material>>

/** A material as proposed by a reader, before the user has accepted it. */
export const ProposedMaterial = MaterialDraft.extend({
  /** Position among the proposals of its document, from 0: the review screen names proposals by it. */
  index: z.int().min(0),
  path: z.array(z.string()),
  locator: z.string(),
  from: z.int().min(1),
  to: z.int().min(1),
  /** An existing material of which this one is the newer version; absent where it stands for itself. */
  versionOf: MaterialId.optional(),
  /** Taking it in puts this existing one into the trash. */
  replaces: MaterialId.optional(),
})
export type ProposedMaterial = Readonly<z.infer<typeof ProposedMaterial>>
