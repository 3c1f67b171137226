import { describe, expect, it } from 'vitest'
import { fillSlots, rankLocalCases } from '../../../src/shared/brand/rank-local-cases'
import { MaterialId } from '../../../src/shared/model/ids'
import type { LocalCase } from '../../../src/shared/model/local-case'

const id = (n: number) => MaterialId.parse(`019b0000-0000-7000-8000-${n.toString().padStart(12, '0')}`)
const own = (n: number, more: Partial<LocalCase> = {}): LocalCase => ({ id: id(n), kind: 'case', title: `案例${n}`, topics: [], audiences: [], freshness: 'fresh', updatedAt: n, ...more })
const slot = (key: string, topic = '') => ({ key, title: key, topic, line: 1 })
const occasion = { topics: ['资源', '课堂'], audience: 'students', told: [] }
const ranked = (cases: readonly LocalCase[], topic = '') => rankLocalCases({ topic }, occasion, cases).map(({ title }) => title)

describe('a school’s own cases', () => {
  it('come in the order: what the slot asks for, what the talk is about, whom it is for, what lasts, what is new', () => {
    const cases = [own(9), own(8, { freshness: 'expiring' }), own(7, { audiences: ['officials'] }), own(6, { audiences: ['students'] }), own(5, { topics: ['资源'] }), own(4, { topics: ['资源', '课堂'] }), own(3, { topics: ['阅读'] })]
    expect(ranked(cases, '阅读')).toEqual(['案例3', '案例4', '案例5', '案例6', '案例9', '案例8', '案例7'])
    expect(ranked(cases.toReversed(), '阅读')).toEqual(ranked(cases, '阅读'))
  })

  it('come before its stories, and go by their titles where nothing else differs', () => {
    expect(ranked([own(9, { kind: 'story' }), own(1)])).toEqual(['案例1', '案例9'])
    const twins = [own(1, { title: '乙', updatedAt: 5 }), own(2, { title: '甲', updatedAt: 5 }), own(3, { title: '丙', updatedAt: 5 })]
    expect(ranked(twins)).toEqual(ranked([own(3, { title: '甲', updatedAt: 5 }), own(2, { title: '丙', updatedAt: 5 }), own(1, { title: '乙', updatedAt: 5 })]))
  })

  it('are never told once they are out of date', () => {
    expect(ranked([own(1, { freshness: 'stale' }), own(2)])).toEqual(['案例2'])
  })

  it('say why they stand where they do', () => {
    expect(rankLocalCases({ topic: '阅读' }, occasion, [own(1, { topics: ['阅读', '资源'], audiences: ['students'], freshness: 'expiring' })])[0]?.reasons).toEqual([{ code: 'topic', topic: '阅读' }, { code: 'topic', topic: '资源' }, { code: 'audience' }, { code: 'expiring' }])
  })

  it('are told once in a talk, and where somebody chose one', () => {
    const cases = [own(1), own(2), own(3)]
    const chosen = (pins: ReadonlyMap<string, MaterialId | null>) => fillSlots([slot('甲'), slot('乙')], occasion, cases, pins).map((fill) => [fill.chosen, fill.pinned])
    expect(chosen(new Map())).toEqual([[id(3), false], [id(2), false]])
    expect(chosen(new Map([['乙', id(3)]]))).toEqual([[id(2), false], [id(3), true]])
    expect(chosen(new Map([['甲', null]]))).toEqual([[null, true], [id(3), false]])
  })

  it('are not told again where the talk tells them already, unless somebody chose so', () => {
    const cases = [own(1), own(2)]
    const again = { ...occasion, told: [id(2)] }
    expect(fillSlots([slot('甲')], again, cases, new Map())).toMatchObject([{ chosen: id(1) }])
    expect(fillSlots([slot('甲')], again, cases, new Map([['甲', id(2)]]))).toMatchObject([{ chosen: id(2), pinned: true }])
  })

  it('are left to rank where the chosen one is none of the school’s own any more', () => {
    expect(fillSlots([slot('甲')], occasion, [own(1)], new Map([['甲', id(99)]]))).toMatchObject([{ chosen: id(1), pinned: false }])
  })
})
