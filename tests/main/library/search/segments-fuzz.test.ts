import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MaterialFilter } from '../../../../src/shared/contract/library'
import { MaterialId } from '../../../../src/shared/model/ids'
import { materialKinds } from '../../../../src/shared/model/material'
import { newMaterialRow } from '../../../../src/main/library/material-rows'
import { migrate } from '../../../../src/main/library/schema/migrate'
import { MaterialSet } from '../../../../src/main/library/search/material-set'
import { MaterialIndex, type IndexShape } from '../../../../src/main/library/search/material-index'
import { MaterialSearch } from '../../../../src/main/library/search/material-search'
import { Sql } from '../../../../src/main/library/sql'
import { Tables } from '../../../../src/main/library/tables'
import { aDraft } from '../a-library'
import { contains } from './brute-force'

/** So small that two dozen steps go through every kind of merge. */
const tiny: IndexShape = { tailTexts: 2, tailCharacters: 60, fan: 2, levels: 3 }

const texts = (most: number) => fc.array(fc.constantFrom(...Array.from('教教教育育数字的pptPTa '), '㈱', '😀', '，'), { maxLength: most }).map((parts) => parts.join(''))
const text = fc.record({ title: texts(5), body: texts(25), kind: fc.constantFrom(...materialKinds.slice(0, 3)), tags: fc.subarray(['甲', '乙 丙']) })

type Text = { title: string; body: string; kind: (typeof materialKinds)[number]; tags: string[] }
type Step = { readonly do: 'insert'; readonly texts: Text[] } | { readonly do: 'update'; readonly at: number; readonly text: Text } | { readonly do: 'remove'; readonly at: number } | { readonly do: 'reopen' | 'rebuild' | 'query' }

const step: fc.Arbitrary<Step & { readonly rolledBack: boolean }> = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('insert' as const), texts: fc.array(text, { minLength: 1, maxLength: 4 }) }) },
      { weight: 4, arbitrary: fc.record({ do: fc.constant('update' as const), at: fc.nat(), text }) },
      { weight: 4, arbitrary: fc.record({ do: fc.constant('remove' as const), at: fc.nat() }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('reopen' as const, 'rebuild' as const, 'query' as const) }) },
    ),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([step, dice]) => ({ ...step, rolledBack: dice === 0 }))

/** A table of materials with its index, and the same materials by heart. */
const aTable = () => {
  const sql = new Sql(new Sqlite(':memory:'))
  migrate(sql, () => undefined)
  let index = new MaterialIndex(sql, tiny)
  let search = new MaterialSearch(sql, index)
  let now = 0
  let ids = 0
  let known = new Map<string, Text & { no: number }>()
  const rolledBack = new Error('rolled back')

  const at = (place: number) => [...known.keys()][place % Math.max(1, known.size)]
  const perform = (one: Step) => {
    const tables = new Tables(sql, { materials: index.follow })
    const put = (id: string, draft: Text, no: number | null) => {
      const row = { ...newMaterialRow(MaterialId.parse(id), aDraft(draft), null, now++, ''), no }
      known.set(id, { ...draft, no: tables.replace('materials', id, [row]) })
    }
    switch (one.do) {
      case 'insert':
        for (const draft of one.texts) put(`019b0000-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}`, draft, null)
        break
      case 'update': {
        const id = at(one.at)
        if (id !== undefined) put(id, one.text, known.get(id)?.no ?? null)
        break
      }
      case 'remove': {
        const id = at(one.at)
        if (id === undefined) break
        tables.replace('materials', id, [])
        known.delete(id)
        break
      }
      case 'rebuild':
        index.rebuild()
        break
      case 'query':
        find('教')
        break
      case 'reopen':
        index = new MaterialIndex(sql, tiny)
        search = new MaterialSearch(sql, index)
    }
  }
  const find = (text: string, filter: Partial<MaterialFilter> = {}) => search.search({ text, filter: MaterialFilter.parse(filter), limit: 1000, offset: 0 })

  /** Every second material, told by marks alone and by those that are missing. */
  const halves = (): MaterialSet[] => {
    const marks = new Uint8Array(Math.max(0, ...[...known.values()].map(({ no }) => no)) + 1).map((_, no) => no % 2)
    return [new MaterialSet(marks), new MaterialSet(marks, Array.from(marks.keys()).filter((no) => no % 2 === 0))]
  }

  return {
    find,
    findInHalves: (text: string) => halves().map((among) => search.search({ text, filter: MaterialFilter.parse({}), among, limit: 1000, offset: 0 }).hits.map(({ id }) => id)),
    all: () => [...known].map(([id, text]) => ({ id, ...text })),
    pages: (text: string, size: number) => Array.from({ length: Math.ceil(known.size / size) }, (_, page) => search.search({ text, filter: MaterialFilter.parse({}), limit: size, offset: page * size }).hits.map(({ id }) => id)).flat(),
    strays: () => index.strays(),
    check: () => index.checkStructure(),
    segments: () => index.state.segments.length,
    step: (one: Step & { rolledBack: boolean }) => {
      const before = new Map(known)
      try {
        sql.transaction(() => {
          perform(one)
          if (one.rolledBack) throw rolledBack
        })
      } catch (error) {
        if (error !== rolledBack) throw error
        known = before
      }
    },
  }
}

describe('the search index', () => {
  it('answers as brute force does through merges, tombstones, rollbacks, rebuilding and reading it again', () => {
    let segments = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), fc.array(texts(4), { minLength: 4, maxLength: 8 }), (steps, queries) => {
        const table = aTable()
        for (const one of steps) table.step(one)
        const all = table.all()
        const stretches = all.flatMap(({ title, body }) => [body.slice(1, 5), `${title.slice(0, 2)} ${body.slice(3, 6)}`])
        for (const query of ['教', '教育', ...queries, ...stretches]) {
          const expected = all.filter((one) => contains(one, query)).map(({ id }) => id)
          const found = table.find(query)
          expect(found.hits.map(({ id }) => id).sort(), query).toEqual(expected.sort())
          expect(found.total).toBe(expected.length)
        }
        for (const kind of materialKinds.slice(0, 3)) {
          for (const tags of [['甲'], ['乙 丙'], ['甲', '乙 丙']]) {
            const expected = all.filter((one) => one.kind === kind && tags.some((tag) => one.tags.includes(tag)) && contains(one, '教')).map(({ id }) => id)
            expect(table.find('教', { kinds: [kind], tags }).hits.map(({ id }) => id).sort()).toEqual(expected.sort())
          }
        }
        for (const query of ['教', '教育', '教 育']) {
          const expected = all.filter((one) => one.no % 2 === 1 && contains(one, query)).map(({ id }) => id).sort()
          for (const found of table.findInHalves(query)) expect(found.toSorted(), query).toEqual(expected)
        }
        const newest = all.toSorted((a, b) => b.no - a.no).map(({ id }) => id)
        expect(table.pages('', 3)).toEqual(newest)
        expect(table.find('', { kinds: [...materialKinds] }).hits.map(({ id }) => id)).toEqual(newest)
        expect(table.pages('教育数', 2)).toEqual(table.find('教育数').hits.map(({ id }) => id))
        expect(table.strays()).toBe(0)
        table.check()
        segments = Math.max(segments, table.segments())
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) },
    )
    expect(segments).toBeGreaterThan(2)
  })
})
