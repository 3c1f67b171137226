import { expect, it } from 'vitest'
import { presentationKey, presentationPart, propertyParts, sectionsOf } from '../../../../src/main/writers/pptx/presentation-parts'
import type { Deck } from '../../../../src/shared/slides/scene'
import { aDeck, aScene } from '../../../builders/scene'

const deckOf = (ids: readonly string[], sections: Deck['sections'], more: Partial<Deck> = {}): Deck => aDeck(ids.map((id) => aScene('points', [], { id })), { sections, ...more })

it('puts every slide into exactly one section: before the first opens, after the last closes, between stays', () => {
  const deck = deckOf(['cover', 'agenda', '0', '0.x', 'between', '1', 'references', 'closing'], [{ title: '一', scenes: ['0', '0.x'] }, { title: '二', scenes: ['1'] }])
  expect(sectionsOf(deck)).toMatchObject([
    { title: '开场', slides: [0, 1] },
    { title: '一', slides: [2, 3, 4] },
    { title: '二', slides: [5] },
    { title: '结尾', slides: [6, 7] },
  ])
})

it('writes no sections for a deck that has none', () => {
  expect(presentationPart(deckOf(['cover', 'closing'], [])).content).not.toContain('sectionLst')
})

it('names a section without a title in the language of the deck', () => {
  expect(sectionsOf(deckOf(['0.a'], [{ title: '', scenes: ['0.a'] }], { language: 'en' }))).toMatchObject([{ title: 'Main part' }])
})

it('gives two sections of the same title different GUIDs, the same in every run', () => {
  const deck = deckOf(['0', '1'], [{ title: '案例', scenes: ['0'] }, { title: '案例', scenes: ['1'] }])
  const ids = (): string[] => [...(presentationPart(deck).content as string).matchAll(/<p14:section name="案例" id="([^"]+)"/g)].map((match) => match[1]!)
  expect(new Set(ids()).size).toBe(2)
  expect(ids()).toEqual(ids())
})

it('has one key for decks with the same part, and another wherever the part is another', () => {
  const sections = [{ title: '一', scenes: ['0', '0.a'] }]
  const plain = deckOf(['cover', '0', '0.a'], sections)
  const others = [
    deckOf(['cover', '0', '0.a', 'closing'], sections),
    deckOf(['cover', '0', '0.a'], [{ title: '二', scenes: ['0', '0.a'] }]),
    deckOf(['cover', '0', '0.a'], [{ title: '一', scenes: ['0.a'] }]),
    deckOf(['cover', '0', '0.a'], sections, { language: 'en' }),
    deckOf(['cover', '0', '0.a'], sections, { size: { ...plain.size, width: plain.size.height } }),
    deckOf(['other', '0', '0.a'], sections),
  ]
  const same = deckOf(['cover', '0', '0.a'], sections, { title: '别的题目', speaker: '另一位示例教师' })
  expect(presentationPart(same).content).toBe(presentationPart(plain).content)
  expect(presentationKey(same)).toBe(presentationKey(plain))
  for (const deck of others) expect(presentationPart(deck).content).not.toBe(presentationPart(plain).content)
  expect(new Set([plain, ...others].map((deck) => presentationKey(deck))).size).toBe(1 + others.length)
})

it('says who speaks and when the deck was made, to the second and in UTC', () => {
  const [core] = propertyParts(deckOf(['cover'], [], { title: '甲 & 乙', speaker: '示例教师' }), new Date('2026-09-10T08:00:00.123+08:00'))
  expect(core!.content).toContain('<dc:title>甲 &amp; 乙</dc:title><dc:creator>示例教师</dc:creator>')
  expect(core!.content).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-09-10T00:00:00Z</dcterms:created>')
})
