/** Something that is kept for going back to: a backup, a version of a talk. `madeAt` in milliseconds since 1970. */
export type Kept = { readonly reason: string; readonly madeAt: number }

const TODAY = 3
const DAYS = 7
const WEEKS = 4
/** What was kept before Lectern itself replaced something: the last few stay, however old, because they are the way back. */
const WAYS_BACK = 3

const DAY = 86_400_000

/** Days since 1970 in the user's time zone: "today" is what the wall calendar says. */
const dayOf = (time: number, offset: number): number => Math.floor((time - offset * 60_000) / DAY)

/** Weeks that begin on Monday (1970-01-01 was a Thursday). */
const weekOf = (day: number): number => Math.floor((day + 3) / 7)

/**
 * Which backups to keep, and which versions of a talk: the newest 3 of today, the newest of each of the 7 days before, the newest of each of the 4 weeks before this one
 * — and whatever the user asked for by hand, which is not ours to remove.
 *
 * @param offset minutes that UTC is ahead of local time, as `Date.getTimezoneOffset()` gives it
 * @returns the others, to be removed
 */
export const superseded = <One extends Kept>(backups: readonly One[], now: number, offset: number): One[] => {
  const newestFirst = backups.toSorted((a, b) => b.madeAt - a.madeAt)
  const today = dayOf(now, offset)
  const kept = new Set<One>(newestFirst.filter(({ reason }) => reason === 'by-hand'))
  for (const way of newestFirst.filter(({ reason }) => reason.startsWith('before-')).slice(0, WAYS_BACK)) kept.add(way)
  // A clock that was set back leaves backups of the future; they count as today's.
  for (const backup of newestFirst.filter(({ madeAt }) => dayOf(madeAt, offset) >= today).slice(0, TODAY)) kept.add(backup)
  const days = new Set<number>()
  const weeks = new Set<number>()
  for (const backup of newestFirst) {
    const day = dayOf(backup.madeAt, offset)
    const week = weekOf(day)
    if (day >= today) continue
    if (today - day <= DAYS && !days.has(day)) kept.add(backup)
    if (weekOf(today) - week <= WEEKS && week < weekOf(today) && !weeks.has(week)) kept.add(backup)
    days.add(day)
    weeks.add(week)
  }
  return newestFirst.filter((backup) => !kept.has(backup))
}
