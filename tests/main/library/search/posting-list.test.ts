import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GramTable } from '../../../../src/main/library/search/gram-table'
import { eachPosting, PostingWriter, spreadOut, type PostingList } from '../../../../src/main/library/search/posting-list'

const postings = fc.uniqueArray(fc.nat(70_000), { maxLength: 40 }).chain((slots) => fc.tuple(...slots.toSorted((a, b) => a - b).map((slot) => fc.tuple(fc.constant(slot), fc.integer({ min: 1, max: 400 })))))
const kept = (weight: number) => Math.min(255, weight)

describe('a posting list', () => {
  it('gives back the slots and weights that were written, the heaviest as 255', () => {
    fc.assert(
      fc.property(postings, (written) => {
        const writer = new PostingWriter()
        writer.start()
        for (const [slot, weight] of written) writer.posting(slot, weight)
        const read: [number, number][] = []
        eachPosting({ bytes: writer.bytes, from: 0, to: writer.length, count: writer.count, isDense: false }, (slot, weight) => read.push([slot, weight]))
        expect(read).toEqual(written.map(([slot, weight]) => [slot, kept(weight)]))
      }),
    )
  })

  it('says the same spread out over the places of its segment', () => {
    fc.assert(
      fc.property(postings, (written) => {
        const writer = new PostingWriter()
        writer.start()
        for (const [slot, weight] of written) writer.posting(slot, weight)
        const weights = new Uint8Array(70_001)
        spreadOut({ bytes: writer.bytes, from: 0, to: writer.length, count: writer.count, isDense: false }, weights)
        const dense: PostingList = { bytes: Uint8Array.of(9, ...weights), from: 1, to: weights.length + 1, count: writer.count, isDense: true }
        const read: [number, number][] = []
        eachPosting(dense, (slot, weight) => read.push([slot, weight]))
        expect(read).toEqual(written.map(([slot, weight]) => [slot, kept(weight)]))
        const again = new Uint8Array(weights.length)
        spreadOut(dense, again)
        expect(again).toEqual(weights)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a table of grams', () => {
  it('turns texts into the lists of their grams, in the order of the grams', () => {
    const gram = fc.oneof(fc.nat(30), fc.integer({ min: 2 ** 40, max: 2 ** 40 + 30 }))
    fc.assert(
      fc.property(fc.array(fc.array(gram, { maxLength: 60 }), { maxLength: 60 }), (texts) => {
        const table = new GramTable()
        const expected = new Map<number, Map<number, number>>()
        for (const [slot, grams] of texts.entries()) {
          table.startText(slot)
          for (const code of grams) {
            table.add(code, 3)
            const list = expected.get(code) ?? new Map<number, number>()
            expected.set(code, list.set(slot, (list.get(slot) ?? 0) + 3))
          }
          table.endText()
        }
        const found = [...table.lists()].map(([code, list]) => {
          const read: [number, number][] = []
          eachPosting(list, (slot, weight) => read.push([slot, weight]))
          expect(read).toHaveLength(list.count)
          return [code, read] as const
        })
        expect(found).toEqual([...expected].sort(([a], [b]) => a - b).map(([code, list]) => [code, [...list].map(([slot, weight]) => [slot, kept(weight)])]))
      }),
    )
  })

  it('holds a hundred thousand grams', () => {
    const table = new GramTable()
    for (let slot = 0; slot < 10; slot++) {
      table.startText(slot)
      for (let code = 0; code < 10_000; code++) table.add(code * 104_729_000 + slot, 1)
      table.endText()
    }
    let lists = 0
    for (const [, { count }] of table.lists()) lists += count
    expect(lists).toBe(100_000)
  })
})
