import type { BlockColumn, BlockContent } from '../../model/block'
import { heightOf, type ParagraphSpec, plainRun, setParagraphs, textItem, textStyle } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { paginate } from '../flow'
import { card, filled } from '../shapes'
import { type Area, columnsOf, inset, onBaseline } from '../page'
import type { SceneItem } from '../scene'
import { opened } from './flowing-points'
import { pointSpecs, sizesFor } from './point-specs'
import { steadyWidth } from '../text-width'

type TwoColumns = Extract<BlockContent, { kind: 'two-columns' }>

const RULE_HEIGHT = 4
const CARD_INSET = { x: 24, y: 21 }
/** Cards of little text do not shrink below this share of the page's body. */
const LEAST_CARD = 0.62

const heading = (column: BlockColumn, size: number): ParagraphSpec[] => (column.title === '' ? [] : [{ runs: [plainRun(column.title, textStyle(Math.max(22, size), 'accent-deep', { bold: true }))] }])
const specsOf = (column: BlockColumn, size: number): ParagraphSpec[] => {
  const [first, ...others] = pointSpecs(column.points, sizesFor(size))
  return [...heading(column, size), ...(first ? [{ ...first, spaceBefore: Math.round(size * 0.6) }, ...others] : [])]
}

/** The points of a column with more air where the card has room; the heading keeps its place above them. */
function openedList(specs: readonly ParagraphSpec[], area: Area, context: LayoutContext): ParagraphSpec[] {
  const room = { ...area, height: area.height * LEAST_CARD }
  return opened(specs, room, context).map((spec, index) => (index < 2 ? { ...spec, spaceBefore: specs[index]?.spaceBefore } : spec))
}

/** Two cards under rules of their own, both in one type size: they are compared, so neither may speak louder. */
export function layOutTwoColumns(content: TwoColumns, context: LayoutContext): SlideDraft[] {
  const areas = columnsOf(context.page.body, 2, 18) as [Area, Area]
  const texts = areas.map((area) => inset(area, CARD_INSET.x, CARD_INSET.y)) as [Area, Area]
  const height = texts[0].height
  const size = [28, 26, 24, 22, 20].find((candidate) =>
    content.columns.every((column) => {
      const specs = specsOf(column, candidate)
      return heightOf(setParagraphs(specs, steadyWidth(texts[0].width, specs, context.metrics), context.metrics)) <= height
    }),
  )
  const width = steadyWidth(texts[0].width, content.columns.flatMap((column) => specsOf(column, size ?? 22)), context.metrics)
  const pages = content.columns.map((column) => {
    const specs = specsOf(column, size ?? 22)
    return size === undefined ? paginate(specs, width, height, context.metrics) : [specs]
  })
  const count = Math.max(1, ...pages.map(({ length }) => length))
  return Array.from({ length: count }, (_, page) => {
    const items: SceneItem[] = []
    const set = texts.map((_, column) => setParagraphs(openedList(pages[column]?.[page] ?? [], texts[0], context), width, context.metrics))
    const cardHeight = onBaseline(Math.min(areas[0].height, Math.max(areas[0].height * LEAST_CARD, Math.max(...set.map(heightOf)) + 2 * CARD_INSET.y + 6)))
    texts.forEach((text, column) => {
      const paragraphs = set[column] ?? []
      const area = areas[column]
      if (paragraphs.length === 0 || !area) return
      items.push(
        card(`card-${column + 1}`, { ...area, height: cardHeight }, context.structure),
        // A rule would stick out of a rounded corner.
        ...(context.structure.card.radius > 0 ? [] : [filled(`card-rule-${column + 1}`, { ...area, height: RULE_HEIGHT }, column === 0 ? 'accent' : 'accent-deep')]),
        textItem({ name: column === 0 ? 'body' : 'body-2', placeholder: column === 0 ? 'body' : 'body-2', area: { ...text, width, height: cardHeight - 2 * CARD_INSET.y } }, paragraphs),
      )
    })
    return { layout: 'two-columns', items }
  })
}
