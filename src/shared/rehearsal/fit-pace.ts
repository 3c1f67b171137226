import type { Rehearsal, RehearsedBlock } from '../model/rehearsal'
import { spokenLength } from '../speech/time-talk'

/** A pace in Han characters a minute and the interval that holds it with a confidence of 95 %. */
export type PaceFit = {
  readonly pace: number
  readonly low: number
  readonly high: number
  /** Blocks that the fit rests on, and those left out as interrupted or skipped. */
  readonly blocks: number
  readonly leftOut: number
  readonly rehearsals: number
}

/** People change: only the newest rehearsals count. */
const NEWEST_REHEARSALS = 8
/** A block with less to say than this tells more of how fast slides are turned than of speech. */
const LEAST_LENGTH = 25
/** Less than this, and an interval would pretend to know something. */
const LEAST_BLOCKS = 8
const LEAST_CHARACTERS = 800
const RESAMPLES = 400

/** What one block says about the pace. */
type Sample = {
  /** Han characters, Latin words counted in. */
  readonly length: number
  /** Seconds a character. */
  readonly rate: number
}

/**
 * The pace at which somebody spoke, from the rehearsals given, newest first. Robust: an interruption, a slide that was skipped or one that was told at
 * length must not move it. The slope through the origin with the least absolute deviations is the median of the rates, each weighted by its
 * length (Bloomfield & Steiger 1983, "Least Absolute Deviations", ch. 1); blocks further from it than three scaled median deviations are left
 * out and the median taken again. The interval is the percentile bootstrap of the whole procedure (Efron & Tibshirani 1993, ch. 13) with a
 * fixed seed, so that the same rehearsals always say the same.
 *
 * @returns null while there is too little to tell
 */
export const fitPace = (rehearsals: readonly Rehearsal[]): PaceFit | null => {
  const heard = rehearsals.slice(0, NEWEST_REHEARSALS)
  const samples = heard.flatMap(({ blocks }) => blocks.flatMap(sampleOf))
  const fit = fitSamples(samples)
  if (fit === null || fit.kept < LEAST_BLOCKS || fit.length < LEAST_CHARACTERS) return null
  const random = randomFrom(samples.length * 2_654_435_761)
  const rates: number[] = []
  for (let round = 0; round < RESAMPLES; round++) {
    const drawn = samples.map(() => samples[Math.floor(random() * samples.length)]).filter((sample) => sample !== undefined)
    const refit = fitSamples(drawn)
    if (refit !== null) rates.push(refit.rate)
  }
  rates.sort((a, b) => a - b)
  // Slow is a high rate: the ends change places.
  const slowest = rates[Math.ceil(rates.length * 0.975) - 1] ?? fit.rate
  const fastest = rates[Math.floor(rates.length * 0.025)] ?? fit.rate
  return {
    pace: Math.round(60 / fit.rate),
    low: Math.floor(60 / slowest),
    high: Math.ceil(60 / fastest),
    blocks: fit.kept,
    leftOut: samples.length - fit.kept,
    rehearsals: heard.filter(({ blocks }) => blocks.some((block) => sampleOf(block).length > 0)).length,
  }
}

const sampleOf = (block: RehearsedBlock): Sample[] => {
  const length = spokenLength(block)
  const seconds = block.spoken - block.still
  return length < LEAST_LENGTH || seconds <= 0 ? [] : [{ length, rate: seconds / length }]
}

const fitSamples = (samples: readonly Sample[]): { rate: number; kept: number; length: number } | null => {
  const centre = weightedMedian(samples)
  if (centre === null) return null
  const spread = weightedMedian(samples.map(({ length, rate }) => ({ length, rate: Math.abs(rate - centre) }))) ?? 0
  // 1.4826 makes the median deviation of normal noise its standard deviation; nobody speaks evener than 3 %.
  const widest = 3 * Math.max(1.4826 * spread, 0.03 * centre)
  const kept = samples.filter(({ rate }) => Math.abs(rate - centre) <= widest)
  const rate = weightedMedian(kept)
  return rate === null ? null : { rate, kept: kept.length, length: kept.reduce((sum, sample) => sum + sample.length, 0) }
}

/** The rate on both sides of which half of all that was said lies; between two where the half falls on the border. */
const weightedMedian = (samples: readonly Sample[]): number | null => {
  const sorted = samples.toSorted((a, b) => a.rate - b.rate)
  const half = sorted.reduce((sum, { length }) => sum + length, 0) / 2
  let before = 0
  for (const [index, { length, rate }] of sorted.entries()) {
    before += length
    if (before > half) return rate
    if (before === half) return (rate + (sorted[index + 1]?.rate ?? rate)) / 2
  }
  return null
}

/** Even numbers in [0, 1) from a seed: mulberry32 (Tommy Ettinger, public domain). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
