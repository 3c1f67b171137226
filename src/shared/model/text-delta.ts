import { z } from 'zod'

/** At a place of the text before (UTF-16 code units), `removed` gives way to `added`. */
export const Splice = z.tuple([/** at */ z.int().min(0), /** removed */ z.string(), /** added */ z.string()])
export type Splice = z.infer<typeof Splice>

/** What changed between two texts: splices in order, none reaching into the next. */
export const TextDelta = z.array(Splice)
export type TextDelta = readonly Splice[]
