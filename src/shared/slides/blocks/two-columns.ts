import type { BlockColumn, BlockContent } from '../../model/block'
import { heightOf, type ParagraphSpec, plainRun, setParagraphs, steadyWidth, textItem, textStyle } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { paginate } from '../flow'
import { filled } from '../layouts'
import { type Area, columnsOf } from '../page'
import type { SceneItem } from '../scene'
import { pointSpecs, sizesFor } from './point-specs'

type TwoColumns = Extract<BlockContent, { kind: 'two-columns' }>

const RULE_HEIGHT = 3
const RULE_GAP = 15

const heading = (column: BlockColumn, size: number): ParagraphSpec[] => (column.title === '' ? [] : [{ runs: [plainRun(column.title, textStyle(Math.max(22, size), 'accent-deep', { bold: true }))] }])
const specsOf = (column: BlockColumn, size: number): ParagraphSpec[] => {
  const [first, ...others] = pointSpecs(column.points, sizesFor(size))
  return [...heading(column, size), ...(first ? [{ ...first, spaceBefore: Math.round(size * 0.6) }, ...others] : [])]
}

/** Two columns under rules of their own, both in one type size: they are compared, so neither may speak louder. */
export function layOutTwoColumns(content: TwoColumns, context: LayoutContext): SlideDraft[] {
  const areas = columnsOf(context.page.body, 2, context.page.columnGap + 6) as [Area, Area]
  const texts = areas.map((area) => ({ ...area, y: area.y + RULE_GAP, height: area.height - RULE_GAP })) as [Area, Area]
  const height = texts[0].height
  const size = [26, 24, 22, 20].find((candidate) =>
    content.columns.every((column) => {
      const specs = specsOf(column, candidate)
      return heightOf(setParagraphs(specs, steadyWidth(texts[0].width, specs), context.metrics)) <= height
    }),
  )
  const width = steadyWidth(texts[0].width, content.columns.flatMap((column) => specsOf(column, size ?? 22)))
  const pages = content.columns.map((column) => {
    const specs = specsOf(column, size ?? 22)
    return size === undefined ? paginate(specs, width, height, context.metrics) : [specs]
  })
  const count = Math.max(1, ...pages.map(({ length }) => length))
  return Array.from({ length: count }, (_, page) => {
    const items: SceneItem[] = []
    texts.forEach((text, column) => {
      const specs = pages[column]?.[page] ?? []
      if (specs.length === 0) return
      items.push(filled(`column-rule-${column + 1}`, { ...text, y: areas[0].y, height: RULE_HEIGHT }, column === 0 ? 'accent' : 'accent-deep'))
      items.push(textItem({ name: column === 0 ? 'body' : 'body-2', placeholder: column === 0 ? 'body' : 'body-2', area: { ...text, width } }, setParagraphs(specs, width, context.metrics)))
    })
    return { layout: 'two-columns', items }
  })
}
