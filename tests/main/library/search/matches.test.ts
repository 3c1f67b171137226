import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Matches } from '../../../../src/main/library/search/matches'

describe('the best matches', () => {
  it('are those of a full sort, however many are asked for: by score, equal ones newest first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 200 }), fc.nat(60), (scores, count) => {
        const matches = new Matches()
        for (const [index, score] of scores.entries()) matches.push((index * 7919) % 1009, score)
        const all = scores.map((score, index) => ({ index, score, no: (index * 7919) % 1009 })).sort((a, b) => b.score - a.score || b.no - a.no)
        expect(matches.best(count)).toEqual(all.slice(0, count).map(({ index }) => index))
      }),
    )
  })

  it.each([
    ['all different', (index: number) => (index * 7919) % 20_011],
    ['all the same', () => 1],
    ['rising', (index: number) => index],
    ['high only where a sample does not look', (index: number) => (index % 20 === 1 ? index : 0)],
    ['high only where a sample looks', (index: number) => (index % 20 === 0 && index % 400 === 0 ? 5 : 0)],
  ])('are so among twenty thousand, with scores that are %s', (_, scoreOf) => {
    const matches = new Matches()
    for (let index = 0; index < 20_480; index++) matches.push((index * 7919) % 20_483, scoreOf(index))
    const all = Array.from({ length: 20_480 }, (_, index) => index).sort((a, b) => scoreOf(b) - scoreOf(a) || ((b * 7919) % 20_483) - ((a * 7919) % 20_483))
    for (const count of [1, 50, 320, 2000]) expect(matches.best(count)).toEqual(all.slice(0, count))
  })
})
