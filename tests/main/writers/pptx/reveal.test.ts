/** `reveal: click`: a question and its answer on one slide, from the talk's text to PowerPoint and back. */
import { describe, expect, it } from 'vitest'
import { readDeckFile } from '../../../../src/main/readers/read-deck-file'
import { lintPackage } from '../../../../src/main/writers/lint/lint-package'
import { writeDeck } from '../../../../src/main/writers/pptx/write-deck'
import { readZip } from '../../../../src/main/zip/read-zip'
import { talkFromDeck } from '../../../../src/shared/deck-in/talk-from-deck'
import { parseTalk } from '../../../../src/shared/markdown/parse-talk'
import { layOut } from '../../../../src/shared/slides/lay-out'
import { clicksOn, sceneAfter } from '../../../../src/shared/slides/reveal'
import type { Deck, Scene } from '../../../../src/shared/slides/scene'
import { metricsOf } from '../../../../src/shared/slides/theme-metrics'
import { themeOf } from '../../../../src/shared/slides/themes/built-in'
import { deckOptions } from '../../../builders/scene'
import { schemaErrors, validatorAbsent } from '../../../judges/open-xml-sdk'

const question = (answer: string, explanation: string) => `## 想一想\n\n::::question{answer=${answer}}\n哪一项变化与你的课堂最近？\n\n- A 资源\n- B 备课方式\n\n:::explanation\n${explanation}\n:::\n::::\n`
const text = (reveal: string, answer = 'B', explanation = '备课从个人走向团队。', lang = 'zh-CN') => `---\ntitle: 示例\nlang: ${lang}\nreveal: ${reveal}\n---\n\n${question(answer, explanation)}`
const deckOf = (markdown: string, theme = themeOf({ design: 'clear', mode: 'light' })): Deck => {
  const { value } = parseTalk(markdown)
  return layOut(value, { theme, metrics: metricsOf(theme), picture: () => null, language: value.front.lang }).value
}
const asked = (deck: Deck): readonly Scene[] => deck.scenes.filter(({ block }) => block !== null)
const saidOn = ({ items }: Scene): string => items.flatMap((item) => (item.kind === 'text' ? item.paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)) : [])).join('|')

describe('a question whose answer comes on a click', () => {
  it('is one slide with its answer, each word once', () => {
    const [slide, ...more] = asked(deckOf(text('click')))
    expect(more).toEqual([])
    expect(slide!.layout).toBe('question')
    expect(saidOn(slide!).split('备课方式').length).toBe(2)
    expect(saidOn(slide!)).toContain('答案：B|解析|备课从个人走向团队。')
  })

  it('shows neither the right card nor the reason before the click, and all of it after', () => {
    const [slide] = asked(deckOf(text('点击')))
    expect(clicksOn(slide)).toBe(1)
    expect(saidOn(sceneAfter(slide!, 0))).not.toMatch(/答案|解析/)
    expect(sceneAfter(slide!, 0).items.map(({ name }) => name)).not.toContain('right-B')
    expect(sceneAfter(slide!, 1)).toBe(slide)
  })

  it('stays question and answer slide where both do not fit on one, and where the talk says nothing', () => {
    expect(asked(deckOf(text('click', 'B', '解释。'.repeat(160)))).length).toBeGreaterThan(1)
    expect(asked(deckOf(text('slides'))).map(({ layout }) => layout)).toEqual(['question', 'answer'])
  })

  it.each((['clear', 'formal', 'lively'] as const).flatMap((design) => (['16:9', '4:3'] as const).map((ratio) => [design, ratio] as const)))('keeps to the page in %s at %s', (design, ratio) => {
    const deck = deckOf(text('click').replace('reveal:', `ratio: "${ratio}"\nreveal:`), themeOf({ design, mode: 'dark' }))
    const [slide] = asked(deck)
    expect(clicksOn(slide)).toBe(1)
    for (const { box } of slide!.items) expect(box.y + box.height).toBeLessThanOrEqual(deck.size.height)
  })
})

describe('its slide in PowerPoint', () => {
  const slideOf = (bytes: Uint8Array) => new TextDecoder().decode(readZip(bytes).read('ppt/slides/slide2.xml'))

  it('fades frame and answer in together, on the first click on the slide', async () => {
    const slide = slideOf(await writeDeck(deckOf(text('click')), deckOptions))
    expect(slide.match(/nodeType="clickEffect"/g)).toHaveLength(1)
    expect(slide.match(/nodeType="withEffect"/g)).toHaveLength(1)
    const shapes = new Map(Array.from(slide.matchAll(/<p:cNvPr id="(\d+)" name="([^"]*)"/g), ([, id, name]) => [id, name]))
    expect(Array.from(slide.matchAll(/<p:bldP spid="(\d+)"/g), ([, id]) => shapes.get(id))).toEqual(['right-B', 'answer'])
  })

  it('has no time line where answers follow on slides', async () => expect(slideOf(await writeDeck(deckOf(text('slides')), deckOptions))).not.toContain('p:timing'))

  it('is the same each time, and passes our own lint', async () => {
    const bytes = await writeDeck(deckOf(text('click')), deckOptions)
    expect(await writeDeck(deckOf(text('click')), deckOptions)).toEqual(bytes)
    expect(lintPackage(bytes)).toEqual([])
  })

  it.skipIf(validatorAbsent)('is what the Open XML SDK expects', async () => expect(await schemaErrors(await writeDeck(deckOf(text('click')), deckOptions), 'pptx')).toEqual([]))

  it.each([['B', 'zh-CN'], ['AB', 'zh-CN'], ['AB', 'en']])('comes back as the question that it was, answer %s, %s', async (answer, lang) => {
    const { deck } = await readDeckFile(await writeDeck(deckOf(text('click', answer, 'A，然后 B。', lang)), deckOptions))
    const back = parseTalk(talkFromDeck(deck, '文件名').value)
    expect(back.warnings).toEqual([])
    expect(back.value.front.reveal).toBe('click')
    expect(back.value.sections[0]?.blocks.map(({ content }) => content).filter(({ kind }) => kind === 'question')).toEqual([
      { kind: 'question', stem: [[{ text: '哪一项变化与你的课堂最近？' }]], options: [{ letter: 'A', inlines: [{ text: '资源' }] }, { letter: 'B', inlines: [{ text: '备课方式' }] }], answer, explanation: [[{ text: 'A，然后 B。' }]] },
    ])
  })
})
