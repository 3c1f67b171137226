import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { Freshness } from '../../../../src/main/library/finding/freshness'
import type { Library } from '../../../../src/main/library/library'
import { Sql } from '../../../../src/main/library/sql'
import { Tables } from '../../../../src/main/library/tables'
import { aDerived, aDocument, aDraft, aProposal, importInto, withLibrary } from '../a-library'

/** Noon of 1 June 2026 by the calendar of wherever the test runs. */
const today = new Date(2026, 5, 1, 12).getTime()
const inJune = { clock: () => today }

const twoPlans = (library: Library) => {
  const [older, newer] = ['旧规划', '新规划'].map((title) => importInto(library, aDocument([title, '一段'], { title }), [aProposal(0, { title: `${title}一条` })]))
  if (!older || !newer) throw new Error('two were imported')
  return { older: older.source, newer: newer.source, clause: older.materials[0]! }
}

describe('freshness', () => {
  it.each([
    ['2026-05-31', ['expired']],
    ['2026-06-01', ['expiring']],
    ['2026-07-31', ['expiring']],
    ['2026-08-01', null],
    ['', null],
  ] as const)('of a material whose last day is “%s” on 1 June 2026: %j', (validUntil, reasons) =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft({ validUntil }))
      expect(library.freshness.of(id)?.reasons ?? null).toEqual(reasons)
    }, inJune))

  it('goes with the last day of the source and with a newer source in its place', () =>
    withLibrary((library) => {
      const { older, newer, clause } = twoPlans(library)
      library.sources.update(older.id, { validUntil: '2026-06-30' })
      expect(library.freshness.of(clause.id)?.reasons).toEqual(['source-expiring'])
      library.sources.supersede(older.id, newer.id)
      expect(library.freshness.of(clause.id)).toEqual({ id: clause.id, title: '旧规划一条', reasons: ['source-expiring', 'source-superseded'], validUntil: '2026-06-30', source: '旧规划' })
      expect(library.history.undo()?.label['zh-CN']).toBe('用《新规划》取代《旧规划》')
      expect(library.freshness.of(clause.id)?.reasons).toEqual(['source-expiring'])
    }, inJune))

  it('lists what is over before what soon will be, and the talks that rest on it', () =>
    withLibrary((library) => {
      const { older, newer, clause } = twoPlans(library)
      library.sources.supersede(older.id, newer.id)
      const near = library.materials.create(aDraft({ title: '快到期', validUntil: '2026-06-10' }))
      const over = library.materials.create(aDraft({ title: '已过期', validUntil: '2025-12-31' }))
      const fresh = library.materials.create(aDraft({ title: '有效' }))
      const talk = library.talks.add(aDerived({ title: '一讲', cites: [fresh.id, clause.id, near.id] }), '# 一讲')
      library.talks.add(aDerived({ title: '二讲', cites: [fresh.id] }), '# 二讲')

      const report = library.freshness.report()
      expect(report.materials.map(({ title }) => title)).toEqual(['已过期', '旧规划一条', '快到期'])
      expect(report.materialCount).toBe(3)
      expect(report.sources).toMatchObject([{ source: { id: older.id, supersededBy: newer.id }, reasons: ['source-superseded'], supersededByTitle: '新规划', materials: 1 }])
      expect(report.talks.map(({ title, materials }) => [title, materials.map((one) => one.title).sort()])).toEqual([['一讲', ['快到期', '旧规划一条']]])
      expect(library.freshness.ofTalk(talk.id).map(({ id }) => id)).toEqual([clause.id, near.id])
      expect(library.freshness.of(over.id)?.reasons).toEqual(['expired'])
    }, inJune))

  it('is reported in small steps, however many share a day, as it is at once', () =>
    withLibrary((library, folder) => {
      const { older, newer } = twoPlans(library)
      library.sources.supersede(older.id, newer.id)
      for (const validUntil of ['2026-06-10', '2025-12-31', '2026-06-10', '2026-06-10', '2026-07-01', '']) library.materials.create(aDraft({ validUntil }))
      const database = new Sqlite(join(folder, 'library.db'), { readonly: true })
      try {
        const sql = new Sql(database)
        for (const portion of [1, 2, 3, 5]) {
          const work = new Freshness(sql, new Tables(sql, {}), inJune.clock, portion).reporting()
          let steps = 0
          let step = work.next()
          for (; step.done !== true; step = work.next()) steps++
          expect(steps).toBeGreaterThan(5 / portion)
          expect(step.value).toEqual(library.freshness.report())
          expect(step.value.materialCount).toBe(6)
        }
      } finally {
        database.close()
      }
    }, inJune))

  it('lets a source stand again while the one in its place is in the trash', () =>
    withLibrary((library) => {
      const { older, newer, clause } = twoPlans(library)
      library.sources.supersede(older.id, newer.id)
      library.sources.remove(newer.id)
      expect(library.freshness.of(clause.id)).toBeNull()
      library.trash.restore([newer.id])
      expect(library.freshness.of(clause.id)?.reasons).toEqual(['source-superseded'])
    }, inJune))

  it('refuses sources that would take each other’s place', () =>
    withLibrary((library) => {
      const { older, newer } = twoPlans(library)
      library.sources.supersede(older.id, newer.id)
      expect(() => library.sources.supersede(newer.id, older.id)).toThrow(expect.objectContaining({ code: 'source-supersedes-itself' }))
      expect(() => library.sources.supersede(older.id, older.id)).toThrow(expect.objectContaining({ code: 'source-supersedes-itself' }))
      expect(library.sources.supersede(older.id, null).supersededBy).toBeUndefined()
    }, inJune))

  it('is worked out anew when the day changes', () => {
    let now = today
    withLibrary(
      (library) => {
        const { id } = library.materials.create(aDraft({ validUntil: '2026-06-01' }))
        expect(library.freshness.of(id)?.reasons).toEqual(['expiring'])
        now += 24 * 60 * 60 * 1000
        expect(library.freshness.of(id)?.reasons).toEqual(['expired'])
      },
      { clock: () => now },
    )
  })
})
