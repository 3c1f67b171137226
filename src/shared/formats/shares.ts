const WHOLE = 100

/**
 * Whole per cents in the proportion of `weights`, at least 1 each, which sum to 100 exactly.
 * @param weights positive, at most 100 of them
 */
export const wholeShares = (weights: readonly number[]): number[] => distributed(weights, WHOLE)

/**
 * One share set to a value; the others keep their proportion to one another and give or take what is needed, so that all sum to 100.
 * @param value is held to what leaves every other one its 1
 */
export const withShare = (shares: readonly number[], at: number, value: number): number[] => {
  if (shares.length <= 1) return shares.map(() => WHOLE)
  const own = Math.round(Math.min(WHOLE - (shares.length - 1), Math.max(1, value)))
  return distributed(
    shares.filter((_, index) => index !== at),
    WHOLE - own,
  ).toSpliced(at, 0, own)
}

/** `whole` in whole parts: every one gets its 1, and what is above that falls by the largest remainder (Hare–Niemeyer). */
const distributed = (weights: readonly number[], whole: number): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const above = weights.map((weight) => Math.max(0, (weight / sum) * whole - 1))
  const aboveSum = above.reduce((all, part) => all + part, 0)
  const rest = whole - weights.length
  const quotas = above.map((part) => (aboveSum === 0 ? rest / weights.length : (part / aboveSum) * rest))
  const parts = quotas.map((quota) => 1 + Math.floor(quota))
  const missing = whole - parts.reduce((all, part) => all + part, 0)
  const byRemainder = quotas.map((quota, index) => [quota - Math.floor(quota), index] as const).sort(([a, i], [b, j]) => b - a || i - j)
  for (const [, index] of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}
