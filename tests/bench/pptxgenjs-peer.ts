/** The same deck through pptxgenjs 4 alone, compressed: what a program would do that has no writer of its own. */
import PptxGenJS from 'pptxgenjs'
import type { Deck, SceneParagraph } from '../../src/shared/slides/scene'
import type { Theme } from '../../src/shared/slides/theme'
import { emuToInches } from '../../src/shared/units'
import type { DeckOptions } from '../../src/main/writers/pptx/write-deck'

type Runs = PptxGenJS.TextProps[]

const runsOf = (paragraphs: readonly SceneParagraph[], { colours }: Theme): Runs =>
  paragraphs.flatMap(({ runs, marker, align, pitch }) =>
    runs.map(({ text, style }, i) => ({
      text,
      options: { fontSize: style.size, bold: style.bold, color: colours[style.colour], align, lineSpacing: pitch, lang: 'zh-CN', bullet: marker !== null && i === 0, breakLine: i === runs.length - 1 },
    })),
  )

export const writeWithPptxGenJs = async (deck: Deck, { theme, media }: DeckOptions): Promise<Uint8Array> => {
  const pres = new PptxGenJS()
  pres.layout = 'LAYOUT_WIDE'
  pres.title = deck.title
  for (const scene of deck.scenes) {
    const slide = pres.addSlide()
    for (const item of scene.items) {
      const place = { x: emuToInches(item.box.x), y: emuToInches(item.box.y), w: emuToInches(item.box.width), h: emuToInches(item.box.height) }
      switch (item.kind) {
        case 'text':
          slide.addText(runsOf(item.paragraphs, theme), { ...place, margin: 0 })
          break
        case 'shape':
          slide.addShape('rect', { ...place, fill: item.fill ? { color: theme.colours[item.fill] } : undefined })
          break
        case 'picture': {
          const { bytes, mime } = media(item.asset)
          slide.addImage({ ...place, data: `${mime};base64,${Buffer.from(bytes).toString('base64')}`, altText: item.alt })
          break
        }
        case 'table':
          slide.addTable(item.rows.map(({ cells }) => cells.map(({ paragraphs }) => ({ text: runsOf(paragraphs, theme) as never }))), { x: place.x, y: place.y, w: place.w, colW: item.columns.map(emuToInches) })
          break
        case 'chart':
          slide.addChart(item.chart === 'column' || item.chart === 'combined' ? 'bar' : item.chart, item.series.map(({ name, values }) => ({ name, labels: [...item.categories], values: values.map((value) => value ?? 0) })), { ...place, altText: item.alt, showValue: true })
          break
      }
    }
    slide.addNotes(scene.notes)
  }
  // Version 4.0.1 heeds `compression` for this output alone; as `nodebuffer` it would store everything.
  return (await pres.write({ outputType: 'STREAM', compression: true })) as Uint8Array
}
