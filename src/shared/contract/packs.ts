import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { TalkId } from '../model/ids'
import { SchoolId, SchoolLevel } from '../model/school'
import { PackReport } from '../packs/pack-report'
import { ScriptPreset } from './talks'

export const PackKind = z.enum(['slides', 'script', 'handout', 'quiz', 'markdown'])
export type PackKind = z.infer<typeof PackKind>

export const PacksWish = z.object({
  talkId: TalkId,
  schools: z.array(SchoolId).min(1).max(100_000),
  /** Whom the schools of a level hear the talk as, by its key; levels that are left out hear it as the talk says. */
  audiences: z.partialRecord(SchoolLevel, z.string().max(60)).default({}),
  kinds: z.array(PackKind).min(1).default(['slides', 'script', 'handout', 'quiz']),
  preset: ScriptPreset.default('official'),
  /** A `.zip` a school instead of a folder. */
  zip: z.boolean().default(false),
  /** Whole path of the folder that the packs go to; it is made where it is not there. */
  to: z.string().min(1).max(4096),
})
export type PacksWish = z.input<typeof PacksWish>

export const PacksEvent = z.discriminatedUnion('type', [
  /** `secondsLeft` is null while nothing can be said of it. */
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int(), secondsLeft: z.number().nullable() }),
  z.object({ type: z.literal('finished'), report: PackReport }),
])
export type PacksEvent = z.infer<typeof PacksEvent>

/** A pack that lies in a folder already: `this` is of the talk's text as it stands, `older` of another text of it, `other-talk` of another talk. What else may have changed — a brand, a case — is not told. */
export const HeldPack = z.object({ school: SchoolId, holds: z.enum(['this', 'older', 'other-talk']) })
export type HeldPack = Readonly<z.infer<typeof HeldPack>>

export const packs = {
  /** A folder to begin with: in the user's documents, named by the talk. Nothing is made. */
  proposeFolder: oc.input(z.object({ talkId: TalkId })).output(z.object({ to: z.string() })),
  /** The packs of the library's schools that are in a folder already. Refused with `folder-not-absolute`. */
  held: oc.input(PacksWish.pick({ talkId: true, to: true, zip: true })).output(z.array(HeldPack)),
  /** What making packs would come to: where each goes, how much it is by the first of them, and what is free there. Writes nothing. */
  estimate: oc.input(PacksWish).output(z.object({ places: z.array(z.object({ id: SchoolId, place: z.string() })), bytesEach: z.int(), /** Bytes; null where it cannot be told. */ free: z.int().nullable() })),
  /**
   * Makes a pack for each school and an index over them. Packs that are there, whole and as they would be made, are left alone; ending the iterator early stops after the packs in hand, and
   * the same call goes on from there later.
   */
  make: oc.input(PacksWish).output(eventIterator(PacksEvent)),
}
