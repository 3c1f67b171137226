import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupName, parseBackupName, type NamedBackup } from '../../../../src/main/library/backup/backup-name'
import { superseded } from '../../../../src/main/library/backup/retention'
import { backupReasons } from '../../../../src/shared/contract/keeping'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A Wednesday, noon in UTC. */
const now = Date.UTC(2026, 10, 25, 12)

const daily = (ago: number): NamedBackup => ({ name: backupName(now - ago, 'daily'), reason: 'daily', madeAt: now - ago })
const keptAges = (backups: readonly NamedBackup[], offset = 0): number[] => {
  const gone = new Set(superseded(backups, now, offset))
  return backups.filter((backup) => !gone.has(backup)).map(({ madeAt }) => now - madeAt)
}

describe('which backups are kept', () => {
  it('the newest three of today', () => expect(keptAges([0, 1, 2, 3, 4].map((hours) => daily(hours * HOUR)))).toEqual([0, HOUR, 2 * HOUR]))

  it('the newest of each of the seven days before, and of each of the four weeks before', () => {
    const ages = Array.from({ length: 60 }, (_, day) => [daily(day * DAY), daily(day * DAY + HOUR)]).flat()
    expect(keptAges(ages).map((age) => age / DAY)).toEqual([0, 1 / 24, 1, 2, 3, 4, 5, 6, 7, 10, 17, 24])
  })

  it('by the user’s own calendar: an hour ago may have been yesterday', () => {
    const eastern = -12 * 60 // it is midnight there
    expect(keptAges([daily(HOUR), daily(2 * HOUR), daily(3 * HOUR)], eastern)).toEqual([HOUR])
  })

  it('all that were made by hand, and the last three ways back, whatever their age', () => {
    const old: NamedBackup[] = backupReasons.flatMap((reason) => [400, 401].map((days) => ({ name: backupName(now - days * DAY, reason), reason, madeAt: now - days * DAY })))
    const gone = new Set(superseded(old, now, 0))
    const kept = old.filter((backup) => !gone.has(backup))
    expect(kept.filter(({ reason }) => reason === 'by-hand')).toHaveLength(2)
    expect(kept.filter(({ reason }) => reason.startsWith('before-'))).toHaveLength(3)
    expect(kept.filter(({ reason }) => reason === 'daily')).toEqual([])
  })

  it('never nothing, never more than fourteen daily ones, and removing them again removes no more', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2 * DAY, max: 90 * DAY }), { minLength: 1, maxLength: 80 }), fc.integer({ min: -14 * 60, max: 12 * 60 }), (ages, offset) => {
        const backups = [...new Set(ages)].map(daily)
        const gone = new Set(superseded(backups, now, offset))
        const kept = backups.filter((backup) => !gone.has(backup))
        expect(kept.length).toBeLessThanOrEqual(14)
        if (ages.some((age) => age < 7 * DAY)) expect(kept.length).toBeGreaterThan(0)
        expect(superseded(kept, now, offset)).toEqual([])
      }),
    ))
})

describe('a backup’s name', () => {
  it('says when and why, and sorts by time', () => {
    expect(backupName(Date.UTC(2026, 0, 2, 3, 4, 5, 6), 'before-restore')).toBe('20260102T030405006Z-before-restore.db')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.constantFrom(...backupReasons), (madeAt, reason) => {
        expect(parseBackupName(backupName(madeAt, reason))).toEqual({ name: backupName(madeAt, reason), reason, madeAt })
      }),
    )
  })

  it.each(['library.db', '20260102T030405006Z-daily.db.tmp', '../20260102T030405006Z-daily.db', '20261302T030405006Z-daily.db'])('is not %s', (name) => expect(parseBackupName(name)).toBeNull())
})
