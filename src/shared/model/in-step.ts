import { z } from 'zod'
import { StaleReason } from './freshness'
import { MaterialId, Timestamp } from './ids'
import { TextDiff } from './text-diff'

/** A block of which one side was changed since slide and script last agreed. A block that agrees as it stands has none. */
export const StepMark = z.object({
  /** Which block of the talk it is, from 0. */
  block: z.int().nonnegative(),
  /** Fingerprints of what the two sides said when they agreed; empty for nothing. */
  shown: z.string(),
  said: z.string(),
  /** What a side said then, where it says something else now; else null. */
  wasShown: z.string().nullable(),
  wasSaid: z.string().nullable(),
  /** When a side was changed last. */
  at: Timestamp,
})
export type StepMark = Readonly<z.infer<typeof StepMark>>

/** Names a block by what it says, so that it is known again in a text that has moved on: the fingerprint of its Markdown. */
const OfBlock = { block: z.string(), print: z.string() }

/** A block's heading (as Markdown), what it shows and what it says. */
export const BlockParts = z.object({ title: z.string(), shown: z.string(), said: z.string() })
export type BlockParts = Readonly<z.infer<typeof BlockParts>>

/** One side was changed and the other not: what the changed one said when they agreed, and what it says now. */
export const SideBehind = z.object({ kind: z.enum(['script-behind', 'slide-behind']), ...OfBlock, difference: TextDiff, since: Timestamp })
export type SideBehind = Readonly<z.infer<typeof SideBehind>>

export const MaterialChanged = z.object({
  kind: z.literal('material-changed'),
  ...OfBlock,
  material: MaterialId,
  /** Its title now, and the fingerprints it had and has. */
  title: z.string(),
  seen: z.string(),
  now: z.string(),
  /** What changed; null where the state that was brought in is not known any more. */
  difference: z.object({ title: TextDiff, body: TextDiff }).nullable(),
  /** The block that was brought in then, as far as it is known, and the one that would be now. */
  brought: BlockParts.nullable(),
  fresh: BlockParts,
})
export type MaterialChanged = Readonly<z.infer<typeof MaterialChanged>>

/** Not in this library: deleted, or of another one. */
export const MaterialGone = z.object({ kind: z.literal('material-gone'), ...OfBlock, material: MaterialId, /** Empty when it is not known. */ title: z.string(), inTrash: z.boolean() })
export type MaterialGone = Readonly<z.infer<typeof MaterialGone>>

export const MaterialStale = z.object({ kind: z.literal('material-stale'), ...OfBlock, material: MaterialId, title: z.string(), reasons: z.array(StaleReason).min(1), validUntil: z.string(), /** Title; empty without. */ source: z.string() })
export type MaterialStale = Readonly<z.infer<typeof MaterialStale>>

/** What of a block is no longer in step: with itself, or with the materials it rests on. */
export const StepFinding = z.discriminatedUnion('kind', [SideBehind, MaterialChanged, MaterialGone, MaterialStale])
export type StepFinding = Readonly<z.infer<typeof StepFinding>>
