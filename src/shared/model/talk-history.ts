import { z } from 'zod'
import { TextDelta } from './text-delta'

/**
 * How the stack of undo of a talk changed with a save, told from where it stood at the revision that the save was based on: of the steps stored
 * there those up to `keep` stay (null: all of them, those that can be redone included), `steps` follow them, and `move` steps further than
 * before are done (negative: fewer). Nothing names a place in the library's own count, so a window need not have read what is older.
 */
export const HistoryChange = z.object({ keep: z.int().nullable(), steps: z.array(TextDelta).max(100_000), move: z.int() })
export type HistoryChange = { readonly keep: number | null; readonly steps: readonly TextDelta[]; readonly move: number }

/** Part of a talk's stack of undo. Positions count from 1 and stay what they are; step n leads from state n − 1 to state n. */
export const HistoryPage = z.object({
  /** The talk's, that `done` holds for. */
  revision: z.int().min(1),
  /** The state that the text stands in. */
  done: z.int().min(0),
  /** The oldest state that can be reached; what was before has been folded away. */
  bottom: z.int().min(0),
  /** The newest state that can be reached by redo. */
  top: z.int().min(0),
  /** In order, without gaps. */
  steps: z.array(z.object({ position: z.int().min(1), delta: TextDelta })),
})
export type HistoryPage = z.infer<typeof HistoryPage>
