/** What a template draws beside its placeholders, in Lectern's own picture of a slide and in LibreOffice's of the exported deck: every named shape, and words and groups turned and mirrored. */
import { mkdir, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import presets from '../../../resources/shapes/preset-shapes.json'
import { slideDrawer } from '../../../src/main/drawing/draw-slide'
import { readTemplate } from '../../../src/main/readers/template/read-template'
import { writeDeck } from '../../../src/main/writers/pptx/write-deck'
import type { AssetHash } from '../../../src/shared/model/ids'
import { layOut } from '../../../src/shared/slides/lay-out'
import { templateTheme } from '../../../src/shared/slides/template/template-theme'
import { metricsOf } from '../../../src/shared/slides/theme-metrics'
import { EMU_PER_POINT } from '../../../src/shared/units'
import { deckOptions } from '../../builders/scene'
import { showcase, showcasePicture } from '../../builders/showcase-talk'
import { builtTemplate, chineseLayouts } from '../../builders/template'
import { readPng } from '../../fixtures/documents/png-pixels'
import { libreOfficeAbsent, pagePictures, toPdf } from '../../judges/libre-office'
import { type Lightness, shifted } from '../../report/lightness'
import { structuralSimilarity } from '../../report/structural-similarity'

const WIDTH = 1920
const FOLDER = 'test-results/template-likeness'

const emu = (value = 0): number => value * EMU_PER_POINT
const transform = ([x, y, width, height]: readonly number[], attributes: string, more = ''): string => {
  return `<a:xfrm${attributes}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/>${more}</a:xfrm>`
}
const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
/** A shape in points. */
const shape = (box: readonly number[], preset: string, { attributes = '', body = '', colour = 'BDD7EE', line = '' } = {}): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="50" name="x"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${transform(box, attributes)}<a:prstGeom prst="${preset}"><a:avLst/></a:prstGeom>${fill(colour)}${line && `<a:ln w="9525">${fill(line)}</a:ln>`}</p:spPr>${body && `<p:txBody>${body}</p:txBody>`}</p:sp>`
const group = ([x = 0, y = 0, width = 0, height = 0]: readonly number[], attributes: string, shapes: string): string =>
  `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="60" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>${transform([x, y, width, height], attributes, `<a:chOff x="0" y="0"/><a:chExt cx="${width * EMU_PER_POINT}" cy="${height * EMU_PER_POINT}"/>`)}</p:grpSpPr>${shapes}</p:grpSp>`
const words = (text: string, { looks = ' sz="1600"', body = ' anchor="ctr"', paragraph = '' } = {}): string =>
  `<a:bodyPr${body}/><a:p>${paragraph && `<a:pPr${paragraph}/>`}<a:r><a:rPr lang="zh-CN"${looks}/><a:t>${text}</a:t></a:r></a:p>`

const everyShape = Object.keys(presets)
  .map((name, at) => shape([8 + (at % 16) * 59, 8 + Math.floor(at / 16) * 44, 47, 31], name, { colour: '5B9BD5', line: '1F3864' }))
  .join('')

const pair =
  shape([0, 0, 100, 40], 'homePlate', { body: words('左上角', { paragraph: ' algn="ctr"' }) }) + shape([0, 60, 100, 40], 'rightArrow', { attributes: ' rot="1800000"', body: words('斜'), colour: 'F8CBAD' })
const turnedWords =
  shape([40, 30, 300, 60], 'rect', { body: words('示例学校教研中心', { looks: ' sz="2000" b="1"' }) }) +
  shape([40, 110, 300, 60], 'roundRect', { body: words('Right, at the foot', { body: ' anchor="b"', paragraph: ' algn="r"' }) }) +
  shape([40, 300, 60, 200], 'rect', { body: words('向下的一行字', { body: ' vert="vert" anchor="ctr"' }) }) +
  shape([120, 300, 60, 200], 'rect', { body: words('向上的一行字', { body: ' vert="vert270" anchor="ctr"' }) }) +
  shape([220, 360, 160, 60], 'rect', { attributes: ' rot="1800000"', body: words('转过三十度', { paragraph: ' algn="ctr"' }) }) +
  ['', ' rot="5400000"', ' rot="1200000"', ' flipH="1"', ' flipV="1"', ' flipH="1" rot="1200000"'].map((attributes, at) => group([420 + (at % 3) * 180, 40 + Math.floor(at / 3) * 180, 140, 120], attributes, pair)).join('') +
  group([500, 380, 300, 140], ' rot="-600000"', group([20, 10, 140, 120], ' rot="2700000" flipV="1"', pair))

const lightnessOf = (picture: Uint8Array): Lightness => {
  const { width, height, at } = readPng(picture)
  const values = Float64Array.from({ length: width * height }, (_, place) => {
    const [red = 0, green = 0, blue = 0] = at(place % width, Math.floor(place / width))
    return 0.299 * red + 0.587 * green + 0.114 * blue
  })
  return { width, height, values }
}

/** The two pages as Lectern and as LibreOffice draw them. */
async function drawn(): Promise<readonly (readonly [Lightness, Lightness])[]> {
  const layouts = [everyShape, turnedWords].map((shapes, at) => ({ ...chineseLayouts[at]!, placeholders: chineseLayouts[at]!.placeholders.map((one) => ({ ...one, at: [92, 96, 7, 3] as const, size: 4 })), shapes }))
  const { value } = readTemplate(builtTemplate({ masters: [{ layouts, font: 'Noto Sans CJK SC' }] }))
  const parts = 'f'.repeat(64) as AssetHash
  const theme = templateTheme({ definition: { name: { 'zh-CN': '示例', en: 'Sample' }, template: value.template, parts, choices: {} } })
  const { value: whole } = layOut(showcase, { theme, metrics: metricsOf(theme), picture: showcasePicture, language: 'zh-CN' })
  const deck = { ...whole, scenes: ['cover', 'statement'].map((layout) => whole.scenes.find((scene) => scene.layout === layout)!).map((scene) => ({ ...scene, items: [] })) }
  const written = await writeDeck(deck, { ...deckOptions, theme, media: () => ({ bytes: value.parts, mime: 'image/png' }) })
  const { 'a.pptx': pdf } = await toPdf({ 'a.pptx': written }, 'unspaced')
  const [exported, draw] = [await pagePictures(pdf!, WIDTH), slideDrawer(deck, theme, WIDTH, () => null)]
  await mkdir(FOLDER, { recursive: true })
  return Promise.all(
    deck.scenes.map(async (scene, at) => {
      const pictures = { preview: await draw(scene), libreoffice: exported[at]! }
      await Promise.all(Object.entries(pictures).map(([name, bytes]) => writeFile(`${FOLDER}/${scene.layout}-${name}.png`, bytes)))
      return [lightnessOf(pictures.preview), lightnessOf(pictures.libreoffice)] as const
    }),
  )
}

describe.skipIf(libreOfficeAbsent)('what a template draws is in the preview as LibreOffice draws it', () => {
  let pages: Awaited<ReturnType<typeof drawn>> = []
  beforeAll(async () => {
    pages = await drawn()
  }, 180_000)

  it.each([['every named shape', 0], ['words and groups, turned and mirrored', 1]])('%s', (_, at) => {
    const [preview, exported] = pages[at]!
    expect(structuralSimilarity(preview, exported)).toBeGreaterThan(0.95)
    // Four points to the right and down it would not pass.
    expect(structuralSimilarity(preview, shifted(exported, 8, 8))).toBeLessThan(0.95)
  })
})
