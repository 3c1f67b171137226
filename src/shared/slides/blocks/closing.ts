import type { BlockContent } from '../../model/block'
import { heightOf, setParagraphs, textItem, textStyle, runsOf, type ParagraphSpec } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { closingItems } from '../pages/opening'
import { flowPoints } from './flowing-points'
import { isEmpty } from './point-specs'
import { steadyWidth } from '../text-width'

type Closing = Extract<BlockContent, { kind: 'closing' }>

/** The block's title large on the accent. A few lines beneath it stand in place of the talk's title; more of them come first, on slides of their own. */
export function layOutClosing({ points }: Closing, context: LayoutContext): SlideDraft[] {
  if (isEmpty(points)) return [{ layout: 'closing', items: closingItems(context.title, context.talk.front.title, context), titleArea: null }]
  const { subtitle, meta } = context.pages.closing
  const area = { ...subtitle.area, height: meta.area.y - subtitle.area.y - 12 }
  const specs = points.map(({ inlines }): ParagraphSpec => ({ runs: runsOf(inlines, textStyle(24, subtitle.colour)), align: subtitle.align, spaceBefore: 6 }))
  const width = steadyWidth(area.width, specs, context.metrics)
  const paragraphs = setParagraphs(specs, width, context.metrics)
  const nested = points.some(({ children }) => children.length > 0)
  if (nested || heightOf(paragraphs) > area.height) {
    const page: SlideDraft = { layout: 'closing', items: closingItems(context.title, context.talk.front.title, context), titleArea: null, continues: false }
    return [...flowPoints(points, context.page.body, 'points', context), page]
  }
  return [{ layout: 'closing', items: [...closingItems(context.title, '', context), textItem({ name: 'subtitle', placeholder: 'subtitle', area: { ...area, width } }, paragraphs)], titleArea: null }]
}
