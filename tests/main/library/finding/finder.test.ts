import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MaterialFilter, materialOrders, type MaterialOrder } from '../../../../src/shared/contract/library'
import { freshnessStates } from '../../../../src/shared/model/freshness'
import type { MaterialId } from '../../../../src/shared/model/ids'
import { caseStages } from '../../../../src/shared/model/material'
import type { Library } from '../../../../src/main/library/library'
import { aDerived, aDocument, aDraft, aProposal, importInto, withLibrary } from '../a-library'

// The clock of the tests stands at the end of May 2026.
const days = { over: '2026-05-01', near: '2026-07-01', far: '2030-01-01', none: '' } as const

type Grown = { readonly title: string; readonly body: string; readonly school: string; readonly stage: number; readonly day: keyof typeof days; readonly cited: number; readonly kind: 'case' | 'note' }

const grown: fc.Arbitrary<Grown> = fc.record({
  title: fc.constantFrom('阿', '班会课', '示例 2', '示例 10', 'Zoom', '张老师'),
  body: fc.constantFrom('数字教育', '数字', '教育资源', '资源', ''),
  school: fc.constantFrom('', '示例一小', '示例二中'),
  stage: fc.nat({ max: 4 }),
  day: fc.constantFrom(...(Object.keys(days) as (keyof typeof days)[])),
  cited: fc.nat({ max: 2 }),
  kind: fc.constantFrom('case' as const, 'note' as const),
})

const wish = fc.record({
  text: fc.constantFrom('', '数字', '资源 教育', '教'),
  order: fc.constantFrom(...materialOrders),
  schools: fc.subarray(['示例一小', '示例二中']),
  stages: fc.subarray([...caseStages], { maxLength: 2 }),
  kinds: fc.subarray(['case' as const, 'note' as const]),
  freshness: fc.option(fc.constantFrom(...freshnessStates)),
  used: fc.option(fc.boolean()),
  versions: fc.constantFrom('newest' as const, 'all' as const),
})

type Known = Grown & { readonly id: MaterialId; readonly no: number }

const stateOf = ({ day }: Grown): string => (day === 'over' ? 'stale' : day === 'near' ? 'expiring' : 'fresh')

/** Fills a library: materials, talks that cite some of them, versions of some. @returns what a brute force needs to know */
const fill = (library: Library, all: readonly Grown[], links: readonly (readonly number[])[]): { known: Known[]; older: Set<MaterialId>; group: Map<MaterialId, number> } => {
  const known = all.map((one, no) => ({ ...one, no, id: library.materials.create(aDraft({ ...one, stage: caseStages[one.stage] ?? null, validUntil: days[one.day] })).id }))
  for (let turn = 0; turn < 2; turn++) library.talks.add(aDerived({ title: `讲 ${turn}`, cites: known.filter(({ cited }) => cited > turn).map(({ id }) => id) }), '# 讲')
  const older = new Set<MaterialId>()
  const group = new Map<MaterialId, number>()
  const linked = new Set<number>()
  for (const [at, link] of links.entries()) {
    const fresh = [...new Set(link)].filter((no) => no < known.length && !linked.has(no))
    if (fresh.length < 2) continue
    const ids = fresh.map((no) => known[no]?.id).filter((id) => id !== undefined)
    for (const no of fresh) linked.add(no)
    library.versions.link(ids)
    for (const id of ids) group.set(id, at)
    for (const id of ids.slice(0, -1)) older.add(id)
  }
  return { known, older, group }
}

describe('finding', () => {
  it('finds what a look at every material finds, in the order asked for, page by page', () => {
    fc.assert(
      fc.property(fc.array(grown, { maxLength: 14 }), fc.array(fc.array(fc.nat({ max: 13 }), { maxLength: 4 }), { maxLength: 2 }), fc.array(wish, { minLength: 1, maxLength: 6 }), (all, links, wishes) =>
        withLibrary((library) => {
          const { known, older, group } = fill(library, all, links)
          const usedGroups = new Set(known.filter(({ cited }) => cited > 0).flatMap(({ id }) => group.get(id) ?? []))
          const isUsed = ({ id, cited }: Known) => cited > 0 || usedGroups.has(group.get(id) ?? -1)
          for (const { text, order, ...filter } of wishes) {
            const expected = known.filter(
              (one) =>
                text.split(' ').every((word) => one.title.includes(word) || one.body.includes(word)) &&
                (filter.kinds.length === 0 || filter.kinds.includes(one.kind)) &&
                (filter.schools.length === 0 || filter.schools.includes(one.school)) &&
                (filter.stages.length === 0 || filter.stages.some((stage) => stage === caseStages[one.stage])) &&
                (filter.freshness === null || filter.freshness === stateOf(one)) &&
                (filter.used === null || filter.used === isUsed(one)) &&
                (filter.versions === 'all' || !older.has(one.id)),
            )
            const page = (offset: number, limit: number) => library.materials.search({ text, order, filter: MaterialFilter.parse(filter), limit, offset })
            const found = page(0, 200)
            expect(found.total).toBe(expected.length)
            expect(new Set(found.hits.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)))
            const ids = found.hits.map(({ id }) => id)
            if (order !== 'relevance' || text === '') expect(ids).toEqual(inOrder(expected, order).map(({ id }) => id))
            expect([0, 3, 6, 9, 12].flatMap((offset) => page(offset, 3).hits.map(({ id }) => id))).toEqual(ids)
          }
        }),
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) },
    )
  })

  it('puts titles in the order of a Chinese dictionary, numbers by their value', () =>
    withLibrary((library) => {
      for (const title of ['张老师', '第10讲', '阿姨', '第9讲', '示例']) library.materials.create(aDraft({ title }))
      const { hits } = library.materials.search({ text: '', order: 'title', filter: MaterialFilter.parse({}), limit: 10, offset: 0 })
      expect(hits.map(({ title }) => title.map(({ text }) => text).join(''))).toEqual(['阿姨', '第9讲', '第10讲', '示例', '张老师'])
    }))

  it('tells in the list how many versions there are and what is not fresh', () =>
    withLibrary((library) => {
      const ids = ['一稿', '二稿'].map((title) => library.materials.create(aDraft({ title, validUntil: '2026-01-01' })).id)
      library.versions.link(ids)
      const { hits, total } = library.materials.search({ text: '稿', filter: MaterialFilter.parse({}), limit: 10, offset: 0 })
      expect(total).toBe(1)
      expect(hits[0]).toMatchObject({ id: ids[1], versions: 2, freshness: 'stale' })
    }))

  it('counts what one can filter by', () =>
    withLibrary((library) => {
      importInto(library, aDocument(), [aProposal(0, { kind: 'case', school: '示例一小', stage: 'adopted' }), aProposal(1, { school: '示例一小', validUntil: days.near })])
      const [cited] = library.materials.list()
      if (!cited) throw new Error('two were imported')
      library.talks.add(aDerived({ cites: [cited.id] }), '# 讲')
      expect(library.finder.facets()).toEqual({
        schools: [{ value: '示例一小', count: 2 }],
        statuses: [{ value: 'draft', count: 2 }],
        stages: [{ value: 'adopted', count: 1 }],
        freshness: [
          { value: 'fresh', count: 1 },
          { value: 'expiring', count: 1 },
          { value: 'stale', count: 0 },
        ],
        used: 1,
        unused: 1,
      })
    }))

  it('lets no search find what is in the trash', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft({ title: '废稿', tags: ['旧'] }))
      library.materials.remove([id])
      for (const order of materialOrders) expect(library.materials.search({ text: '废', order, filter: MaterialFilter.parse({ versions: 'all' }), limit: 10, offset: 0 })).toMatchObject({ hits: [], total: 0 })
      expect(library.materials.labels().tags).toEqual([])
      expect(library.counts().materials).toBe(0)
    }))
})

const collator = new Intl.Collator('zh-CN', { numeric: true })
const inOrder = (all: readonly Known[], order: MaterialOrder): Known[] => {
  const newest = all.toSorted((a, b) => b.no - a.no)
  if (order === 'title') return newest.toSorted((a, b) => collator.compare(a.title, b.title))
  return order === 'most-used' ? newest.toSorted((a, b) => b.cited - a.cited) : newest
}
