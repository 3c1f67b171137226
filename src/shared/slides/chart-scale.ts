/** The value axis of a chart. `step` is the distance between two ticks; the first and the last tick are `low` and `high`. */
export type Scale = { readonly low: number; readonly high: number; readonly step: number; readonly ticks: readonly number[] }

/** Smallest of 1, 2, 5, 10 × 10ⁿ of which at most about `count` cover `span`. */
function roundStep(span: number, count: number): number {
  const rough = span / count
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((one) => one * magnitude >= rough) ?? 10
  return factor * magnitude
}

const rounded = (value: number): number => Number(value.toPrecision(12))

/**
 * A scale with round ticks that holds all values; from zero where lengths are compared. Preview and export draw by this one, because every
 * program would choose another by itself.
 */
export function scaleOf(values: readonly (number | null)[], fromZero: boolean): Scale {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value))
  if (known.length === 0) return { low: 0, high: 1, step: 1, ticks: [0, 1] }
  const most = Math.max(...known, fromZero ? 0 : -Infinity)
  const least = Math.min(...known, fromZero ? 0 : Infinity)
  const largest = Math.max(Math.abs(most), Math.abs(least))
  // Values that differ by no more than the noise of binary fractions are one value.
  const flat = most - least <= largest * 1e-9
  const step = rounded(roundStep((flat ? largest : most - least) || 1, 4))
  const low = Math.floor(rounded(least / step)) * step
  const high = flat ? low + step * 2 : Math.ceil(rounded(most / step)) * step
  const count = Math.round((high - low) / step)
  return { low: rounded(low), high: rounded(high), step, ticks: Array.from({ length: count + 1 }, (_, index) => rounded(low + index * step)) }
}

/** Where a value lies between the ends of the scale: 0 at `low`, 1 at `high`. */
export const share = ({ low, high }: Scale, value: number): number => (value - low) / (high - low)
