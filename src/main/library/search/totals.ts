import type { Matches } from './matches'
import type { Verification } from './verification'

export type Total = { readonly total: number; readonly approximate: boolean }

/** How many candidates are looked into for a total (3 µs each): all where there are no more than `exact`; else `sample` at a time. */
export type TotalLimits = { readonly exact: number; readonly sample: number }
export const limitsOfAKeystroke: TotalLimits = { exact: 800, sample: 160 }

/** Hits in a sample, from which the true total is at most a quarter away in 95 of 100 cases: 1.96 / √62 = 0.25. */
const ENOUGH = 62

/** Totals remembered while nothing changes: typing back and forth and turning pages asks for the same ones. */
const MOST_TOTALS = 200

/** No more digits than the sample has to tell: two from a hundred hits up, else one. */
const roughly = (estimate: number, held: number): number => Number(estimate.toPrecision(held >= 100 ? 2 : 1))

/**
 * How many of the candidates are hits, where the index does not prove the words. Exact up to `limits.exact` candidates. Beyond, an estimate: candidates
 * are looked into, evenly over all of them, until {@link ENOUGH} are hits or `limits.exact` were seen. So the total is off by a quarter at most in 95 of
 * 100 cases, unless fewer than one candidate in thirteen is a hit.
 */
export const verifiedTotal = ({ nos, size }: Matches, verification: Verification, limits: TotalLimits): Total => {
  if (size <= limits.exact) return { total: verification.holding(Array.from(nos.subarray(0, size))).length, approximate: false }
  let held = 0
  let seen = 0
  // Neither the best nor the newest alone say how many of the rest will do. Every round stands in the gaps that the rounds before it left.
  const rounds = Math.ceil(limits.exact / limits.sample)
  for (let round = 0; round < rounds && held < ENOUGH; round++) {
    const sample = Array.from({ length: limits.sample }, (_, index) => nos[Math.floor(((index + round / rounds) * size) / limits.sample)] as number)
    held += verification.holding(sample).length
    seen += sample.length
  }
  return { total: roughly((held * size) / seen, held), approximate: true }
}

export class Totals {
  readonly #known = new Map<string, Total>()
  #generation = -1

  /** The total of a question, counted only when it is not known from before. @param generation of the index; a change forgets all */
  of(generation: number, question: string, count: () => Total): Total {
    if (this.#generation !== generation || this.#known.size > MOST_TOTALS) {
      this.#generation = generation
      this.#known.clear()
    }
    const total = this.#known.get(question) ?? count()
    this.#known.set(question, total)
    return total
  }
}
