import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { MaterialId, TalkId } from '../model/ids'
import { Warning } from '../outcome'
import { binary } from './binary'
import { LARGEST_CALL } from './wire'

/**
 * The ways out of Lectern: `backup` is everything, history included, for `keeping.restoreFile`; `bundle` is a documented `.lectern` file for another
 * library; `markdown` is a zip of plain files for any program.
 */
export const leavingForms = ['backup', 'bundle', 'markdown'] as const
export const LeavingForm = z.enum(leavingForms)
export type LeavingForm = z.infer<typeof LeavingForm>

export const RecordCounts = z.object({ sources: z.int(), materials: z.int(), talks: z.int(), assets: z.int(), /** Absent in a backup, which counts what can be searched. */ collections: z.int().optional(), searches: z.int().optional(), formats: z.int().optional(), audiences: z.int().optional(), designs: z.int().optional(), schools: z.int().optional(), /** Cases chosen for schools. */ pins: z.int().optional() })
export type RecordCounts = z.infer<typeof RecordCounts>

export const PackEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int() }),
  /** The file waits in the engine under `ticket` until it is taken. */
  z.object({ type: z.literal('finished'), ticket: z.string(), fileName: z.string(), bytes: z.int(), counts: RecordCounts, warnings: z.array(Warning) }),
])
export type PackEvent = z.infer<typeof PackEvent>

/**
 * How a record of a bundle stands to the library: `new` is not there; `identical` is there, word for word; `newer` and `older` are there with other
 * contents, changed later or earlier than ours.
 */
export const RecordStanding = z.enum(['new', 'identical', 'newer', 'older'])
export type RecordStanding = z.infer<typeof RecordStanding>

export const BundleRecord = z.object({ type: z.enum(['source', 'material', 'talk', 'collection', 'saved-search', 'format', 'audience', 'design', 'school']), id: z.string(), title: z.string(), standing: RecordStanding })
export type BundleRecord = Readonly<z.infer<typeof BundleRecord>>

/** Cases that somebody chose for a school in a talk: not chosen here yet, chosen alike, chosen otherwise. What is chosen otherwise stays as it is here. */
export const PinCounts = z.object({ new: z.int(), identical: z.int(), differing: z.int() })
export type PinCounts = Readonly<z.infer<typeof PinCounts>>
export const noPins: PinCounts = { new: 0, identical: 0, differing: 0 }

export const BundleContents = z.object({
  bundleId: z.string(),
  /** True when it was made from this very library. */
  ours: z.boolean(),
  counts: RecordCounts,
  standing: z.object({ new: z.int(), identical: z.int(), newer: z.int(), older: z.int() }),
  /** How cases chosen for schools stand to those chosen here; they are no records of their own. */
  pins: PinCounts.default(noPins),
  /** Those that differ first; at most {@link MOST_LISTED}. */
  records: z.array(BundleRecord),
})
export type BundleContents = Readonly<z.infer<typeof BundleContents>>

export const MOST_LISTED = 2000

export const MergeReport = z.object({
  added: z.int(),
  identical: z.int(),
  /** Where both were kept: ours under `id`, the bundle's under `keptAs`. */
  keptBoth: z.array(BundleRecord.extend({ keptAs: z.string() })),
  assets: z.int(),
  /** Cases chosen for schools: `new` were taken over, `differing` stayed as they were here. */
  pins: PinCounts.default(noPins),
})
export type MergeReport = Readonly<z.infer<typeof MergeReport>>

const Ids = z.object({ materials: z.array(MaterialId).max(200_000), talks: z.array(TalkId).max(200_000) })

export const leaving = {
  /** Makes a file. `only` names what goes into a bundle or the Markdown files, sources following their materials; null is everything, and a backup always is. */
  pack: oc.input(z.object({ form: LeavingForm, only: Ids.nullable().default(null) })).output(eventIterator(PackEvent)),
  /** The finished file, once; refused with `file-gone` afterwards. */
  take: oc.input(z.object({ ticket: z.string() })).output(binary(2 ** 31)),
  /** Reads a bundle and compares it with the library; changes nothing. It waits under `bundleId` until merged or discarded. */
  open: oc.input(z.object({ content: binary(LARGEST_CALL) })).output(BundleContents),
  /** Takes in what is new; keeps both where contents differ. One deed of the undo history. Refused with `bundle-gone` when it is not waiting any more. */
  merge: oc.input(z.object({ bundleId: z.string() })).output(MergeReport),
  discard: oc.input(z.object({ bundleId: z.string() })).output(z.void()),
}
