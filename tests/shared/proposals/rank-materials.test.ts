import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MaterialId } from '../../../src/shared/model/ids'
import { materialKinds } from '../../../src/shared/model/material'
import { proposeForGaps, rankMaterials, type CandidateFacts, type Gap, type Occasion } from '../../../src/shared/proposals/rank-materials'

const DAY = 86_400_000
const now = 1000 * DAY
const id = (n: number) => MaterialId.parse(`01900000-0000-7000-8000-${String(n).padStart(12, '0')}`)
const material = (n: number, more: Partial<CandidateFacts> = {}): CandidateFacts => ({ id: id(n), kind: 'case', title: `示例 ${n}`, topics: [], audiences: [], status: 'draft', freshness: 'fresh', seconds: 0, uses: [], updatedAt: n, ...more })
const gap: Gap = { kinds: ['case', 'story'], seconds: 240 }
const occasion: Occasion = { title: '数字资源走进课堂', audience: 'students', topics: ['数字资源'], language: 'zh-CN', now }
const order = (...candidates: readonly CandidateFacts[]) => rankMaterials(gap, occasion, candidates).map((ranked) => ranked.material.id)
const codes = (candidate: CandidateFacts) => rankMaterials(gap, occasion, [candidate])[0]?.reasons.map(({ code }) => code)

describe('rankMaterials', () => {
  it('takes only kinds that belong there, the fitter kind first', () => {
    expect(order(material(1, { kind: 'story' }), material(2), material(3, { kind: 'policy' }))).toEqual([id(2), id(1)])
  })

  it('proposes nothing retired and nothing stale', () => {
    expect(order(material(1, { status: 'retired' }), material(2, { freshness: 'stale' }), material(3, { freshness: 'expiring' }))).toEqual([id(3)])
  })

  it.each<[string, Partial<CandidateFacts>]>([
    ['topic', { topics: ['数字资源'] }],
    ['title', { title: '数字资源在课堂' }],
    ['audience', { audiences: ['students'] }],
    ['approved', { status: 'approved' }],
    ['fits', { seconds: 200 }],
  ])('puts a material forward for %s, and says so', (code, more) => {
    expect(order(material(9), material(1, more))[0]).toBe(id(1))
    expect(codes(material(1, more))).toContain(code)
  })

  it.each<[string, Partial<CandidateFacts>]>([
    ['other-audience', { audiences: ['officials'] }],
    ['told-lately', { uses: [{ audience: 'students', at: now - 10 * DAY }] }],
    ['told-lately', { uses: [{ audience: '', at: now - 10 * DAY }] }],
    ['used-lately', { uses: [{ audience: 'officials', at: now - 10 * DAY }] }],
    ['too-long', { seconds: 900 }],
    ['other-language', { title: 'An example' }],
    ['expiring', { freshness: 'expiring' }],
  ])('puts a material back for %s, and says so', (code, more) => {
    expect(order(material(9, more), material(1))[0]).toBe(id(1))
    expect(codes(material(9, more))).toContain(code)
  })

  it('lets what this audience heard lately fall behind everything else of its kind', () => {
    const best = material(9, { topics: ['数字资源'], status: 'approved', uses: [{ audience: 'students', at: now - DAY }] })
    expect(order(best, material(1, { audiences: ['students'] }))).toEqual([id(1), id(9)])
  })

  it('counts a use of long ago as a rest', () => {
    expect(codes(material(1, { uses: [{ audience: 'students', at: now - 91 * DAY }] }))).toContain('rested')
  })

  it('gives the same order whatever order the facts come in', () => {
    const facts = fc.array(
      fc.record({
        n: fc.nat(500),
        kind: fc.constantFrom(...materialKinds),
        status: fc.constantFrom('draft' as const, 'approved' as const),
        seconds: fc.nat(600),
        updatedAt: fc.nat(3),
        topics: fc.subarray(['数字资源', '其他']),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat(1000)), (given, keys) => {
        const candidates = [...new Map(given.map(({ n, ...more }) => [n, material(n, more)])).values()]
        const shuffled = candidates.map((candidate) => ({ candidate, key: keys.next().value as number })).sort((a, b) => a.key - b.key).map(({ candidate }) => candidate)
        expect(rankMaterials(gap, occasion, shuffled)).toEqual(rankMaterials(gap, occasion, candidates))
      }),
    )
  })
})

describe('proposeForGaps', () => {
  it('never makes one material the first choice twice', () => {
    const gaps: readonly Gap[] = [gap, gap, { kinds: ['story'], seconds: 60 }]
    const proposed = proposeForGaps(gaps, occasion, [material(1), material(2), material(3, { kind: 'story' })], 3)
    const first = proposed.flatMap(([ranked]) => ranked?.material.id ?? [])
    expect(first).toEqual([id(2), id(1), id(3)])
    expect(proposed[1]?.map((ranked) => ranked.material.id)).not.toContain(id(2))
  })

  it('leaves a gap empty for which there is nothing', () => {
    expect(proposeForGaps([{ kinds: ['picture'], seconds: 60 }], occasion, [material(1)], 3)).toEqual([[]])
  })
})
