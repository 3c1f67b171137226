import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/shared/model/block'
import { frameOf } from '../../../src/shared/slides/layouts'
import { slideSizes } from '../../../src/shared/slides/page'
import { builtInThemes } from '../../../src/shared/slides/themes/built-in'
import { clearTheme } from '../../../src/shared/slides/themes/clear'
import type { Scene, SceneItem, SceneText } from '../../../src/shared/slides/scene'
import { sceneFaults } from '../../builders/scene-faults'
import { showcase, showcaseEnglish, showcaseOwnPages } from '../../builders/showcase-talk'
import { anyBlock, characterCounts, laidOut, linesOf, paragraphsOf, paragraphText, scenesOf, shownText } from '../../builders/slides'
import { aTalk, block, content, front, section } from '../../builders/talk'

const RUNS = { numRuns: 150 }
const themes = Object.values(builtInThemes).flatMap(({ light, dark }) => [light, dark])

const isFurniture = (item: SceneItem): boolean => item.kind === 'text' && (item.placeholder === 'title' || item.placeholder === 'source' || item.placeholder === 'number')
const textOn = (scenes: readonly Scene[]): string => scenes.flatMap(({ items }) => items.filter((item) => !isFurniture(item)).flatMap((item) => paragraphsOf(item).map(paragraphText))).join('')

const talkOf = (count: number) => aTalk(...Array.from({ length: count }, (_, index) => section(`第${index + 1}部分`, block('要点', content.points('一', '二')))))
const cited = (title: string, at: string) => block(title, content.points('一', '二'), { cites: [['示例规划', at]] })

/** Kinds whose slides repeat nothing of the block. */
const once = (one: Block): boolean => ['quote', 'two-columns', 'timeline'].includes(one.content.kind) || (one.content.kind === 'points' && one.content.picture === null)

describe('a talk laid out', () => {
  it.each(slideSizes)('stays on the slide, above the footer, over the floor sizes, without overlaps and readable in the showcase, in every design at %s', (size) => {
    for (const talk of [showcase, showcaseEnglish, showcaseOwnPages]) {
      for (const theme of themes) expect(laidOut(talk, { size, theme }).value.scenes.flatMap((scene) => sceneFaults(scene, size, theme))).toEqual([])
    }
  })

  it.each(slideSizes)('does so for any block, however little or much it holds, at %s', (size) => {
    fc.assert(
      fc.property(anyBlock, fc.constantFrom(...themes), (one, theme) => {
        expect(laidOut(aTalk(section('一', one)), { size, theme }).value.scenes.flatMap((scene) => sceneFaults(scene, size, theme))).toEqual([])
      }),
      RUNS,
    )
  })

  it('shows every character of every block', () => {
    fc.assert(
      fc.property(anyBlock, (one) => {
        const { value: deck } = laidOut(aTalk(section('一', one)))
        const shown = characterCounts(textOn(scenesOf(deck, '0.0')))
        const missing = [...characterCounts(shownText(one.content))].filter(([char, count]) => (shown.get(char) ?? 0) < count)
        expect(missing).toEqual([])
      }),
      RUNS,
    )
  })

  it('shows no character of points, quotations, columns and timelines twice', () => {
    fc.assert(
      fc.property(anyBlock.filter(once), (one) => {
        const { value: deck } = laidOut(aTalk(section('一', one)))
        const scenes = scenesOf(deck, '0.0').map((scene) => ({ ...scene, items: scene.items.filter(({ name }) => name !== 'quote-mark') }))
        expect(characterCounts(textOn(scenes))).toEqual(characterCounts(shownText(one.content)))
      }),
      RUNS,
    )
  })

  it('gives line starts that rise from 0 within each paragraph', () => {
    const { value: deck } = laidOut(showcase)
    for (const paragraph of deck.scenes.flatMap(({ items }) => items.flatMap(paragraphsOf))) {
      expect(paragraph.lineStarts[0]).toBe(0)
      expect(linesOf(paragraph).join('')).toBe(paragraphText(paragraph))
      expect([...paragraph.lineStarts].sort((a, b) => a - b)).toEqual(paragraph.lineStarts)
    }
  })

  it('is the same deck every time', () => {
    expect(laidOut(showcase)).toEqual(laidOut(showcase))
  })

  it('gives every scene an id of its own and lists each in exactly one section', () => {
    const { value: deck } = laidOut(showcase)
    const ids = deck.scenes.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(deck.sections.flatMap(({ scenes }) => scenes)).toEqual(ids)
  })

  it('has an agenda from three sections on', () => {
    expect(laidOut(talkOf(2)).value.scenes.some(({ layout }) => layout === 'agenda')).toBe(false)
    expect(laidOut(talkOf(3)).value.scenes.filter(({ layout }) => layout === 'agenda')).toHaveLength(1)
  })

  it('goes on with the agenda where a talk has very many sections', () => {
    const talk = aTalk(...Array.from({ length: 30 }, (_, index) => section(`${index + 1}. 这一部分的标题相当长，一行放不下，要折到第二行才放得下`, block('要点', content.points('一', '二')))))
    const { value: deck } = laidOut(talk)
    expect(deck.scenes.filter(({ layout }) => layout === 'agenda').length).toBeGreaterThan(1)
    expect(deck.scenes.flatMap((scene) => sceneFaults(scene, '16:9', clearTheme))).toEqual([])
  })

  it('stands a section’s own number large beside its title', () => {
    const { value: deck } = laidOut(aTalk(section('三、怎么做', block('要点', content.points('一', '二')))))
    const page = deck.scenes.find(({ layout }) => layout === 'section')
    expect(page?.title).toBe('三、怎么做')
    expect(page?.items.filter((item): item is SceneText => item.kind === 'text').map(({ name, paragraphs }) => [name, ...paragraphs.map(paragraphText)])).toEqual([['numeral', '3'], ['title', '怎么做'], ['number', '2']])
  })

  it('marks a continued slide in its title and says so in a warning with the block’s line', () => {
    const long = content.points(...Array.from({ length: 14 }, (_, index) => `第${index + 1}项：数字资源从本校走向全网，备课方式从个人走向团队。`))
    const { value: deck, warnings } = laidOut(aTalk(section('一', block('很多事', long))))
    expect(scenesOf(deck, '0.0').map(({ id, title }) => [id, title])).toEqual([['0.0', '很多事'], ['0.0+1', '很多事（续）'], ...scenesOf(deck, '0.0').slice(2).map(({ id }) => [id, '很多事（续）'])])
    expect(warnings.map(({ code, place }) => [code, place])).toEqual([['slide-continued', 'line 1']])
  })

  it('draws a marked frame where a picture is missing and names the picture', () => {
    const { value: deck, warnings } = laidOut(aTalk(section('一', block('课堂', content.picture('lost.jpg', '课堂一角')))))
    expect(scenesOf(deck, '0.0')[0]?.items.map(({ name }) => name)).toContain('missing-frame')
    expect(warnings[0]?.code).toBe('missing-picture')
    expect(warnings[0]?.message['zh-CN']).toContain('lost.jpg')
  })

  it('leaves a local case out with a warning unless it has something to fall back on', () => {
    const { value: deck, warnings } = laidOut(aTalk(section('一', block('我们的故事', content.localCase()), block('我们的故事', content.localCase('示例学校的做法', '一步一步来')))))
    expect(deck.scenes.filter(({ block: key }) => key !== null).map(({ block: key }) => key)).toEqual(['0.1'])
    expect(warnings.map(({ code }) => code)).toEqual(['local-case-omitted'])
  })

  it('cites what a block rests on in its footer and lists each source once at the end', () => {
    const { value: deck } = laidOut(aTalk(section('一', cited('甲', '二/(一)'), cited('乙', '三'))))
    expect(deck.scenes.flatMap(({ items }) => items.filter(({ name }) => name === 'source').flatMap((item) => paragraphsOf(item).map(paragraphText)))).toEqual(['来源：《示例规划》，二/(一)', '来源：《示例规划》，三'])
    const references = deck.scenes.find(({ layout }) => layout === 'references')
    expect(references?.items.filter(({ name }) => name === 'body').flatMap((item) => paragraphsOf(item).map(paragraphText))).toEqual(['《示例规划》，二/(一)、三'])
  })

  it('keeps the source line of an activity beside its panel', () => {
    const { value: deck } = laidOut(aTalk(section('', block('活动', content.activity(5, '两人一组', '交换'), { cites: [['示例规划', '三']] }))))
    const [scene] = scenesOf(deck, '0.0')
    const source = scene?.items.find(({ name }) => name === 'source')
    const panel = frameOf('activity', '16:9', clearTheme.structure).decorations.find(({ name }) => name === 'panel')
    expect(source?.box.x).toBeGreaterThan(panel?.box.width ?? Infinity)
  })

  it('keeps a title that is a paragraph, on a slide of its own', () => {
    const title = '数字资源走进每一间教室，备课方式从个人走向团队，'.repeat(8)
    const { value: deck, warnings } = laidOut(aTalk(section('一', block(title, content.points('一', '二')))))
    expect(textOn(scenesOf(deck, '0.0'))).toContain(title)
    expect(warnings.map(({ code }) => code)).toContain('title-too-long')
  })

  it('numbers pages from the cover on', () => {
    const { value: deck } = laidOut(showcase)
    deck.scenes.forEach((scene, index) => {
      const number = scene.items.find(({ name }) => name === 'number')
      if (number) expect(paragraphsOf(number).map(paragraphText)).toEqual([String(index + 1)])
    })
  })

  it('lays out an empty talk as cover and closing', () => {
    expect(laidOut(aTalk(front())).value.scenes.map(({ id }) => id)).toEqual(['cover', 'closing'])
  })
})
