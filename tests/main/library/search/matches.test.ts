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
})
