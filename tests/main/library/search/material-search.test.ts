import { describe, expect, it } from 'vitest'
import { MaterialFilter, type SearchResult } from '../../../../src/shared/contract/library'
import type { Library } from '../../../../src/main/library/library'
import { fold, wordsOf } from '../../../../src/main/library/search/fold'
import { score } from '../../../../src/main/library/search/bm25f'
import { generatedMaterial, seeded } from '../../../bench/generated-materials'
import { aDocument, aDraft, aProposal, importInto, titlesFor, withLibrary } from '../a-library'

const search = (library: Library, text: string, more: Partial<{ filter: Partial<MaterialFilter>; limit: number; offset: number }> = {}): SearchResult =>
  library.materials.search({ text, filter: MaterialFilter.parse(more.filter ?? {}), limit: more.limit ?? 50, offset: more.offset ?? 0 })

/** Ids with their full BM25F score, best first; a query of one word. */
const scoredByHand = (library: Library, text: string) => {
  const words = wordsOf(text).map((word) => ({ word, rarity: 1 }))
  return library.materials
    .list()
    .map((material) => ({ id: material.id, score: score(fold(material.title), fold(material.body), words) }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score)
}

describe('search', () => {
  it('finds a single character, in Chinese and in Latin, inside a word too', () =>
    withLibrary((library) => {
      library.materials.create(aDraft({ title: '数字资源', body: '用 Markdown 备课' }))
      for (const query of ['字', 'k', 'ARKD', 'ｍａｒｋ', '数字资源', '备课 数']) expect(titlesFor(library, query)).toEqual(['数字资源'])
      for (const query of ['字数', '资源 课堂', 'markup']) expect(titlesFor(library, query)).toEqual([])
    }))

  it('takes quotes, stars and operators for text', () =>
    withLibrary((library) => {
      library.materials.create(aDraft({ title: '50% "AND" OR*' }))
      for (const query of ['"', '*', '%', 'and', '"AND"', 'OR*', '50%']) expect(titlesFor(library, query)).toEqual(['50% "AND" OR*'])
      for (const query of ['NEAR(', '5_', '"OR"']) expect(titlesFor(library, query)).toEqual([])
    }))

  it('puts a word in the title before the same word in the body', () =>
    withLibrary((library) => {
      library.materials.create(aDraft({ title: '家校共育', body: '谈谈课堂。' }))
      library.materials.create(aDraft({ title: '课堂', body: '谈谈家校。' }))
      library.materials.create(aDraft({ title: '随想', body: '也说课堂。' }))
      expect(titlesFor(library, '课堂')[0]).toBe('课堂')
    }))

  it('lists the newest first without words, and a new document from its beginning', () =>
    withLibrary((library) => {
      library.materials.create(aDraft({ title: '旧' }))
      importInto(library, aDocument(), [aProposal(0), aProposal(1), aProposal(2)])
      expect(titlesFor(library, ' ')).toEqual(['第1条', '第2条', '第3条', '旧'])
      expect(search(library, '', { limit: 2, offset: 1 })).toMatchObject({ total: 4, hits: [{ source: '示例规划', locator: '二' }, {}] })
    }))

  it('meets every facet in use, by any of its values', () =>
    withLibrary((library) => {
      library.materials.create(aDraft({ title: '甲', kind: 'case', tags: ['乡村 学校', 'A'], audiences: ['students'] }))
      library.materials.create(aDraft({ title: '乙', kind: 'story', tags: ['a'], status: 'approved' }))
      const { source } = importInto(library)
      expect(titlesFor(library, '', { kinds: ['case', 'story'] })).toEqual(['乙', '甲'])
      expect(titlesFor(library, '', { kinds: ['case'], tags: ['乡村 学校', '没有'] })).toEqual(['甲'])
      expect(titlesFor(library, '', { tags: ['a'] })).toEqual(['乙'])
      expect(titlesFor(library, '乙', { status: 'draft' })).toEqual([])
      expect(titlesFor(library, '条', { sourceId: source.id })).toEqual(expect.arrayContaining(['第1条', '第2条']))
      expect(search(library, '', { filter: { audiences: ['students'] } }).total).toBe(1)
      expect(search(library, '', { filter: { tags: ['没有'] } })).toMatchObject({ total: 0, hits: [] })
    }))

  it('follows a material whose labels change while its text stays', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft({ title: '甲', tags: ['旧'] }))
      library.materials.update(id, { tags: ['新'] })
      expect(titlesFor(library, '', { tags: ['旧'] })).toEqual([])
      expect(titlesFor(library, '甲', { tags: ['新'] })).toEqual(['甲'])
      expect(library.materials.labels().tags).toEqual([{ label: '新', count: 1 }])
    }))

  it('is over several hundred hits exact, in its set, its total, and its first page as full BM25F ranks it', () =>
    withLibrary((library) => {
      const random = seeded(11)
      for (let i = 0; i < 700; i++) library.materials.create(generatedMaterial(random))
      for (const text of ['教', '教育', '课堂', 'mark', '教育学校', '，教', 'wi-fi', '，教育']) {
        const byHand = scoredByHand(library, text)
        const paged = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((page) => search(library, text, { limit: 100, offset: page * 100 }).hits)
        expect(new Set(paged.map(({ id }) => id))).toEqual(new Set(byHand.map(({ id }) => id)))
        expect(paged).toHaveLength(byHand.length)
        const first = search(library, text)
        expect(first.total).toBe(byHand.length)
        expect(first.approximate).toBeUndefined()
        // Equal scores may stand in any order: hits count as right while they score no less than the tenth.
        const bar = byHand[Math.min(9, byHand.length - 1)]?.score ?? 0
        const scores = new Map(byHand.map((hit) => [hit.id, hit.score]))
        const right = first.hits.slice(0, 10).filter(({ id }) => (scores.get(id) ?? 0) >= bar - 1e-9).length
        expect(right).toBeGreaterThanOrEqual(Math.min(9, byHand.length))
      }
    }))

  it('finds the same after the index was made anew', () =>
    withLibrary((library) => {
      const random = seeded(3)
      for (let i = 0; i < 60; i++) library.materials.create(generatedMaterial(random))
      const before = titlesFor(library, '教育')
      library.reindex()
      expect(titlesFor(library, '教育')).toEqual(before)
      expect(library.doctor().ok).toBe(true)
    }))
})
