const WHOLE = 100

/**
 * Whole per cents in the proportion of `weights`, at least 1 each, which sum to 100 exactly: every one gets its 1, the rest falls by the largest
 * remainder (Hare–Niemeyer).
 * @param weights positive, at most 100 of them
 */
export const wholeShares = (weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const rest = WHOLE - weights.length
  const exact = weights.map((weight) => (weight / sum) * WHOLE - 1)
  const above = exact.map((share) => Math.max(0, share))
  const aboveSum = above.reduce((all, share) => all + share, 0)
  const quotas = above.map((share) => (aboveSum === 0 ? rest / weights.length : (share / aboveSum) * rest))
  const shares = quotas.map((quota) => 1 + Math.floor(quota))
  const missing = WHOLE - shares.reduce((all, share) => all + share, 0)
  const byRemainder = quotas.map((quota, index) => [quota - Math.floor(quota), index] as const).sort(([a, i], [b, j]) => b - a || i - j)
  for (const [, index] of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}

/**
 * One share set to a value; the others keep their proportion to one another and give or take what is needed, so that all sum to 100.
 * @param value is held to what leaves every other one its 1
 */
export const withShare = (shares: readonly number[], at: number, value: number): number[] => {
  if (shares.length <= 1) return shares.map(() => WHOLE)
  const own = Math.round(Math.min(WHOLE - (shares.length - 1), Math.max(1, value)))
  const others = shares.filter((_, index) => index !== at)
  const rest = WHOLE - own
  // The same rounding as above, of a smaller whole: 1 each, and what remains by the largest remainder.
  const sum = others.reduce((all, share) => all + share, 0)
  const quotas = others.map((share) => 1 + (share / sum) * (rest - others.length))
  const rounded = quotas.map(Math.floor)
  const missing = rest - rounded.reduce((all, share) => all + share, 0)
  const byRemainder = quotas.map((quota, index) => [quota - Math.floor(quota), index] as const).sort(([a, i], [b, j]) => b - a || i - j)
  for (const [, index] of byRemainder.slice(0, missing)) rounded[index] = (rounded[index] ?? 0) + 1
  return [...rounded.slice(0, at), own, ...rounded.slice(at)]
}
