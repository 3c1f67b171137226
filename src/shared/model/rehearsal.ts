import { z } from 'zod'
import { TalkId, Timestamp } from './ids'

export const RehearsalId = z.uuid().brand<'rehearsal'>()
export type RehearsalId = z.infer<typeof RehearsalId>

export const LecturerId = z.uuid().brand<'lecturer'>()
export type LecturerId = z.infer<typeof LecturerId>

/** Han characters a minute that a lecturer may be set to (issue: talk desk, "Time"). */
export const Pace = z.int().min(120).max(320)

const Seconds = z.number().nonnegative().max(86_400)

/**
 * One block as it was spoken. What it had to say is kept with it, so that later edits of the talk falsify nothing. Slides without a block — cover,
 * agenda, section pages — stand as blocks that have nothing to say.
 */
export const RehearsedBlock = z.object({
  title: z.string().max(1000),
  /** Title of its section; empty before the first. */
  section: z.string().max(1000),
  characters: z.int().nonnegative(),
  words: z.int().nonnegative(),
  /** Seconds of pauses, waiting and activities in it. */
  still: Seconds,
  /** Seconds planned and seconds spoken. */
  planned: Seconds,
  spoken: Seconds,
})
export type RehearsedBlock = Readonly<z.infer<typeof RehearsedBlock>>

export const Rehearsal = z.object({
  id: RehearsalId,
  talkId: TalkId,
  /** Whose voice it was; empty when nobody is named. */
  lecturer: z.string().max(100),
  audience: z.string().max(60),
  /** Minutes allowed; null when open. */
  minutes: z.number().nullable(),
  startedAt: Timestamp,
  /** Of the last time written; with `finished` false the rehearsal was broken off there. */
  endedAt: Timestamp,
  finished: z.boolean(),
  /** In the order of the deck. */
  blocks: z.array(RehearsedBlock).max(3000),
})
export type Rehearsal = Readonly<z.infer<typeof Rehearsal>>

export const Lecturer = z.object({ id: LecturerId, name: z.string().min(1).max(100), pace: Pace })
export type Lecturer = Readonly<z.infer<typeof Lecturer>>

/** The pace of whoever gives a talk: the lecturer's own when there is one of that name, else the library's. */
export const paceOf = (speaker: string, lecturers: readonly Lecturer[], fallback: number): number => lecturers.find(({ name }) => name === speaker.trim())?.pace ?? fallback
