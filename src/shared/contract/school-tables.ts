import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { Language } from '../language'
import { RowProblem } from '../schools/row-problem'
import { schoolFields } from '../schools/school-columns'
import { binary } from './binary'

/** Of a preview as many of each are told; a window shows no more, and the counts are of all. */
export const MOST_TOLD = 2000

export const FieldDifference = z.object({ field: z.enum(schoolFields), from: z.string(), to: z.string() })
export type FieldDifference = Readonly<z.infer<typeof FieldDifference>>

/** What a table of schools would change. */
export const SchoolTablePreview = z.object({
  /** Rows with something in them. */
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Logos that were found for new and changed ones. */
  logos: z.int(),
  /** Rows that are left out. */
  leftOut: z.int(),
  problemCount: z.int(),
  problems: z.array(RowProblem),
  /** Headings that mean nothing to us. */
  ignored: z.array(z.string()),
  /** Those that are new or changed, in the order of the table. */
  steps: z.array(z.object({ line: z.int(), kind: z.enum(['new', 'changed']), name: z.string(), fields: z.array(FieldDifference) })),
})
export type SchoolTablePreview = Readonly<z.infer<typeof SchoolTablePreview>>

export const SchoolTableEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int() }),
  /** The table waits in the engine under `tableId` until it is imported or discarded. */
  z.object({ type: z.literal('finished'), tableId: z.string(), preview: SchoolTablePreview }),
])
export type SchoolTableEvent = z.infer<typeof SchoolTableEvent>

const MB = 1024 * 1024
const LogoFile = z.object({ /** Relative to the table, with `/`. */ path: z.string().min(1).max(1000), content: binary(5 * MB) })

/** Schools as CSV and Excel tables, in and out. */
export const schoolTables = {
  /** Reads a table and its logos, and says what it would change; nothing is stored. */
  open: oc.input(z.object({ fileName: z.string().max(300), content: binary(50 * MB), logos: z.array(LogoFile).max(20_000).default([]) })).output(eventIterator(SchoolTableEvent)),
  /** Does what the preview has shown, as one deed; refused with `schools-changed-elsewhere` where it would be something else by now. */
  import: oc.input(z.object({ tableId: z.string() })).output(z.object({ added: z.int(), changed: z.int(), unchanged: z.int() })),
  discard: oc.input(z.object({ tableId: z.string() })).output(z.void()),
  /** All schools as a table that reads back; as `zip` with their logos. */
  export: oc.input(z.object({ form: z.enum(['csv', 'xlsx', 'zip']), language: Language })).output(binary(400 * MB)),
}
