import type { BlockContent, Point } from '../../model/block'
import { heightOf, type ParagraphSpec, plainRun, setParagraphs, textItem, textStyle } from '../compose'
import { emu, emuToPoints, points } from '../../units'
import type { LayoutContext, SlideDraft } from '../context'
import { card, filled } from '../shapes'
import { type Area, columnsOf, inset, onBaseline } from '../page'
import type { SceneItem, TextRun } from '../scene'
import { flowPoints } from './flowing-points'
import { isEmpty, pointSpecs } from './point-specs'
import { steadyWidth } from '../text-width'

type Case = Extract<BlockContent, { kind: 'case' }>
type Part = Case['parts'][number]

const SUBTITLE = { size: 18, gap: 11 }
const CARD_GAP = 15
const CARD_INSET = { x: 21, y: 12 }
const LABEL_SIZE = 20
/** Type size of the text and of the result's figures, tried in turn; 0 sets figures like the text. */
const SIZES = [
  [24, 34],
  [22, 32],
  [22, 28],
  [22, 26],
  [20, 26],
  [20, 0],
] as const
const RESULT = /成效|效果|成果|结果|result|outcome|effect/i
const FIGURE = /\d+(?:[.,]\d+)*\s*(?:%|％|‰)?/g

/** The school and how far the case has come, in one line beneath the title. */
function subtitle(content: Case, context: LayoutContext): SceneItem[] {
  const words = [content.school, content.stage ? context.words.stages[content.stage] : ''].filter((word) => word !== '')
  if (words.length === 0) return []
  const specs = [{ runs: [plainRun(words.join(' · '), textStyle(SUBTITLE.size, 'neutral-4'))] }]
  const width = steadyWidth(context.page.body.width, specs, context.metrics)
  const paragraphs = setParagraphs(specs, width, context.metrics)
  return [textItem({ name: 'subtitle', placeholder: 'subtitle', area: { ...context.page.body, y: context.page.keyTop, width, height: heightOf(paragraphs) } }, paragraphs)]
}

/** The figures of a result are read first: set larger and bold within their sentence. */
function withLargeFigures(spec: ParagraphSpec, size: number): ParagraphSpec {
  const runs = spec.runs.flatMap((run): TextRun[] => {
    const parts: TextRun[] = []
    let end = 0
    for (const match of run.text.matchAll(FIGURE)) {
      if (match.index > end) parts.push({ ...run, text: run.text.slice(end, match.index) })
      parts.push({ ...run, text: match[0], style: { ...run.style, size: points(size), bold: true } })
      end = match.index + match[0].length
    }
    return end < run.text.length ? [...parts, { ...run, text: run.text.slice(end) }] : parts
  })
  return runs.length > spec.runs.length ? { ...spec, runs, pitch: Math.round(size * 1.2) } : spec
}

type Panel = { readonly part: Part; readonly result: boolean }

function panelSpecs({ part, result }: Panel, size: number, figures: number): ParagraphSpec[] {
  const label: ParagraphSpec[] = part.title === '' ? [] : [{ runs: [plainRun(part.title, textStyle(LABEL_SIZE, result ? 'paper' : 'accent', { bold: true }))] }]
  const body = pointSpecs(withoutLoneBullet(part.points), { first: size, second: 20, gap: 6, ...(result ? { colour: 'paper' as const } : {}) })
  return [...label, ...(result && figures > 0 ? body.map((spec) => withLargeFigures(spec, figures)) : body).map((spec) => (result && spec.marker ? { ...spec, marker: { ...spec.marker, colour: 'paper' as const } } : spec))]
}

/** A single point in a card needs no bullet: there is nothing to tell apart. */
const withoutLoneBullet = (list: readonly Point[]): readonly Point[] => (list.length === 1 ? list.map((point) => ({ ...point, marker: 'none' as const })) : list)

function grid(count: number, area: Area): Area[] {
  const columns = count <= 3 ? count : 2
  const rows = Math.ceil(count / columns)
  const height = (area.height - CARD_GAP * (rows - 1)) / rows
  return Array.from({ length: rows }, (_, row) => columnsOf({ ...area, y: area.y + row * (height + CARD_GAP), height }, columns, CARD_GAP)).flat().slice(0, count)
}

/** All parts as cards on one slide; null when they do not fit at 20 pt. */
function cards(content: Case, area: Area, context: LayoutContext): SceneItem[] | null {
  const resultAt = content.parts.findIndex(({ title }) => RESULT.test(title))
  const panels = content.parts.map((part, index) => ({ part, result: index === resultAt }))
  const places = grid(panels.length, area)
  for (const [size, figures] of SIZES) {
    const set = panels.map((panel, index) => {
      const place = places[index] ?? area
      const specs = panelSpecs(panel, size, Math.round(figures * context.structure.figures))
      const inner = inset(place, CARD_INSET.x, CARD_INSET.y)
      const width = steadyWidth(inner.width, specs, context.metrics)
      const paragraphs = setParagraphs(specs, width, context.metrics)
      return { place, inner: { ...inner, width }, paragraphs, result: panel.result, fits: heightOf(paragraphs) <= inner.height }
    })
    if (!set.every(({ fits }) => fits)) continue
    return set.flatMap(({ place, inner, paragraphs, result }, index) => [
      card(`card-${index + 1}`, place, context.structure, result ? 'accent' : undefined),
      textItem({ name: `part-${index + 1}`, area: inner }, paragraphs),
    ])
  }
  return null
}

const RIBBON = { gap: 12, label: 0.2, most: 150, inset: 18 }

/** Parts as rows that span the page, each named at its left: for texts that are too wide for cards side by side. Null when they do not fit at 20 pt. */
function ribbon(content: Case, area: Area, context: LayoutContext): SceneItem[] | null {
  const resultAt = content.parts.findIndex(({ title }) => RESULT.test(title))
  const labelWidth = Math.min(RIBBON.most, area.width * RIBBON.label)
  const textX = area.x + RIBBON.inset + labelWidth + RIBBON.inset
  for (const size of [24, 22, 20]) {
    const rows = content.parts.map((part, index) => {
      const result = index === resultAt
      const labelSpecs: ParagraphSpec[] = part.title === '' ? [] : [{ runs: [plainRun(part.title, textStyle(LABEL_SIZE, result ? 'paper' : 'accent', { bold: true }))] }]
      const specs = panelSpecs({ part: { ...part, title: '' }, result }, size, 0)
      const width = steadyWidth(area.x + area.width - RIBBON.inset - textX, specs, context.metrics)
      const [label, paragraphs] = [setParagraphs(labelSpecs, labelWidth, context.metrics), setParagraphs(specs, width, context.metrics)]
      return { result, label, paragraphs, width, height: Math.max(heightOf(label), heightOf(paragraphs)) + 2 * CARD_INSET.y }
    })
    const free = area.height - rows.reduce((sum, { height }) => sum + height, 0) - RIBBON.gap * (rows.length - 1)
    if (free < 0) continue
    const air = Math.min(24, free / rows.length)
    let y = area.y
    return rows.flatMap(({ result, label, paragraphs, width, height }, index) => {
      const row = { ...area, y, height: height + air }
      y += row.height + RIBBON.gap
      const text = { y: row.y + CARD_INSET.y, height: row.height - 2 * CARD_INSET.y }
      return [
        card(`card-${index + 1}`, row, context.structure, result ? 'accent' : undefined),
        ...(label.length === 0 ? [] : [textItem({ name: `label-${index + 1}`, area: { ...text, x: area.x + RIBBON.inset, width: labelWidth }, anchor: 'middle' }, label)]),
        ...(paragraphs.length === 0 ? [] : [textItem({ name: `part-${index + 1}`, area: { ...text, x: textX, width }, anchor: 'middle' }, paragraphs)]),
      ]
    })
  }
  return null
}

/** One slide a part: bars above show how far the story has come. */
function partSlides(content: Case, heading: readonly SceneItem[], area: Area, context: LayoutContext): SlideDraft[] {
  const bars = columnsOf({ ...area, height: 6 }, content.parts.length, 9)
  return content.parts.flatMap((part, index) => {
    const progress = bars.map((bar, at) => filled(`progress-${at + 1}`, bar, at <= index ? 'accent' : 'neutral-2'))
    const labelSpecs = [{ runs: [plainRun(part.title, textStyle(24, 'accent', { bold: true }))] }]
    const width = steadyWidth(area.width, labelSpecs, context.metrics)
    const labelText = setParagraphs(labelSpecs, width, context.metrics)
    const labelHeight = heightOf(labelText)
    const label = part.title === '' ? [] : [textItem({ name: 'part-title', area: { ...area, y: area.y + 24, width, height: labelHeight } }, labelText)]
    const textTop = area.y + 24 + (label.length > 0 ? labelHeight + 12 : 0)
    const text = { ...area, y: textTop, height: area.y + area.height - textTop }
    const slides: SlideDraft[] = isEmpty(part.points) ? [{ layout: 'case', items: [] }] : flowPoints(withoutLoneBullet(part.points), text, 'case', context, { columns: false, settle: false })
    return slides.map((slide) => ({ ...slide, continues: false, items: [...heading, ...progress, ...label, ...slide.items] }))
  })
}

export function layOutCase(content: Case, context: LayoutContext): SlideDraft[] {
  const { body } = context.page
  const heading = subtitle(content, context)
  const top = onBaseline(Math.max(body.y, ...heading.map(({ box }) => emuToPoints(emu(box.y + box.height)) + SUBTITLE.gap)))
  const area = { ...body, y: top, height: body.y + body.height - top }
  const parts = content.parts.filter((part) => part.title !== '' || !isEmpty(part.points))
  if (parts.length === 0) return [{ layout: 'case', items: heading }]
  const [only] = parts
  if (only && parts.length === 1 && only.title === '') return flowPoints(only.points, area, 'case', context).map((slide) => ({ ...slide, layout: 'case', items: [...heading, ...slide.items] }))
  const panels = parts.length <= 6 ? (cards({ ...content, parts }, area, context) ?? ribbon({ ...content, parts }, area, context)) : null
  return panels ? [{ layout: 'case', items: [...heading, ...panels] }] : partSlides({ ...content, parts }, heading, area, context)
}
