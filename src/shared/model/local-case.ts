import { z } from 'zod'
import { Freshness } from './freshness'
import { MaterialId, Timestamp } from './ids'

/** What is known of a school's own approved case or story. */
export const LocalCase = z.object({
  id: MaterialId,
  kind: z.enum(['case', 'story']),
  title: z.string(),
  topics: z.array(z.string()),
  audiences: z.array(z.string()),
  freshness: Freshness,
  updatedAt: Timestamp,
})
export type LocalCase = Readonly<z.infer<typeof LocalCase>>

/** Why a case stands where it does among a school's own: it is about what is sought, it is meant for the audience or for another, it will soon be out of date. */
export const LocalCaseReason = z.discriminatedUnion('code', [z.object({ code: z.literal('topic'), topic: z.string() }), z.object({ code: z.enum(['audience', 'other-audience', 'expiring']) })])
export type LocalCaseReason = Readonly<z.infer<typeof LocalCaseReason>>

export const RankedCase = LocalCase.pick({ id: true, title: true }).extend({ reasons: z.array(LocalCaseReason) })
export type RankedCase = Readonly<z.infer<typeof RankedCase>>

/** What stands in one slot of a talk for one school. */
export const SlotFill = z.object({
  /** Of the slot. */
  slot: z.string(),
  /** Null where the school has nothing of its own: the talk's own words stand there, or the slide is left out. */
  chosen: MaterialId.nullable(),
  /** Chosen by somebody, not by rank. */
  pinned: z.boolean(),
  /** All of the school's own, the fittest first. */
  choices: z.array(RankedCase),
})
export type SlotFill = Readonly<z.infer<typeof SlotFill>>
