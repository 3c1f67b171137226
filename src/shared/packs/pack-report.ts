import { z } from 'zod'
import { Failure } from '../contract/failure'
import { SchoolId, SchoolLevel } from '../model/school'
import { Warning } from '../outcome'

const PackedSchool = z.object({ id: SchoolId, name: z.string(), district: z.string(), level: SchoolLevel.nullable() })

/** What became of one school's pack. */
export const PackResult = z.object({
  school: PackedSchool,
  /** Where it lies, from the folder of the run. */
  place: z.string(),
  /** `unchanged`: it was there, whole, and would have been made just so. */
  status: z.enum(['made', 'unchanged', 'failed']),
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  leftOut: z.array(Warning),
  /** Why it failed; null otherwise. */
  failure: Failure.nullable(),
})
export type PackResult = Readonly<z.infer<typeof PackResult>>

export const PackReport = z.object({
  results: z.array(PackResult),
  /** Schools of the run that nothing was tried for: it was stopped, or the disk was full. */
  notTried: z.int().nonnegative(),
  /** Bytes that the disk lacks for the rest, as far as can be told from the packs that were made; null where it was not full. */
  lacking: z.int().nonnegative().nullable(),
  /** Packs in the folder that hold an older version of the talk, or another talk: from earlier runs, for schools that are not in this one. */
  older: z.array(z.object({ place: z.string(), school: PackedSchool })),
  ms: z.number(),
})
export type PackReport = Readonly<z.infer<typeof PackReport>>
