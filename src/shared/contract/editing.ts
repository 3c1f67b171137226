import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CalendarDate } from '../model/calendar-date'
import { MaterialId, SourceId, TalkId, Timestamp } from '../model/ids'
import { Material, MaterialDraft, MaterialKind, MaterialStatus } from '../model/material'
import { SchoolId } from '../model/school'
import { TextDiff } from '../model/text-diff'

/** One state of a material. `revision` counts from 1; the last one is what stands now. `by` is empty when no speaker was set. */
export const Revision = z.object({ revision: z.int().min(1), at: Timestamp, by: z.string(), title: z.string(), current: z.boolean(), /** Fields that differ from the revision before. */ changed: z.array(z.string()) })
export type Revision = z.infer<typeof Revision>

const RevisionOf = z.object({ id: MaterialId, revision: z.int().min(1) })

/** The history of every material: each revision is kept and can be brought back. */
export const revisions = {
  /** Newest first. */
  list: oc.input(z.object({ id: MaterialId })).output(z.array(Revision)),
  get: oc.input(RevisionOf).output(MaterialDraft),
  /** Two revisions side by side: every field that differs, as text. `from` 0 is nothing at all. */
  diff: oc
    .input(z.object({ id: MaterialId, from: z.int().min(0), to: z.int().min(1) }))
    .output(z.object({ title: TextDiff, body: TextDiff, fields: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })) })),
  /** Makes a revision the current one; itself a new revision, and undoable. */
  restore: oc.input(RevisionOf).output(Material),
}

const Labels = z.array(z.string().min(1).max(60)).max(100)
/** What is left out stays as it is. */
export const BulkChanges = z.object({
  kind: MaterialKind.optional(),
  addTags: Labels.optional(),
  removeTags: Labels.optional(),
  addTopics: Labels.optional(),
  removeTopics: Labels.optional(),
  addAudiences: Labels.optional(),
  removeAudiences: Labels.optional(),
  status: MaterialStatus.optional(),
  /** Empty: for good. */
  validUntil: CalendarDate.optional(),
  school: z.string().max(200).optional(),
})
export type BulkChanges = z.infer<typeof BulkChanges>

const BulkEdit = z.object({ ids: z.array(MaterialId).min(1).max(10_000), changes: BulkChanges })

/** What a change would do: how many materials are different afterwards, in how many each field, and the first of them in full. */
export const BulkPreview = z.object({
  changed: z.int(),
  fields: z.array(z.object({ field: z.string(), count: z.int() })),
  examples: z.array(z.object({ id: MaterialId, title: z.string(), fields: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })) })),
})
export type BulkPreview = z.infer<typeof BulkPreview>

export const bulk = {
  /** Changes nothing. At most `examples` materials are named. */
  preview: oc.input(BulkEdit.extend({ examples: z.int().min(0).max(100).default(8) })).output(BulkPreview),
  /** One deed for all of them. Unknown ids are passed over; `changed` counts those that are different now. */
  edit: oc.input(BulkEdit).output(z.object({ changed: z.int() })),
}

export const TrashKind = z.enum(['material', 'source', 'talk', 'school'])
export type TrashKind = z.infer<typeof TrashKind>

export const TrashEntry = z.object({ id: z.union([MaterialId, SourceId, TalkId, SchoolId]), kind: TrashKind, title: z.string(), deletedAt: Timestamp })
export type TrashEntry = z.infer<typeof TrashEntry>

const TrashIds = z.array(z.uuid()).min(1).max(10_000)

/** Where deleted materials, sources, talks and schools stay until it is emptied; search never shows them. */
export const trash = {
  /** Last deleted first. */
  list: oc.input(z.object({ limit: z.int().min(1).max(1000).default(200), offset: z.int().min(0).default(0) }).prefault({})).output(z.object({ entries: z.array(TrashEntry), total: z.int() })),
  /** Puts things back as they were, one deed. */
  restore: oc.input(z.object({ ids: TrashIds })).output(z.object({ restored: z.int() })),
  /** Deletes for good what is named, with its history; `ids` absent: all of it. Undo still brings it back. */
  empty: oc.input(z.object({ ids: TrashIds.optional() }).prefault({})).output(z.object({ removed: z.int() })),
}
