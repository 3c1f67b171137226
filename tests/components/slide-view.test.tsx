import { describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { SlideView } from '../../src/renderer/parts/slide-view/slide-view'
import { notoSansSc } from '../../src/shared/slides/font-metrics'
import type { Deck, Scene } from '../../src/shared/slides/scene'
import { clearTheme } from '../../src/shared/slides/themes/clear'
import { showcase, showcaseEnglish } from '../builders/showcase-talk'
import { laidOut, linesOf, paragraphsOf, paragraphText } from '../builders/slides'
import { aTalk, block, content, section } from '../builders/talk'

const RED_PIXEL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='

const sceneOf = (deck: Deck, key: string): Scene => {
  const scene = deck.scenes.find(({ block: own }) => own === key)
  if (!scene) throw new Error(`No scene of block ${key}`)
  return scene
}

async function show(deck: Deck, scene: Scene, pictureUrl: (hash: string) => string | null = () => null) {
  const screen = await render(
    <div style={{ width: 960 }}>
      <SlideView scene={scene} deck={deck} theme={clearTheme} pictureUrl={pictureUrl} />
    </div>,
  )
  // Faces are fetched when a text first needs them.
  await document.fonts.ready
  const svg = screen.container.querySelector('svg.slide-view')
  if (!(svg instanceof SVGSVGElement)) throw new Error('No slide was drawn')
  return { screen, svg }
}

describe('a slide on the screen', () => {
  it('is named by its title and keeps the slide’s ratio', async () => {
    const { value: deck } = laidOut(aTalk(section('', block('三个变化', content.points('资源', '备课', '评价')))))
    const { screen, svg } = await show(deck, sceneOf(deck, '0.0'))
    await expect.element(screen.getByRole('group', { name: '三个变化' })).toBeInTheDocument()
    const { width, height } = svg.getBoundingClientRect()
    expect(width / height).toBeCloseTo(16 / 9, 2)
  })

  it('keeps each paragraph as one text, to be read and copied', async () => {
    const sentence = '数字资源从本校走向全网，备课方式从个人走向团队，课堂评价从结果走向过程，家校沟通从通知走向对话。'
    const { value: deck } = laidOut(aTalk(section('', block('一段话', content.points(sentence, '第二点')))))
    const { svg } = await show(deck, sceneOf(deck, '0.0'))
    expect([...svg.querySelectorAll('text')].map((text) => text.textContent)).toContain(sentence)
  })

  it('draws every line at the place where the layout broke it', async () => {
    const { value: deck } = laidOut(showcase)
    const scene = sceneOf(deck, '0.6')
    const { svg } = await show(deck, scene)
    const drawn = [...svg.querySelectorAll('text')].map((text) => {
      const lines = new Map<string, string>()
      let y = ''
      for (const span of text.querySelectorAll('tspan')) {
        y = span.getAttribute('y') ?? y
        lines.set(y, (lines.get(y) ?? '') + span.textContent)
      }
      return [...lines.values()]
    })
    for (const paragraph of scene.items.flatMap(paragraphsOf)) expect(drawn).toContainEqual(linesOf(paragraph))
  })

  it.each([
    ['zh-CN', showcase],
    ['en', showcaseEnglish],
  ] as const)('sets %s text no wider than the metrics say and nearly as wide', async (_, talk) => {
    const { value: deck } = laidOut(talk)
    for (const scene of deck.scenes.filter(({ layout }) => layout === 'points' || layout === 'quote').slice(0, 8)) {
      const { svg, screen } = await show(deck, scene)
      const { width: drawnWidth } = svg.getBoundingClientRect()
      const scale = drawnWidth / 960
      for (const text of svg.querySelectorAll<SVGTextElement>('text:not([aria-hidden])')) {
        for (const span of text.querySelectorAll('tspan')) {
          const content = span.textContent ?? ''
          if (/[’‘“”]/.test(content) && talk.front.lang === 'en') continue // drawn in their Latin width; the metrics keep the wider one
          const size = Number(span.getAttribute('font-size'))
          const bold = span.getAttribute('font-weight') === '700'
          const measured = Array.from(content).reduce((sum, char) => sum + notoSansSc.advance(char.codePointAt(0) ?? 0, bold) * size, 0)
          const actual = span.getComputedTextLength()
          expect(actual, content).toBeLessThanOrEqual(measured + 0.05 / scale)
          expect(actual, content).toBeGreaterThan(measured * 0.94)
        }
      }
      await screen.unmount()
    }
  })

  it('crops a picture without stretching it', async () => {
    const { value: deck } = laidOut(aTalk(section('', block('校园', content.picture('wide', '校园全景')))))
    const { screen, svg } = await show(deck, sceneOf(deck, '0.0'), () => RED_PIXEL)
    await expect.element(screen.getByRole('img', { name: '校园全景' })).toBeInTheDocument()
    const image = svg.querySelector('image')
    expect(Number(image?.getAttribute('width')) / Number(image?.getAttribute('height'))).toBeCloseTo(2400 / 1000, 2)
  })

  it('describes a chart in words and writes its values', async () => {
    const { value: deck } = laidOut(aTalk(section('', block('接入学校', content.chart('column', '所', ['2024', '2025'], { 学校数: [12, 30] })))))
    const { screen, svg } = await show(deck, sceneOf(deck, '0.0'))
    await expect.element(screen.getByRole('img', { name: '接入学校：学校数：2024 12所, 2025 30所' })).toBeInTheDocument()
    const labels = [...svg.querySelectorAll('[role=img] text')].map((text) => text.textContent)
    expect(labels).toEqual(expect.arrayContaining(['12', '30', '2024', '2025']))
  })

  it('makes bars as long as their values', async () => {
    const { value: deck } = laidOut(aTalk(section('', block('使用率', content.chart('bar', '%', ['甲', '乙'], { 占比: [20, 80] })))))
    const { svg } = await show(deck, sceneOf(deck, '0.0'))
    const widths = [...svg.querySelectorAll('[role=img] rect')].map((bar) => Number(bar.getAttribute('width'))).filter((width) => width > 5)
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(4, 5)
  })

  it('reads a table by rows and cells', async () => {
    const { value: deck } = laidOut(aTalk(section('', block('各校', content.table(['学校', '节数'], ['示例小学', '12'], ['示例中学', '30'])))))
    const { screen } = await show(deck, sceneOf(deck, '0.0'))
    await expect.element(screen.getByRole('columnheader', { name: '学校' })).toBeInTheDocument()
    expect(screen.getByRole('row').elements()).toHaveLength(3)
  })

  it('draws every scene of the showcase with all its text', async () => {
    const { value: deck } = laidOut(showcase)
    for (const scene of deck.scenes) {
      const { svg, screen } = await show(deck, scene, () => RED_PIXEL)
      const drawn = svg.textContent ?? ''
      for (const paragraph of scene.items.flatMap(paragraphsOf)) {
        for (const line of linesOf(paragraph)) expect(drawn, `${scene.id}: ${paragraphText(paragraph)}`).toContain(line.trimEnd())
      }
      await screen.unmount()
    }
  })
})
