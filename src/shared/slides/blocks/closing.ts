import type { BlockContent } from '../../model/block'
import { heightOf, setParagraphs, steadyWidth, textItem, textStyle, runsOf, type ParagraphSpec } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { coverAreas } from '../layouts'
import { closingItems } from '../pages/opening'
import { flowPoints } from './flowing-points'
import { isEmpty } from './point-specs'

type Closing = Extract<BlockContent, { kind: 'closing' }>

/** The block's title large on the accent. A few lines beneath it stand in place of the talk's title; more of them come first, on slides of their own. */
export function layOutClosing({ points }: Closing, context: LayoutContext): SlideDraft[] {
  if (isEmpty(points)) return [{ layout: 'closing', items: closingItems(context.title, context.talk.front.title, context), titleArea: null }]
  const { subtitle, meta } = coverAreas(context.page)
  const area = { ...subtitle, width: context.page.title.width, height: meta.y - subtitle.y - 12 }
  const specs = points.map(({ inlines }): ParagraphSpec => ({ runs: runsOf(inlines, textStyle(24, 'accent-tint')), spaceBefore: 6 }))
  const width = steadyWidth(area.width, specs)
  const paragraphs = setParagraphs(specs, width, context.metrics)
  const nested = points.some(({ children }) => children.length > 0)
  if (nested || heightOf(paragraphs) > area.height) {
    const page: SlideDraft = { layout: 'closing', items: closingItems(context.title, context.talk.front.title, context), titleArea: null, continues: false }
    return [...flowPoints(points, context.page.body, 'points', context), page]
  }
  return [{ layout: 'closing', items: [...closingItems(context.title, '', context), textItem({ name: 'subtitle', placeholder: 'subtitle', area: { ...area, width } }, paragraphs)], titleArea: null }]
}
