import type { BlockContent, Point } from '../../model/block'
import { heightOf, lineCountOf, runsOf, setParagraphs, textItem, textStyle } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { filled } from '../shapes'
import { onBaseline } from '../page'
import { flowPoints } from './flowing-points'
import { besidePicture, layOutPicture } from './picture'
import { isEmpty, lengthInCharacters, textOfPoints } from './point-specs'
import { balancedWidth } from '../text-width'

type Points = Extract<BlockContent, { kind: 'points' }>

const STATEMENT_SIZES = [80, 72, 66, 60, 54] as const
const FIGURE = /^[\d.,%％‰×+−-]+$/
const LONGEST_STATEMENT = 26
const RULE = { width: 72, height: 4, gap: 24 }
/** Optical middle of the page (look.md). */
const OPTICAL_MIDDLE = 0.48

/** One short point or figure, as large as two lines allow. Null when it is not short enough. */
export function statement(point: Point, context: LayoutContext): SlideDraft | null {
  const text = textOfPoints([point])
  if (point.children.length > 0 || lengthInCharacters(text) > LONGEST_STATEMENT) return null
  const { body, stage } = context.page
  // A design of larger figures sets one alone larger too.
  const largest = context.structure.figures > 1 && FIGURE.test(text) ? [Math.round(STATEMENT_SIZES[0] * context.structure.figures)] : []
  for (const size of [...largest, ...STATEMENT_SIZES]) {
    const specs = [{ runs: runsOf(point.inlines, { ...textStyle(size, 'accent-deep', { bold: true }) }), align: 'center' as const, pitch: Math.round(size * 1.3) }]
    if (lineCountOf(setParagraphs(specs, body.width, context.metrics)) > (size >= 66 ? 1 : 2)) continue
    const width = balancedWidth(specs, body.width, context.metrics)
    const paragraphs = setParagraphs(specs, width, context.metrics)
    const textHeight = heightOf(paragraphs)
    // Centred on the page, not on the text column.
    const middle = stage.x + stage.width / 2
    const area = { x: middle - width / 2, y: onBaseline(stage.y + stage.height * OPTICAL_MIDDLE - textHeight / 2), width, height: textHeight }
    const rule = filled('statement-rule', { x: middle - RULE.width / 2, y: area.y + textHeight + RULE.gap, width: RULE.width, height: RULE.height }, 'accent')
    return { layout: 'statement', items: [textItem({ name: 'body', placeholder: 'body', area, anchor: 'middle' }, paragraphs), rule] }
  }
  return null
}

export function layOutPoints(content: Points, context: LayoutContext): SlideDraft[] {
  const { points, picture } = content
  if (picture) return isEmpty(points) ? layOutPicture({ kind: 'picture', picture }, context) : besidePicture(points, picture, context)
  const [only] = points
  if (only && points.length === 1) {
    const slide = statement(only, context)
    if (slide) return [slide]
  }
  if (isEmpty(points)) return [{ layout: 'statement', items: [] }]
  return flowPoints(points, context.page.body, 'points', context)
}
