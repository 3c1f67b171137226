import { z } from 'zod'

/** `expiring`: its last day is at most {@link EXPIRING_DAYS} away. `stale`: that day is over, or a newer source took the place of its own. */
export const freshnessStates = ['fresh', 'expiring', 'stale'] as const
export const Freshness = z.enum(freshnessStates)
export type Freshness = z.infer<typeof Freshness>

/** Long enough to look for something newer before the next talk of the term. */
export const EXPIRING_DAYS = 60

/** Why a material is not fresh: a day of its own, the day of its source, or a newer source. */
export const StaleReason = z.enum(['expired', 'expiring', 'source-expired', 'source-expiring', 'source-superseded'])
export type StaleReason = z.infer<typeof StaleReason>

/** The days that concern a material; null or empty where there is none. */
export type LastDays = { readonly own: string | null; readonly source: string | null; /** Whether a newer source took the place of its own. */ readonly superseded: boolean }

/**
 * Why something is not fresh; none when it is. A last day still counts as valid.
 * @param today ISO 8601 date
 * @param soon the last day that counts as near, {@link EXPIRING_DAYS} after today
 */
export const staleReasons = ({ own, source, superseded }: LastDays, today: string, soon: string): StaleReason[] => [
  ...(own ? (own < today ? (['expired'] as const) : own <= soon ? (['expiring'] as const) : []) : []),
  ...(source ? (source < today ? (['source-expired'] as const) : source <= soon ? (['source-expiring'] as const) : []) : []),
  ...(superseded ? (['source-superseded'] as const) : []),
]

export const freshnessOf = (reasons: readonly StaleReason[]): Freshness =>
  reasons.some((reason) => reason === 'expired' || reason === 'source-expired' || reason === 'source-superseded') ? 'stale' : reasons.length > 0 ? 'expiring' : 'fresh'
