import { describe, expect, it } from 'vitest'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { colourModes, designNames, lookOf, plainLook, slideRatios } from '../../../src/shared/model/look'
import { notoSansSc, notoSerifSc } from '../../../src/shared/slides/font-metrics'
import { frameOf } from '../../../src/shared/slides/layouts'
import { metricsOf } from '../../../src/shared/slides/theme-metrics'
import { builtInThemes, themeOf } from '../../../src/shared/slides/themes/built-in'
import { emuToPoints } from '../../../src/shared/units'
import { laidOut, textNamed } from '../../builders/slides'
import { aTalk, block, content, front, section } from '../../builders/talk'

const talkWith = (...lines: string[]): string => ['---', 'title: 题目', ...lines, '---', '# 一', '## 要点', '- 甲', ''].join('\n')

const figureSize = (design: 'clear' | 'lively'): number => {
  const { scenes } = laidOut(aTalk(section('一', block('一个数字', content.points('92.6%')))), { theme: builtInThemes[design].light }).value
  return Math.max(...scenes.flatMap((scene) => textNamed(scene, 'body')?.paragraphs.flatMap(({ runs }) => runs.map(({ style }) => style.size)) ?? []))
}

describe('the look of a talk', () => {
  it('is clear, light and wide where the front matter says nothing', () => {
    expect(parseTalk(talkWith()).value.front).toMatchObject(plainLook)
  })

  it('is read from the front matter, in the keys’ words and in Chinese', () => {
    expect(parseTalk(talkWith('design: formal', 'mode: dark', 'ratio: 4:3')).value.front).toMatchObject({ design: 'formal', mode: 'dark', ratio: '4:3' })
    expect(parseTalk(talkWith('design: 活力', 'mode: 深色', 'ratio: "4：3"')).value.front).toMatchObject({ design: 'lively', mode: 'dark', ratio: '4:3' })
  })

  it('falls back to the plain look with a warning that names the words to write', () => {
    const { value, warnings } = parseTalk(talkWith('design: baroque'))
    expect(value.front.design).toBe('clear')
    expect(warnings.map(({ code, place }) => [code, place])).toEqual([['bad-front-matter', 'line 3']])
    expect(warnings[0]?.message['zh-CN']).toContain('formal（庄重）')
  })

  it('knows every one of its names', () => {
    for (const name of designNames) expect(lookOf('design', name)).toBe(name)
    for (const name of colourModes) expect(lookOf('mode', name.toUpperCase())).toBe(name)
    for (const name of slideRatios) expect(lookOf('ratio', name)).toBe(name)
    expect(lookOf('ratio', '3:2')).toBeNull()
  })
})

describe('the built-in designs', () => {
  it('differ in how their pages are built, not in colour alone', () => {
    const { clear, formal, lively } = builtInThemes
    for (const key of ['cover', 'section', 'titleMark', 'table', 'quote'] as const) {
      expect(new Set([clear, formal, lively].map(({ light }) => light.structure[key])).size, key).toBe(3)
    }
  })

  it('keep their structure from light to dark but for the colours of what is filled', () => {
    for (const { light, dark } of Object.values(builtInThemes)) {
      const shape = ({ ground: _ground, card: _card, option: _option, solid: _solid, ...rest }: typeof light.structure) => rest
      expect(shape(dark.structure)).toEqual(shape(light.structure))
    }
  })

  it('measure serif headings with the serif’s own advances and their text with the sans’', () => {
    const metrics = metricsOf(themeOf({ design: 'formal', mode: 'light' }))
    const [latin] = ['W'.codePointAt(0) ?? 0]
    expect(metrics.advance(latin, false, 'heading')).toBe(notoSerifSc.advance(latin, false))
    expect(metrics.advance(latin, false, 'body')).toBe(notoSansSc.advance(latin, false))
    expect(notoSerifSc.advance(latin, false)).not.toBe(notoSansSc.advance(latin, false))
  })

  it('centre the formal cover on its band', () => {
    const theme = builtInThemes.formal.light
    const cover = laidOut(aTalk(front(), section('一', block('要点', content.points('甲', '乙')))), { theme }).value.scenes[0]
    const title = textNamed(cover, 'title')
    const band = frameOf('cover', '16:9', theme.structure).decorations.find(({ name }) => name === 'band')
    if (!title || !band) throw new Error('The cover has neither title nor band')
    expect(title.paragraphs[0]?.align).toBe('center')
    expect(emuToPoints(title.box.x) + emuToPoints(title.box.width) / 2).toBeCloseTo(emuToPoints(band.box.width) / 2, 1)
    expect(title.box.y).toBeGreaterThan(band.box.y)
    expect(title.box.y + title.box.height).toBeLessThan(band.box.y + band.box.height)
  })

  it('never embolden a heading in a Chinese serif', () => {
    const theme = builtInThemes.formal.dark
    const { scenes } = laidOut(aTalk(section('一', block('要点', content.points('甲', '乙')), block('活动', content.activity(5, '两人一组')))), { theme }).value
    const headings = scenes.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? item.paragraphs.flatMap(({ runs }) => runs.filter(({ style }) => style.font === 'heading')) : [])))
    expect(headings.length).toBeGreaterThan(3)
    expect(headings.filter(({ style }) => style.bold)).toEqual([])
  })

  it('set a figure that stands alone larger in the design of larger figures', () => {
    expect(figureSize('lively')).toBe(figureSize('clear') * 1.25)
  })

  it('lay a talk out at the ratio that it asks for', () => {
    const { value: deck } = laidOut(aTalk(front({ ratio: '4:3' }), section('一', block('要点', content.points('甲', '乙')))))
    expect(deck.size.width / deck.size.height).toBeCloseTo(4 / 3)
  })
})
