import type { BlockContent } from '../../model/block'
import { heightOf, type ParagraphSpec, plainRun, runsOf, setParagraphs, textItem, textStyle, widestLine } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { splitParagraph } from '../flow'
import { filled } from '../shapes'
import { columnsOf, onBaseline } from '../page'
import type { SceneItem, SceneParagraph } from '../scene'
import { balancedWidth, steadyWidth } from '../text-width'

type Timeline = Extract<BlockContent, { kind: 'timeline' }>
type TimelineEvent = Timeline['events'][number]

const MOST_ACROSS = 5
const DOT = 15
const LINE = 3
const AXIS_TO_TEXT = 21

const whenSpec = (event: TimelineEvent, size: number): ParagraphSpec => ({ runs: [plainRun(event.when, textStyle(size, 'accent', { bold: true }))] })
const whatSpec = (event: TimelineEvent, size: number): ParagraphSpec => ({ runs: runsOf(event.what, textStyle(size)) })

/** Events side by side along one line; null when a date needs more than two lines or a text more than the page has. */
function across(events: readonly TimelineEvent[], context: LayoutContext): SlideDraft | null {
  const { body } = context.page
  const columns = columnsOf(body, events.length, 24)
  const width = columns[0]?.width ?? body.width
  for (const size of events.length <= 3 ? [24, 22, 20] : [22, 20]) {
    const whenWidth = steadyWidth(width, events.map((event) => whenSpec(event, size + 4)), context.metrics)
    const whatWidths = events.map((event) => balancedWidth([whatSpec(event, size)], width, context.metrics))
    const whens = events.map((event) => setParagraphs([whenSpec(event, size + 4)], whenWidth, context.metrics))
    const whats = events.map((event, index) => setParagraphs([whatSpec(event, size)], whatWidths[index] ?? width, context.metrics))
    if (whens.some(([when]) => (when?.lineStarts.length ?? 0) > 2)) continue
    const whenHeight = Math.max(...whens.map(heightOf))
    const whatHeight = Math.max(...whats.map(heightOf))
    const needed = whenHeight + AXIS_TO_TEXT + DOT + AXIS_TO_TEXT + whatHeight
    if (needed > body.height || whatHeight > body.height * 0.62) continue
    const top = onBaseline(body.y + (body.height - needed) * 0.36)
    const axis = top + whenHeight + AXIS_TO_TEXT + DOT / 2
    const items: SceneItem[] = [filled('axis', { x: body.x, y: axis - LINE / 2, width: body.width, height: LINE }, 'neutral-2')]
    events.forEach((_, index) => {
      const column = columns[index] ?? body
      const last = index === events.length - 1
      items.push(
        textItem({ name: `when-${index + 1}`, area: { ...column, y: top, width: whenWidth, height: whenHeight }, anchor: 'bottom' }, whens[index] ?? []),
        filled(`dot-${index + 1}`, { x: column.x, y: axis - DOT / 2, width: DOT, height: DOT }, last ? 'accent' : 'accent-deep', 'ellipse'),
        textItem({ name: `what-${index + 1}`, area: { ...column, y: axis + DOT / 2 + AXIS_TO_TEXT, width: whatWidths[index] ?? width, height: whatHeight } }, whats[index] ?? []),
      )
    })
    return { layout: 'timeline', items }
  }
  return null
}

type SetEvent = { readonly when: SceneParagraph[]; readonly what: SceneParagraph[]; readonly height: number }

/** Events one beneath the other along an upright line, on as many slides as they need. */
function downwards(events: readonly TimelineEvent[], context: LayoutContext): SlideDraft[] {
  const { body } = context.page
  const size = events.length <= 5 ? 22 : 20
  const gap = 15
  const whenSpecs = events.map((event) => whenSpec(event, size))
  const whenColumn = Math.min(body.width * 0.28, Math.max(60, widestLine(setParagraphs(whenSpecs, body.width * 0.28, context.metrics), context.metrics) + 6))
  const lineX = body.x + whenColumn + 18
  const textX = lineX + 30
  const whatWidth = steadyWidth(body.x + body.width - textX, events.map((event) => whatSpec(event, size)), context.metrics)
  const waiting = events.map((event, index) => ({ when: whenSpecs[index] ?? whenSpec(event, size), what: whatSpec(event, size) }))
  const set = ({ when, what }: { when: ParagraphSpec; what: ParagraphSpec }): SetEvent => {
    const whenText = setParagraphs([when], whenColumn, context.metrics)
    const whatText = setParagraphs([what], whatWidth, context.metrics)
    return { when: whenText, what: whatText, height: Math.max(heightOf(whenText), heightOf(whatText)) }
  }
  // A text that is taller than a page is cut at a line first; its second half keeps no date.
  for (let index = 0; index < waiting.length; index++) {
    const event = waiting[index]
    if (!event || set(event).height <= body.height) continue
    const pitch = set(event).what[0]?.pitch ?? 30
    const lines = Math.max(1, Math.floor(body.height / pitch))
    const [headWhen, tailWhen] = splitParagraph(event.when, lines, whenColumn, context.metrics)
    const [head, tail] = splitParagraph(event.what, lines, whatWidth, context.metrics)
    waiting.splice(index, 1, { when: headWhen, what: head }, { when: tailWhen, what: tail })
  }
  const all = waiting.map(set)
  const total = all.reduce((sum, event) => sum + event.height + gap, -gap)
  const pages = Math.ceil(total / body.height)
  const share = pages > 1 ? Math.min(body.height, total / pages + 40) : body.height
  const slides: SetEvent[][] = [[]]
  let used = 0
  for (const event of all) {
    const page = slides.at(-1) ?? []
    if (page.length > 0 && (used + event.height > body.height || used > share)) {
      slides.push([event])
      used = event.height + gap
    } else {
      page.push(event)
      used += event.height + gap
    }
  }
  return slides.map((page) => {
    const height = page.reduce((sum, event) => sum + event.height, 0)
    const between = page.length > 1 ? Math.min(30, Math.max(gap, (body.height * 0.85 - height) / (page.length - 1))) : gap
    const spread = height + between * (page.length - 1) <= body.height ? between : gap
    const items: SceneItem[] = []
    let y = body.y
    const first = y + 12
    page.forEach((event, index) => {
      const pitch = event.what[0]?.pitch ?? 30
      items.push(
        textItem({ name: `when-${index + 1}`, area: { x: body.x, y, width: whenColumn, height: event.height } }, event.when),
        filled(`dot-${index + 1}`, { x: lineX - DOT / 2, y: y + pitch / 2 - DOT / 2 + 2, width: DOT, height: DOT }, index === page.length - 1 ? 'accent' : 'accent-deep', 'ellipse'),
        textItem({ name: `what-${index + 1}`, area: { x: textX, y, width: whatWidth, height: event.height } }, event.what),
      )
      y += event.height + spread
    })
    const last = page.at(-1)
    const end = y - spread - (last?.height ?? 0) + 12
    return { layout: 'timeline', items: [filled('axis', { x: lineX - LINE / 2, y: first, width: LINE, height: Math.max(LINE, end - first) }, 'neutral-2'), ...items] }
  })
}

export function layOutTimeline(content: Timeline, context: LayoutContext): SlideDraft[] {
  if (content.events.length === 0) return [{ layout: 'timeline', items: [] }]
  const slide = content.events.length <= MOST_ACROSS ? across(content.events, context) : null
  return slide ? [slide] : downwards(content.events, context)
}
