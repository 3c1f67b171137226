import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PostingWriter, spreadOut, type PostingList } from '../../../../src/main/library/search/posting-list'
import { Ranking } from '../../../../src/main/library/search/ranking'

const SIZE = 60

/** A list of the weights by place, 0 where the word is missing. */
const listOf = (weights: readonly number[], isDense: boolean): PostingList => {
  const writer = new PostingWriter()
  writer.start()
  for (const [place, weight] of weights.entries()) if (weight > 0) writer.posting(place, weight)
  const sparse = { bytes: writer.bytes.slice(0, writer.length), from: 0, to: writer.length, count: writer.count, isDense: false }
  if (!isDense) return sparse
  const bytes = new Uint8Array(SIZE)
  spreadOut(sparse, bytes)
  return { bytes, from: 0, to: SIZE, count: writer.count, isDense: true }
}

const word = fc.record({ weights: fc.array(fc.oneof(fc.constant(0), fc.nat(9), fc.integer({ min: 250, max: 255 })), { minLength: SIZE, maxLength: SIZE }), isDense: fc.boolean(), rarity: fc.constantFrom(0, 0.001, 1, 4.5) })
const segment = fc.record({
  words: fc.array(word, { minLength: 4, maxLength: 4 }),
  lengths: fc.array(fc.constantFrom(0.3, 0.31, 1.2, 9), { minLength: SIZE, maxLength: SIZE }),
  allowed: fc.array(fc.constantFrom(1, 1, 1, 0), { minLength: SIZE, maxLength: SIZE }),
})

describe('ranking', () => {
  it('counts every hit and keeps the best as a full sort does, however many words and segments there are', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 30 }), (segments, words, count) => {
        const rarities = segments[0]?.words.slice(0, words).map(({ rarity }) => rarity) ?? []
        const state = {
          nos: Int32Array.from({ length: segments.length * SIZE }, (_, slot) => ((slot * 7919) % 1009) + 1),
          saturations: Float32Array.from(segments.flatMap(({ lengths }) => lengths)),
        }
        const allowed = Uint8Array.from(segments.flatMap((one) => one.allowed))

        const hits = segments.flatMap((one, index) =>
          Array.from({ length: SIZE }, (_, place) => {
            const slot = index * SIZE + place
            const weights = one.words.slice(0, words).map((each) => each.weights[place] ?? 0)
            if (allowed[slot] === 0 || weights.includes(0)) return []
            return [{ no: state.nos[slot] ?? 0, score: weights.reduce<number>((sum, weight, at) => sum + ((rarities[at] ?? 0) * weight) / (weight + (state.saturations[slot] ?? 0)), 0) }]
          }).flat(),
        )
        const best = hits.toSorted((a, b) => b.score - a.score || b.no - a.no).slice(0, count)

        const ranking = new Ranking()
        ranking.start(count, rarities.reduce<number>((sum, rarity) => sum + rarity, 0))
        for (const [index, one] of segments.entries()) {
          ranking.take(
            state,
            { first: index * SIZE, size: SIZE },
            one.words.slice(0, words).map(({ weights, isDense }, at) => ({ list: listOf(weights, isDense), rarity: rarities[at] ?? 0 })),
            allowed,
          )
        }
        expect(ranking.total).toBe(hits.length)
        expect(ranking.nos()).toEqual(best.map(({ no }) => no))
      }),
      { numRuns: 400 },
    )
  })
})
