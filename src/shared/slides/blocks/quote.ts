import type { BlockContent, Inline } from '../../model/block'
import { headingStyle, heightOf, lineCountOf, type ParagraphSpec, plainRun, runsOf, setParagraphs, textItem, textStyle, widestLine } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { paginate } from '../flow'
import { quoteArea } from '../layouts'
import { BASELINE_STEP, boxOf, onBaseline } from '../page'
import type { SceneItem } from '../scene'
import { charactersOf } from './point-specs'
import { balancedWidth, steadyWidth } from '../text-width'

type Quote = Extract<BlockContent, { kind: 'quote' }>

/** Type size by length of the quotation in characters (look.md); longer ones are set at 24 to 20 pt. */
const SIZES = [
  [24, 48],
  [60, 36],
  [120, 28],
  [Infinity, 24],
] as const
const SMALLER = [48, 36, 32, 28, 24, 22, 20]
const ATTRIBUTION_SIZE = 18
const ATTRIBUTION_GAP = 30
/** Room for the thin rule before the attribution. */
const RULE_ROOM = 66
const MARK_SIZE = 96
/** Brings the mark's top level with the first line's. */
const MARK_DROP = 8

const specsOf = (paragraphs: readonly (readonly Inline[])[], size: number): ParagraphSpec[] =>
  paragraphs.map((inlines) => ({ runs: runsOf(inlines, textStyle(size)), spaceBefore: Math.round(size * 0.4), pitch: Math.round(size * 1.45) }))

const attributionSpecs = (attribution: string): ParagraphSpec[] => (attribution === '' ? [] : [{ runs: [plainRun(attribution, textStyle(ATTRIBUTION_SIZE, 'neutral-4'))], align: 'right' }])

function quoteSlide(specs: readonly ParagraphSpec[], attribution: string, context: LayoutContext): SlideDraft {
  const area = quoteArea(context.page)
  const short = lineCountOf(setParagraphs(specs, area.width, context.metrics)) <= 3 && specs.length === 1
  const width = short ? balancedWidth(specs, area.width, context.metrics) : steadyWidth(area.width, specs, context.metrics)
  const paragraphs = setParagraphs(specs, width, context.metrics)
  const height = heightOf(paragraphs)
  const source = attributionSpecs(attribution)
  const widest = steadyWidth(area.width - RULE_ROOM, source, context.metrics)
  const oneLine = widestLine(setParagraphs(source, widest, context.metrics), context.metrics)
  const sourceWidth = steadyWidth(Math.min(widest, oneLine + ATTRIBUTION_SIZE), source, context.metrics)
  const sourceText = setParagraphs(source, sourceWidth, context.metrics)
  const sourceHeight = source.length > 0 ? ATTRIBUTION_GAP + heightOf(sourceText) : 0
  const free = Math.max(0, area.height - height - sourceHeight)
  const y = onBaseline(area.y + free * 0.4)
  // A full em wide; in a narrower box it would hang out on the side that each program prefers.
  const markSize = Math.min(MARK_SIZE, area.x - 12)
  const items: SceneItem[] = [
    // Hangs in the margin, so that the text keeps one left edge (optical margin alignment).
    textItem({ name: 'quote-mark', area: { x: area.x - 6 - markSize, y: y + MARK_DROP, width: markSize, height: markSize } }, setParagraphs([{ runs: [plainRun('“', headingStyle(markSize, 'accent', context.structure))], align: 'right', pitch: markSize }], markSize, context.metrics)),
    textItem({ name: 'body', placeholder: 'body', area: { ...area, y, width, height } }, paragraphs),
  ]
  if (source.length > 0) {
    const top = y + height + ATTRIBUTION_GAP
    const right = area.x + Math.max(Math.min(width, widestLine(paragraphs, context.metrics)), sourceWidth + RULE_ROOM)
    const left = right - widestLine(sourceText, context.metrics)
    items.push(
      { kind: 'shape', name: 'attribution-rule', shape: 'rectangle', box: boxOf({ x: left - 54, y: top + 12, width: 42, height: 1.5 }), fill: 'accent', line: null },
      textItem({ name: 'attribution', placeholder: 'subtitle', area: { x: right - sourceWidth, y: top, width: sourceWidth, height: heightOf(sourceText) } }, sourceText),
    )
  }
  return { layout: 'quote', items }
}

export function layOutQuote(content: Quote, context: LayoutContext): SlideDraft[] {
  const attribution = content.attribution.replace(/^[—–―\-\s]+/, '')
  const area = quoteArea(context.page)
  const ideal = SIZES.find(([length]) => charactersOf(specsOf(content.paragraphs, 20)) <= length)?.[1] ?? 24
  const source = attributionSpecs(attribution)
  const sourceHeight = heightOf(setParagraphs(source, steadyWidth(area.width - RULE_ROOM, source, context.metrics), context.metrics))
  const attributionRoom = sourceHeight === 0 ? 0 : ATTRIBUTION_GAP + sourceHeight + BASELINE_STEP
  const size = SMALLER.find((candidate) => {
    const specs = specsOf(content.paragraphs, candidate)
    return candidate <= ideal && heightOf(setParagraphs(specs, steadyWidth(area.width, specs, context.metrics), context.metrics)) <= area.height - attributionRoom
  })
  if (size !== undefined) return [quoteSlide(specsOf(content.paragraphs, size), attribution, context)]
  const specs = specsOf(content.paragraphs, 22)
  const pages = paginate(specs, steadyWidth(area.width, specs, context.metrics), area.height - attributionRoom, context.metrics)
  return pages.map((page, index) => quoteSlide(page, index === pages.length - 1 ? attribution : '', context))
}
