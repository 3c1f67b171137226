/** Deck out → deck in: what a talk shows and says comes back from the file that was made of it. */
import { describe, expect, it } from 'vitest'
import { readDeckFile } from '../../../src/main/readers/read-deck-file'
import { readTemplate } from '../../../src/main/readers/template/read-template'
import { writeDeck } from '../../../src/main/writers/pptx/write-deck'
import { talkFromDeck } from '../../../src/shared/deck-in/talk-from-deck'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import type { Block, Point, Talk } from '../../../src/shared/model/block'
import type { AssetHash } from '../../../src/shared/model/ids'
import { templateTheme } from '../../../src/shared/slides/template/template-theme'
import type { Theme } from '../../../src/shared/slides/theme'
import { deckOfTalk, measuredTheme } from '../../builders/deck-of-talk'
import { png } from '../../builders/png'
import { deckOptions } from '../../builders/scene'
import { showcase, showcaseEnglish, showcaseOwnPages } from '../../builders/showcase-talk'
import { sampleTemplates } from '../../builders/template'

const PARTS = 'f'.repeat(64) as AssetHash
const templates = sampleTemplates(png(320, 180))
type TemplateName = keyof typeof templates

/** What a deck looks like, and what its parts are where that is a template's. */
function lookOf(name: TemplateName | null): { readonly theme: Theme; readonly parts: Uint8Array | null } {
  if (name === null) return { theme: measuredTheme, parts: null }
  const { value } = readTemplate(templates[name])
  return { theme: templateTheme({ definition: { name: { 'zh-CN': '示例', en: 'Sample' }, template: value.template, parts: PARTS, choices: {} } }), parts: value.parts }
}

const cameBack = async (talk: Talk, template: TemplateName | null = null): Promise<Talk> => {
  const { theme, parts } = lookOf(template)
  const deck = deckOfTalk(talk, '16:9', theme)
  const media = (hash: string) => ({ bytes: hash === PARTS && parts !== null ? parts : png(40 + hash.charCodeAt(1), 30 + hash.charCodeAt(3)), mime: 'image/png' as const })
  const bytes = await writeDeck(deck, { ...deckOptions, theme, media })
  const { deck: read } = await readDeckFile(bytes)
  const { value } = talkFromDeck(read, '文件名')
  const again = parseTalk(value)
  expect(again.warnings.map(({ code }) => code)).toEqual([])
  return again.value
}

const blocksOf = ({ sections }: Talk): readonly Block[] => sections.flatMap(({ blocks }) => blocks)
const plain = (points: readonly Point[]): unknown[] => points.map(({ inlines, children }) => [inlines.map(({ text }) => text).join(''), ...(children.length > 0 ? [plain(children)] : [])])
const words = (lines: readonly (readonly { readonly text: string }[])[]) => lines.map((line) => line.map(({ text }) => text).join(''))
/** The words of a question, without their styles. */
const said = (content: Block['content']): unknown => {
  if (content.kind !== 'question') return content.kind
  return { stem: words(content.stem), options: content.options.map(({ letter, inlines }) => [letter, ...words([inlines])]), answer: content.answer, explanation: words(content.explanation) }
}
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

describe.each([
  ['in Chinese', showcase, null],
  ['in English', showcaseEnglish, null],
  ['with own pages', showcaseOwnPages, null],
  ...(['chinese', 'four-by-three', 'dark', 'two-masters', 'small'] as const).map((name) => [`in the template ${name}`, showcase, name] as const),
] as const)('a deck of the showcase, %s,', (_, talk, template) => {
  it('keeps its title, its sections and the titles of its blocks, in order', async () => {
    const back = await cameBack(talk, template)
    expect(back.front.title).toBe(talk.front.title)
    // A section's page sets its number as a large numeral: it counts by itself there.
    const titled = ({ sections }: Talk) => sections.map(({ title }) => title.replace(/^(?:[一二三四]、|\d\. )/, '')).filter((title) => title !== '')
    expect(titled(back)).toEqual(titled(talk))
    // A block that was set on several slides is as many blocks now, one behind the other.
    const once = (titles: readonly string[]) => titles.filter((title, at) => title !== titles[at - 1])
    const wanted = blocksOf(talk).flatMap(({ title, content }) => (content.kind === 'local-case' ? [] : [title]))
    expect(once(blocksOf(back).map(({ title }) => title).filter((title) => wanted.includes(title)))).toEqual(once(wanted))
  })

  it('keeps points with their levels, tables, quotations, charts and their data, pictures and what is said', async () => {
    const back = blocksOf(await cameBack(talk, template))
    for (const block of blocksOf(talk)) {
      const same = back.filter(({ title }) => title === block.title)
      const [first] = same
      if (block.content.kind === 'local-case') continue
      expect(first, block.title).toBeDefined()
      if (first === undefined) continue
      const { content } = block
      if (content.kind === 'points') expect([block.title, first.content.kind === 'points' ? plain(first.content.points) : first.content.kind]).toEqual([block.title, plain(content.points)])
      if (content.kind === 'table') expect([block.title, first.content.kind === 'table' ? first.content.table.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(''))) : first.content.kind]).toEqual([block.title, content.table.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('')))])
      if (content.kind === 'picture') expect(first.content).toMatchObject({ kind: content.picture.src === 'lost.jpg' ? 'points' : 'picture', ...(content.picture.src === 'lost.jpg' ? {} : { picture: { alt: content.picture.alt, caption: content.picture.caption } }) })
      if (content.kind === 'question') expect([same.length, said(first.content)]).toEqual([1, said(content)])
      if (content.kind === 'quote') expect(first.content).toMatchObject({ kind: 'quote', attribution: content.attribution })
      if (content.kind === 'chart') expect(back.map((one) => one.content).find((one) => one.kind === 'chart' && JSON.stringify(one.categories) === JSON.stringify(content.categories))).toMatchObject({ chart: content.chart, series: content.series })
      if (block.script !== null) expect(squeezed(first.script?.text ?? '')).toBe(squeezed(block.script.text))
    }
  })
})

const asked = (markdown: string): Talk => parseTalk(`---\ntitle: 示例\nlang: zh-CN\n---\n\n${markdown}`).value
const many = (count: number, text: string) => Array.from({ length: count }, (_, index) => `- ${String.fromCharCode(65 + index)} ${text}${index + 1}`).join('\n')

const questions = (one: Talk) => blocksOf(one).flatMap(({ title, content }) => (content.kind === 'closing' ? [] : [[title, said(content)]]))

describe('a question that was set as one slide that asks and one that answers', () => {
  it.each([
    ['with two right options', '## 甲\n::::question{answer=AC}\n哪些？\n\n- A 一\n- B 二\n- C 三\n\n:::explanation\n因为。\n\n还因为。\n:::\n::::\n'],
    ['whose wrong option is stressed', '## 甲\n::::question{answer=A}\n哪一项？\n\n- A 一\n- B **二**\n::::\n'],
    ['without options', '## 甲\n::::question\n怎么看？\n\n:::explanation\n见仁见智。\n:::\n::::\n'],
    ['that is only asked', '## 甲\n::::question\n怎么看？\n\n- A 一\n- B 二\n::::\n'],
    ['on several slides', `## 甲\n::::question{answer=B}\n${'很长的题干。'.repeat(30)}\n\n${many(8, '一个写得相当长的选项，'.repeat(5))}\n\n:::explanation\n${'很长的解析。'.repeat(20)}\n:::\n::::\n`],
    ['twice under one title', '## 甲\n::::question{answer=A}\n第一问？\n\n- A 一\n- B 二\n::::\n\n## 甲\n::::question{answer=B}\n第二问？\n\n- A 一\n- B 二\n::::\n'],
  ])('comes back as one block, %s', async (_, markdown) => {
    const talk = asked(markdown)
    expect(questions(await cameBack(talk))).toEqual(questions(talk))
  })
})
