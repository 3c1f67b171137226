/**
 * The clock of a rehearsal: which slide stands since when. Times are milliseconds of one steady clock that the caller reads; nothing here
 * asks what time it is.
 */
export type RehearsalClock = {
  /** Index of the slide that stands. */
  readonly at: number
  /** Since when its time runs; null while the clock is stopped. */
  readonly since: number | null
  /** Milliseconds spent on each slide before `since`, by index. */
  readonly spent: readonly number[]
}

/** @param slides how many there are; the clock stands on slide `at` and runs from `now` */
export const startClock = (slides: number, at: number, now: number): RehearsalClock => ({ at, since: now, spent: Array.from({ length: slides }, () => 0) })

/** Goes to a slide; the time until `now` belongs to the one that is left. */
export const goTo = (clock: RehearsalClock, at: number, now: number): RehearsalClock => (at === clock.at ? clock : { ...settled(clock, now), at })

export const stopClock = (clock: RehearsalClock, now: number): RehearsalClock => ({ ...settled(clock, now), since: null })

export const resumeClock = (clock: RehearsalClock, now: number): RehearsalClock => (clock.since === null ? { ...clock, since: now } : clock)

/** Milliseconds spent on every slide until `now`. */
export const spentUntil = (clock: RehearsalClock, now: number): readonly number[] => settled(clock, now).spent

/** Milliseconds since the start, stops left out. */
export const elapsed = (clock: RehearsalClock, now: number): number => spentUntil(clock, now).reduce((sum, spent) => sum + spent, 0)

const settled = (clock: RehearsalClock, now: number): RehearsalClock => {
  if (clock.since === null) return clock
  const passed = Math.max(0, now - clock.since)
  return { ...clock, since: now, spent: clock.spent.map((spent, index) => (index === clock.at ? spent + passed : spent)) }
}
