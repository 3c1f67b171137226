import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { Localized } from '../language'

/** Something that takes its time, beside which everything else goes on; what writes to the library waits for it. */
export const LongWork = z.object({ id: z.string(), /** What is being done: “Editing 300 materials”. */ title: Localized, done: z.int(), /** 0 while it is not known. */ total: z.int() })
export type LongWork = Readonly<z.infer<typeof LongWork>>

/**
 * Deeds on many things, merging, packing, making the index anew and the doctor run in a thread of their own. The call that asked for one answers when it is done, and is refused
 * with `cancelled` when it was stopped: nothing of it is in the library then.
 */
export const longWork = {
  /** All that is under way, now and whenever it changes, for every window. */
  underWay: oc.output(eventIterator(z.object({ works: z.array(LongWork) }))),
  /** What is not under way any more is passed over. */
  stop: oc.input(z.object({ id: z.string() })).output(z.void()),
}
