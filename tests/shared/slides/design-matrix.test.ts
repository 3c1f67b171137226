/** Every kind of block × design × mode × language × ratio × amount: what no page of any of them may show. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/shared/language'
import type { Talk } from '../../../src/shared/model/block'
import { colourModes, designNames, reveals, slideRatios } from '../../../src/shared/model/look'
import type { Deck } from '../../../src/shared/slides/scene'
import { themeOf } from '../../../src/shared/slides/themes/built-in'
import { amounts, matrixTalk } from '../../builders/matrix-talk'
import { sceneFaults } from '../../builders/scene-faults'
import { anyBlock, characterCounts, laidOut, paragraphsOf, paragraphText, shownText } from '../../builders/slides'
import { aTalk, front, section } from '../../builders/talk'

const looks = designNames.flatMap((design) => colourModes.flatMap((mode) => slideRatios.map((ratio) => ({ design, mode, ratio }))))

describe.each(looks)('every page of every kind of block in $design $mode $ratio', ({ design, mode, ratio }) => {
  const theme = themeOf({ design, mode })
  it.each(amounts)('stands in its boxes, reads and is named, with content that is %s', (amount) => {
    for (const language of languages) {
      for (const reveal of reveals) {
        const { scenes } = laidOut(matrixTalk(amount, language, reveal), { theme, size: ratio }).value
        expect(scenes.length).toBeGreaterThan(10)
        expect(scenes.flatMap((scene) => sceneFaults(scene, ratio, theme))).toEqual([])
      }
    }
  })
})

const spoken = (talk: Talk): string => talk.sections.flatMap(({ blocks }) => blocks.map(({ script }) => script?.text ?? '')).join('')
const written = (talk: Talk): string => talk.front.title + talk.front.subtitle + talk.front.speaker + talk.sections.flatMap(({ title, blocks }) => [title, ...blocks.map((block) => block.title + shownText(block.content))]).join('')
const onSlides = ({ scenes }: Deck): string => scenes.flatMap(({ title, items }) => [title, ...items.flatMap((item) => (item.kind === 'chart' ? [item.unit, ...item.categories, ...item.series.map(({ name }) => name)] : paragraphsOf(item).map(paragraphText)))]).join('')

/** What `wanted` has that `found` has not, character by character. */
const lost = (wanted: string, found: string): string[] => {
  const there = characterCounts(found)
  return [...characterCounts(wanted)].flatMap(([character, count]) => ((there.get(character) ?? 0) < count ? [character] : []))
}

const anyTalk = fc.tuple(fc.array(fc.array(anyBlock, { maxLength: 4 }), { minLength: 1, maxLength: 4 }), fc.constantFrom(...looks)).map(([sections, look]) =>
  aTalk(front(look), ...sections.map((blocks, index) => section(`第${index + 1}部分`, ...blocks.map((one) => ({ ...one, script: { text: `先说${one.title}。[翻页]再说别的。`, span: one.span } }))))),
)

it('keeps every word of 500 talks on their slides and in their notes, in all designs', () => {
  fc.assert(
    fc.property(anyTalk, (talk) => {
      const { value: deck } = laidOut(talk, { theme: themeOf(talk.front) })
      expect(lost(written(talk), onSlides(deck))).toEqual([])
      expect(lost(spoken(talk), deck.scenes.map(({ notes }) => notes).join(''))).toEqual([])
    }),
    { numRuns: 500 },
  )
})
