import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../../src/main/readers/template/read-template'
import { contrast } from '../../../src/shared/slides/colour'
import { TEXT_CONTRAST, textPairs } from '../../../src/shared/slides/colour-roles'
import { layoutNames } from '../../../src/shared/slides/scene'
import { automaticLayouts, layoutMap } from '../../../src/shared/slides/template/map-layouts'
import { toneOf, withLightness } from '../../../src/shared/slides/template/scheme-colour'
import { templatePages } from '../../../src/shared/slides/template/template-pages'
import { templatePalette } from '../../../src/shared/slides/template/template-palette'
import type { AssetHash } from '../../../src/shared/model/ids'
import { png } from '../../builders/png'
import { builtTemplate, chineseLayouts, sampleTemplates } from '../../builders/template'

const samples = sampleTemplates(png(32, 18))
const templateOf = (bytes: Uint8Array) => readTemplate(bytes).value.template
const design = (bytes: Uint8Array) => ({ template: templateOf(bytes), choices: {}, parts: 'f'.repeat(64) as AssetHash })
const named = (bytes: Uint8Array, map = automaticLayouts(templateOf(bytes))): Readonly<Record<string, string>> => Object.fromEntries(layoutNames.map((layout) => [layout, templateOf(bytes).layouts[map[layout]]!.name]))

describe('layouts are chosen', () => {
  it('by type and Chinese name', () => {
    expect(named(samples.chinese)).toMatchObject({ cover: '标题幻灯片', section: '节标题', points: '标题和内容', 'two-columns': '两栏内容', chart: '仅标题', table: '仅标题', closing: '致谢', quote: '标题和内容' })
  })

  it('by English name, with what comes near where one is missing', () => {
    expect(named(samples['four-by-three'])).toMatchObject({ cover: 'Title Slide', section: 'Title Slide', points: 'Title and Content', 'two-columns': 'Title and Content', chart: 'Title Only', closing: 'Title Slide' })
  })

  it('by what they hold where types and names say nothing', () => {
    const nameless = builtTemplate({ masters: [{ layouts: chineseLayouts.map(({ placeholders }, at) => ({ name: `版式 ${at + 1}`, placeholders })) }] })
    expect(named(nameless)).toMatchObject({ cover: '版式 1', points: '版式 2', chart: '版式 5' })
  })

  it('by the user, unless the layout is not there any more', () => {
    const template = templateOf(samples.chinese)
    expect(layoutMap(template, { quote: 4, points: 99 })).toMatchObject({ quote: 4, points: 1 })
  })
})

describe('on the pages of a template', () => {
  it.each(Object.entries(samples))('%s: title, body and feet lie on the page and apart', (_name, bytes) => {
    const pages = templatePages(design(bytes))
    for (const layout of layoutNames) {
      const { title, body, source, width, height } = pages.page(layout)
      for (const area of [title, body, source]) {
        expect(area.x, layout).toBeGreaterThanOrEqual(0)
        expect(area.x + area.width, layout).toBeLessThanOrEqual(width + 0.5)
        expect(area.y + area.height, layout).toBeLessThanOrEqual(height + 0.5)
      }
      expect(body.height, layout).toBeGreaterThan(150)
      expect(source.y, layout).toBeGreaterThanOrEqual(body.y + body.height)
    }
    const { title, body } = pages.page('points')
    expect(body.y).toBeGreaterThanOrEqual(title.y + title.height - 0.5)
  })

  it.each(Object.entries(samples))('%s: everything that we set ourselves can be read', (_name, bytes) => {
    const { template } = design(bytes)
    for (const layout of template.layouts) {
      const { colours } = templatePalette(template.masters[layout.master]!, layout)
      for (const [text, ground] of textPairs) expect(contrast(colours[text], colours[ground]), `${layout.name}: ${text} on ${ground}`).toBeGreaterThanOrEqual(TEXT_CONTRAST - 0.01)
    }
  })
})

const near = (one: string): number[] => [0, 2, 4].map((at) => Number.parseInt(one.slice(at, at + 2), 16))

describe('a tone of a scheme', () => {
  // PowerPoint shows “Accent 1, lighter 80 %” of 4472C4 as DAE3F3, “darker 25 %” as 2F5597.
  it.each([
    ['4472C4', 20, 80, 'DAE3F3'],
    ['4472C4', 75, 0, '2F5597'],
    ['FFFFFF', 95, 0, 'F2F2F2'],
    ['000000', 65, 35, '595959'],
  ])('%s at %d and %d percent is %s', (hex, lumMod, lumOff, expected) => {
    const got = near(withLightness(hex, lumMod, lumOff))
    for (const [at, channel] of near(expected).entries()) expect(Math.abs(got[at]! - channel), expected).toBeLessThanOrEqual(1)
  })

  it('without changes is the colour itself', () => {
    expect(toneOf({}, '123456')).toBe('123456')
  })
})
