/** Scenes and decks as the layout would make them, said in few words. Lengths are in points from the slide's top-left corner. */
import type { AssetHash } from '../../src/shared/model/ids'
import { clearTheme } from '../../src/shared/slides/themes/clear'
import type { Box, Deck, LayoutFrame, LayoutName, Scene, SceneChart, SceneItem, SceneParagraph, ScenePicture, SceneShape, SceneTable, SceneText, TextRun } from '../../src/shared/slides/scene'
import { inches, points, pointsToEmu } from '../../src/shared/units'

export const theme = clearTheme
export const box = (x: number, y: number, width: number, height: number): Box => ({
  x: pointsToEmu(points(x)), y: pointsToEmu(points(y)), width: pointsToEmu(points(width)), height: pointsToEmu(points(height)),
})

export const aRun = (text: string, more: Partial<TextRun> & Partial<TextRun['style']> = {}): TextRun => {
  const { size = points(26), font = 'body', bold = false, colour = 'ink', italic, href } = more
  return { text, style: { size, font, bold, colour }, italic, href }
}

export const aParagraph = (text: string | readonly TextRun[], more: Partial<SceneParagraph> = {}): SceneParagraph => ({
  runs: typeof text === 'string' ? [aRun(text)] : text,
  align: 'left', marker: null, level: 0, indent: pointsToEmu(points(0)), pitch: points(35), spaceBefore: points(0), lineStarts: [0],
  ...more,
})

export const aPoint = (text: string | readonly TextRun[], more: Partial<SceneParagraph> = {}): SceneParagraph =>
  aParagraph(text, { marker: { text: '•', colour: 'accent', auto: 'bullet' }, indent: pointsToEmu(points(26)), ...more })

/** A text that fills a placeholder exactly where {@link plainFrames} has it, or a free text box over the body. */
export const aText = (placeholder: SceneText['placeholder'], paragraphs: readonly SceneParagraph[] | string, more: Partial<SceneText> = {}): SceneText => {
  const place = plainFrames('points').placeholders.find((one) => one.placeholder === placeholder)
  return {
    kind: 'text', name: placeholder ?? 'text', placeholder, box: place?.box ?? box(78, 138, 828, 348), anchor: place?.anchor ?? 'top',
    paragraphs: typeof paragraphs === 'string' ? [aParagraph([aRun(paragraphs, place?.style)], place && { pitch: place.pitch, align: place.align })] : paragraphs,
    ...more,
  }
}

export const aShape = (more: Partial<SceneShape> = {}): SceneShape => ({ kind: 'shape', name: 'card', shape: 'rounded', box: box(78, 138, 400, 160), fill: 'accent-tint', line: null, radius: pointsToEmu(points(12)), ...more })

export const aChart = (more: Partial<SceneChart> = {}): SceneChart => ({
  kind: 'chart', name: 'chart', box: box(78, 150, 828, 320), chart: 'column', unit: '所', categories: ['2024', '2025', '2026'],
  series: [{ name: '学校数', values: [12, 30, 41], colour: 'accent' }], labelSize: points(16), showLegend: false, alt: '柱形图：三年来学校数由 12 所增至 41 所',
  ...more,
})

export const aTable = (more: Partial<SceneTable> = {}): SceneTable => ({
  kind: 'table', name: 'table', box: box(78, 150, 600, 96), columns: [pointsToEmu(points(400)), pointsToEmu(points(200))],
  rows: [['学校', '课时'], ['示例小学', '12']].map((cells, row) => ({ height: pointsToEmu(points(48)), header: row === 0, fill: row === 0 ? 'accent-tint' : null, cells: cells.map((cell) => ({ paragraphs: [aParagraph(cell)] })) })),
  inset: { x: pointsToEmu(points(12)), y: pointsToEmu(points(6)) }, rule: 'neutral-2', heavyRule: null, alt: '两列的表：学校与课时',
  ...more,
})

export const anAsset = (digit: string): AssetHash => digit.repeat(64) as AssetHash
export const aPicture = (more: Partial<ScenePicture> = {}): ScenePicture => ({
  kind: 'picture', name: 'picture', asset: anAsset('a'), box: box(500, 138, 400, 300), crop: { left: 0, top: 0.1, right: 0, bottom: 0.125 }, alt: '学生在平板上做实验', ...more,
})

export const aScene = (layout: Scene['layout'], items: readonly SceneItem[], more: Partial<Scene> = {}): Scene => ({ id: '0.0', block: '0.0', section: 0, layout, title: '三个变化', notes: '', items, ...more })

/** A 16:9 deck of the given scenes, their ids made unique. */
export const aDeck = (scenes: readonly Scene[], more: Partial<Deck> = {}): Deck => ({
  title: '数字资源走进每一间教室', language: 'zh-CN', speaker: '示例教师', size: { width: inches(40 / 3), height: inches(7.5) }, sections: [],
  scenes: scenes.map((scene, i) => ({ ...scene, id: scene.id === '0.0' ? `0.${i}` : scene.id })),
  ...more,
})

/** The smallest picture there is: one grey pixel. */
export const onePixel = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64'))
export const deckOptions = { theme, media: () => ({ bytes: onePixel, mime: 'image/png' as const }), made: new Date('2026-09-10T08:00:00Z') }

const inherited = (size: number, more: Partial<TextRun['style']> = {}): TextRun['style'] => ({ size: points(size), font: 'body', bold: false, colour: 'ink', ...more })

/** Frames that no designer touches: every layout has a title but `quote`, and the same four other placeholders. For tests of the writer alone. */
export const plainFrames = (layout: LayoutName): LayoutFrame => ({
  layout,
  background: 'paper',
  decorations: [{ ...aShape({ name: 'accent rule', shape: 'rectangle', box: box(54, 50, 4, 56), fill: 'accent' }), radius: undefined }],
  placeholders: [
    ...(layout === 'quote' ? [] : [{ placeholder: 'title' as const, box: box(78, 36, 828, 84), anchor: 'middle' as const, align: 'left' as const, style: inherited(34, { bold: true, font: 'heading' }), pitch: points(46) }]),
    { placeholder: 'body', box: box(78, 138, 828, 348), anchor: 'top', align: 'left', style: inherited(26), pitch: points(35) },
    { placeholder: 'subtitle', box: box(78, 120, 828, 27), anchor: 'top', align: 'left', style: inherited(18, { colour: 'neutral-4' }), pitch: points(24.5) },
    { placeholder: 'source', box: box(78, 498, 700, 18), anchor: 'bottom', align: 'left', style: inherited(12, { colour: 'neutral-4' }), pitch: points(16) },
    { placeholder: 'number', box: box(858, 498, 48, 18), anchor: 'bottom', align: 'right', style: inherited(12, { colour: 'neutral-4' }), pitch: points(16) },
  ],
})
