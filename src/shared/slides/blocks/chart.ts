import type { BlockContent } from '../../model/block'
import { points } from '../../units'
import { isRound } from '../chart-plot'
import { heightOf, plainRun, setParagraphs, textItem, textStyle } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { boxOf } from '../page'
import type { SceneChart, TextRun } from '../scene'
import type { ColourRole } from '../theme'
import { steadyWidth } from '../text-width'

type ChartBlock = Extract<BlockContent, { kind: 'chart' }>

const KEY_SIZE = 18
const MOST_DIRECT = 4
const QUIET: readonly ColourRole[] = ['neutral-3', 'neutral-2', 'neutral-4', 'second', 'accent-deep', 'good', 'caution']
const READABLE: readonly ColourRole[] = ['neutral-4', 'second', 'accent-deep', 'good', 'caution']
/** Roles that a share can be written on in the middle of a ring, in `ringLabel`. */
export const RINGS: readonly ColourRole[] = ['accent', 'neutral-3', 'neutral-4', 'accent-deep', 'second', 'good', 'caution']
const SLICES: readonly ColourRole[] = ['accent', 'accent-deep', 'neutral-3', 'neutral-2', 'neutral-4', 'second', 'good', 'caution']

const isYear = (name: string): boolean => /^(19|20)\d\d/.test(name)

/** The series that matters: the latest when series are years, otherwise the first. */
const leading = (content: ChartBlock): number => (content.series.length > 1 && content.series.every(({ name }) => isYear(name)) ? content.series.length - 1 : 0)

/** The category that matters in a chart of one series: the latest of a course of time, otherwise the largest value. */
function leadingCategory(content: ChartBlock): number {
  if (content.categories.length > 0 && content.categories.every(isYear)) return content.categories.length - 1
  const values = content.series[0]?.values ?? []
  return values.reduce<number>((best, value, index) => ((value ?? -Infinity) > (values[best] ?? -Infinity) ? index : best), 0)
}

function coloured(content: ChartBlock): SceneChart['series'] {
  if (isRound(content)) {
    const [series] = content.series
    const slices = content.chart === 'pie' ? SLICES : RINGS
    return series ? [{ ...series, colour: 'accent', pointColours: content.categories.map((_, index) => slices[index % slices.length] ?? 'accent') }] : []
  }
  if (content.chart === 'combined' && content.series.length > 1) {
    // The line is what the columns are seen against: it speaks, they stand back.
    return content.series.map((series, index) => ({ ...series, colour: index === content.series.length - 1 ? 'accent' : (QUIET[index % QUIET.length] ?? 'neutral-4') }))
  }
  if (content.series.length === 1 && content.chart !== 'line' && content.chart !== 'area') {
    const matters = leadingCategory(content)
    return content.series.map((series) => ({ ...series, colour: 'accent' as const, pointColours: content.categories.map((_, index) => (index === matters ? 'accent' : 'neutral-3')) }))
  }
  const matters = leading(content)
  // A line's name is written in its colour and must be readable; a bar only has to be seen.
  const others = content.chart === 'line' ? READABLE : QUIET
  let quiet = 0
  return content.series.map((series, index) => ({ ...series, colour: index === matters ? 'accent' : (others[quiet++ % others.length] ?? 'neutral-4') }))
}

/** Charts whose series are named before the chart, beside squares in their colours, so that no legend is needed. Lines carry their names themselves. */
const KEYED: ReadonlySet<ChartBlock['chart']> = new Set(['bar', 'column', 'area', 'combined'])

/** The names of series where the chart does not carry them, and the unit; a line with a unit of its own has it beside its name. */
function keyRuns(content: ChartBlock, series: SceneChart['series'], direct: boolean, context: LayoutContext): TextRun[] {
  const style = textStyle(KEY_SIZE, 'neutral-4')
  const isLine = (index: number): boolean => content.chart === 'combined' && index === series.length - 1
  const unitOf = (index: number): string => (content.lineUnit === undefined ? '' : context.words.inBrackets(isLine(index) ? content.lineUnit : content.unit))
  const names =
    direct && series.length > 1 && KEYED.has(content.chart)
      ? series.flatMap(({ name, colour }, index) => [plainRun(isLine(index) ? '● ' : '■ ', { ...style, colour }), plainRun(`${name}${unitOf(index)}    `, { ...style, colour: 'ink' })])
      : []
  const unit = content.unit === '' || content.lineUnit !== undefined ? [] : [plainRun(context.words.unit(content.unit), style)]
  return [...names, ...unit]
}

/** A chart in words for those who do not see it. */
function described(content: ChartBlock, context: LayoutContext): string {
  const { colon, separator } = context.words
  const unitOf = (series: number): string => (series === content.series.length - 1 ? (content.lineUnit ?? content.unit) : content.unit)
  const rows = content.series.map(({ name, values }, at) => `${name}${colon}${content.categories.map((category, index) => `${category} ${values[index] ?? '—'}${unitOf(at)}`).join(', ')}`)
  return `${context.title}${colon}${rows.join(separator)}`.slice(0, 1000)
}

export function layOutChart(content: ChartBlock, context: LayoutContext): SlideDraft[] {
  const { body } = context.page
  const series = coloured(content)
  // In a ring there is room for a share, not for a name.
  const direct = content.chart === 'doughnut' ? false : content.chart === 'pie' ? content.categories.length <= 6 : series.length <= MOST_DIRECT
  const runs = keyRuns(content, series, direct, context)
  const specs = runs.length > 0 ? [{ runs }] : []
  const width = steadyWidth(body.width, specs, context.metrics)
  const key = setParagraphs(specs, width, context.metrics)
  const keyHeight = heightOf(key)
  const top = specs.length > 0 ? context.page.keyTop + keyHeight + 15 : body.y
  const area = { ...body, y: top, height: body.y + body.height - top }
  return [
    {
      layout: 'chart',
      items: [
        ...(specs.length > 0 ? [textItem({ name: 'subtitle', placeholder: 'subtitle', area: { ...body, y: context.page.keyTop, width, height: keyHeight } }, key)] : []),
        {
          kind: 'chart',
          name: 'chart',
          box: boxOf(area),
          chart: content.chart,
          unit: content.unit,
          categories: content.categories,
          series,
          ...(content.lineUnit === undefined || series.length < 2 ? {} : { secondAxis: true }),
          labelSize: points(content.categories.length > 12 ? 14 : content.categories.length > 6 ? 16 : 18),
          showLegend: !direct,
          alt: described(content, context),
        },
      ],
    },
  ]
}
