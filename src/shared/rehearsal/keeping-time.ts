/** Seconds ahead of the plan (negative) or behind it (positive); 0 while the slide on show still has time. */
export type Lag = number

/**
 * How a talk keeps its time. The plan gives every slide a stretch; whoever is on a slide while its stretch runs is in time.
 *
 * @param planned seconds for each slide
 * @param at the slide on show
 * @param elapsed seconds since the start
 */
export const lagOf = (planned: readonly number[], at: number, elapsed: number): Lag => {
  const begins = planned.slice(0, at).reduce((sum, seconds) => sum + seconds, 0)
  const ends = begins + (planned[at] ?? 0)
  if (elapsed > ends) return elapsed - ends
  return Math.min(0, elapsed - begins)
}

/** Shares out the time of blocks among their slides. @param blocks the block of each slide, null without one @param seconds of a block */
export const planOfSlides = (blocks: readonly (string | null)[], seconds: (block: string) => number): number[] => {
  const slides = new Map<string, number>()
  for (const block of blocks) if (block !== null) slides.set(block, (slides.get(block) ?? 0) + 1)
  return blocks.map((block) => (block === null ? 0 : seconds(block) / (slides.get(block) ?? 1)))
}
