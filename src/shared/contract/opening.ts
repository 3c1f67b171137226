import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'

/** What is done to a library of an earlier Lectern before it is open. */
export const openingDeeds = ['backing-up', 'upgrading', 'indexing'] as const

export const OpeningStep = z.object({
  doing: z.enum(openingDeeds),
  /** Steps of the schema, or materials of the index. */
  done: z.int().nonnegative(),
  /** 0 while it is not known. */
  total: z.int().nonnegative(),
})
export type OpeningStep = Readonly<z.infer<typeof OpeningStep>>

/** The one call that is answered while the library is not open yet; all others wait until it is. */
export const opening = {
  /** What is being done, from now on. Ends when the library is open, at once when it is; refused with the reason why it could not be opened. */
  steps: oc.output(eventIterator(OpeningStep)),
}
