import { gbt7714 } from '../../citation/gb-t-7714'
import type { Citation } from '../../model/block'
import { headingStyle, heightOf, type ParagraphSpec, plainRun, setParagraphs, textItem, textStyle } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { paginate } from '../flow'
import { filled } from '../shapes'
import { timeTalk } from '../../speech/time-talk'
import { columnsOf, pitchOf } from '../page'
import type { SceneItem } from '../scene'
import { numberedTitle } from './opening'
import { steadyWidth } from '../text-width'

/** A talk of fewer sections needs no agenda. */
export const FEWEST_FOR_AGENDA = 3
const MOST_IN_COLUMN = 6
const ROW = { number: 60, minutes: 120, pad: 12 }

/** Numbered rows under hairlines; more than six sections stand in two columns, more than twelve go on. */
export function agendaSlides(context: LayoutContext, minutes = false): SlideDraft[] {
  const { body } = context.page
  const entries = agendaEntries(context, minutes)
  const columnCount = entries.length > MOST_IN_COLUMN ? 2 : 1
  const columns = columnsOf(body, columnCount, context.page.columnGap + 12)
  const size = columnCount === 1 ? 26 : 22
  const rows = entries.map((entry) => {
    const number: ParagraphSpec = { runs: [plainRun(String(entry.number).padStart(2, '0'), headingStyle(size, 'accent', context.structure))] }
    const title: ParagraphSpec = { runs: [plainRun(entry.title, textStyle(size))] }
    const width = steadyWidth((columns[0]?.width ?? body.width) - ROW.number - (minutes ? ROW.minutes : 0), [title], context.metrics)
    const paragraphs = setParagraphs([title], width, context.metrics)
    const time: ParagraphSpec = { runs: [plainRun(entry.time, textStyle(20, 'neutral-4'))], align: 'right', pitch: pitchOf(size) }
    return { number: setParagraphs([number], ROW.number - 6, context.metrics), time: entry.time === '' ? null : setParagraphs([time], ROW.minutes - 12, context.metrics), paragraphs, width, height: Math.min(body.height, heightOf(paragraphs)) }
  })
  const slides: SceneItem[][] = []
  let items: SceneItem[] = []
  let column = 0
  let y = body.y
  let inColumn = 0
  const perColumn = columnCount === 1 ? MOST_IN_COLUMN : Math.min(MOST_IN_COLUMN, Math.ceil(rows.length / columnCount))
  const content = rows.reduce((sum, { height }) => sum + height, 0)
  const pad = Math.max(ROW.pad, Math.min(columnCount === 1 ? 27 : 18, (body.height - content) / (2 * Math.max(1, Math.min(rows.length, perColumn))) - 1))
  rows.forEach((row, index) => {
    if (inColumn > 0 && (inColumn >= perColumn || y + row.height + 2 * pad > body.y + body.height + 1)) {
      column += 1
      y = body.y
      inColumn = 0
      if (column === columns.length) {
        slides.push(items)
        items = []
        column = 0
      }
    }
    const place = columns[column] ?? body
    if (inColumn > 0) items.push(filled(`hairline-${index + 1}`, { x: place.x, y: y - 0.375, width: place.width, height: 0.75 }, 'neutral-2'))
    items.push(
      textItem({ name: `number-${index + 1}`, area: { ...place, y: y + pad, width: ROW.number - 6, height: row.height } }, row.number),
      textItem({ name: `entry-${index + 1}`, area: { x: place.x + ROW.number, y: y + pad, width: row.width, height: row.height } }, row.paragraphs),
      ...(row.time === null ? [] : [textItem({ name: `time-${index + 1}`, area: { x: place.x + place.width - ROW.minutes + 12, y: y + pad, width: ROW.minutes - 12, height: row.height } }, row.time)]),
    )
    y += row.height + 2 * pad
    inColumn += 1
  })
  slides.push(items)
  return slides.map((slide) => ({ layout: 'agenda', items: slide }))
}

/** The sections as an agenda names them; those whose time is not yet known stand without one. */
function agendaEntries({ talk, pace, words }: LayoutContext, minutes: boolean): readonly { readonly number: number; readonly title: string; readonly time: string }[] {
  const times = minutes ? timeTalk(talk, pace).sections.map(({ seconds }) => (seconds === 0 ? '' : `${Math.max(1, Math.round(seconds / 60))} ${words.minutes}`)) : []
  return talk.sections
    .map(({ title }, index) => ({ title, time: times[index] ?? '' }))
    .filter(({ title }) => title !== '')
    .map(({ title, time }, index) => ({ ...numberedTitle(title, index + 1), time }))
}

/** Sources in the order in which they are first cited, each with all places cited. */
function citedSources(citations: readonly Citation[]): { readonly source: string; readonly places: readonly string[] }[] {
  const places = new Map<string, Set<string>>()
  for (const { source, at } of citations) {
    const known = places.get(source) ?? new Set()
    if (at !== '') known.add(at)
    places.set(source, known)
  }
  return [...places].map(([source, ats]) => ({ source, places: [...ats] }))
}

/** The footer's source line: what one block rests on. */
export const sourceLine = (citations: readonly Citation[], context: LayoutContext): string =>
  citedSources(citations)
    .map(({ source, places }) => context.words.cite(source, places.join(context.language === 'zh-CN' ? '、' : ', ')))
    .join(context.words.separator)

/** @param formal written out after GB/T 7714 where the library knows the source; otherwise as the talk names it */
export function referenceSlides(context: LayoutContext, formal = false): SlideDraft[] {
  const { body } = context.page
  const sources = citedSources(context.talk.sections.flatMap(({ blocks }) => blocks.flatMap(({ citations }) => citations)))
  const placeBreak = context.language === 'zh-CN' ? '、' : ', '
  if (sources.length === 0) return []
  const specs = sources.map(({ source, places }, index): ParagraphSpec => ({
    runs: [plainRun(formal ? reference(source, places.join(placeBreak), context) : context.words.cite(source, places.join(placeBreak)), textStyle(20))],
    indent: 36,
    marker: { text: `${index + 1}.`, colour: 'accent', auto: 'arabic-period' },
    spaceBefore: 12,
  }))
  const width = steadyWidth(body.width, specs, context.metrics)
  return paginate(specs, width, body.height, context.metrics).map((page) => ({
    layout: 'references',
    items: [textItem({ name: 'body', placeholder: 'body', area: { ...body, width } }, setParagraphs(page, width, context.metrics))],
  }))
}

const reference = (source: string, places: string, context: LayoutContext): string => {
  const known = context.cited(source)
  return known === null ? context.words.cite(source, places) : gbt7714(known, places)
}
