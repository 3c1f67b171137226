import { oc } from '@orpc/contract'
import { z } from 'zod'
import { TalkId } from '../model/ids'
import { Lecturer, LecturerId, Pace, Rehearsal, RehearsalId } from '../model/rehearsal'

/** What was spoken. Whoever rehearses makes the id and the times; the pace is fitted by `fitPace`. */
export const rehearsals = {
  /** Of one talk, newest first. */
  ofTalk: oc.input(z.object({ talkId: TalkId })).output(z.array(Rehearsal)),
  /** Of one lecturer over all talks, newest first. */
  ofLecturer: oc.input(z.object({ name: z.string().max(100), limit: z.int().min(1).max(100).default(20) })).output(z.array(Rehearsal)),
  /** Writes it as far as it has come, over what was written of it before. */
  keep: oc.input(Rehearsal).output(z.void()),
  remove: oc.input(z.object({ id: RehearsalId })).output(z.void()),
}

/** Lecturers with a pace of their own; all others speak at `Settings.pace`. */
export const lecturers = {
  /** By name. */
  list: oc.output(z.array(Lecturer)),
  /** Adds a lecturer who is not known yet. */
  setPace: oc.input(z.object({ name: z.string().trim().min(1).max(100), pace: Pace })).output(Lecturer),
  remove: oc.input(z.object({ id: LecturerId })).output(z.void()),
}
