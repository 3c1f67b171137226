/** The value axis of a chart. `step` is the distance between two ticks; the first and the last tick are `low` and `high`. */
export type Scale = { readonly low: number; readonly high: number; readonly step: number; readonly ticks: readonly number[] }

const ROUND = [1, 2, 5, 10]
/** Round enough for an axis that has to fit another one's grid. */
const ROUNDISH = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** Smallest of the factors × 10ⁿ of which `count` cover `span`. */
function roundStep(span: number, count: number, factors = ROUND): number {
  const rough = span / count
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const factor = factors.find((one) => one * magnitude >= rough) ?? 10
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

/**
 * A scale from zero with as many steps as another, so that both are read off the same grid; as {@link scaleOf} where a value is negative.
 * @param steps of the other scale
 */
export function scaleInSteps(values: readonly (number | null)[], steps: number): Scale {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value))
  if (known.length === 0 || Math.min(...known) < 0) return scaleOf(values, true)
  const step = rounded(roundStep(Math.max(...known) || steps, steps, ROUNDISH))
  return { low: 0, high: rounded(step * steps), step, ticks: Array.from({ length: steps + 1 }, (_, index) => rounded(index * step)) }
}

/** Where a value lies between the ends of the scale: 0 at `low`, 1 at `high`. */
export const share = ({ low, high }: Scale, value: number): number => (value - low) / (high - low)
