import { assertNever } from '../../../shared/assert-never'
import { labelWidth } from '../../../shared/slides/chart-labels'
import { isRound, legendHeight, plotOf } from '../../../shared/slides/chart-plot'
import type { Scale } from '../../../shared/slides/chart-scale'
import type { SceneChart } from '../../../shared/slides/scene'
import { AreaChart } from './area-chart'
import { BarChart } from './bar-chart'
import { ColumnChart } from './column-chart'
import { CombinedChart } from './combined-chart'
import { LineChart } from './line-chart'
import type { PointBox } from './paragraphs-view'
import { PieChart } from './pie-chart'
import { RingChart } from './ring-chart'
import { roleColour } from './role-colour'

/** What a kind of chart is drawn with: `box` holds all of it, `plot` its data; both in points on the slide. */
export type PlotProps = { readonly chart: SceneChart; readonly box: PointBox; readonly plot: PointBox; readonly scale: Scale }

/** A chart drawn as the exported native one is styled: values at the marks, quiet grid, one colour that speaks. */
export function ChartView({ chart, box }: Pick<PlotProps, 'chart' | 'box'>) {
  const foot = legendHeight(chart)
  return (
    <g role="img" aria-label={chart.alt} className="slide-figures">
      <Marks chart={chart} box={box} />
      {chart.showLegend && <Legend chart={chart} box={{ ...box, y: box.y + box.height - chart.labelSize * 1.5, height: foot }} />}
    </g>
  )
}

function Marks({ chart, box }: Pick<PlotProps, 'chart' | 'box'>) {
  const { scale, second = null, ...inner } = plotOf(chart)
  const plot = { ...inner, x: box.x + inner.x, y: box.y + inner.y }
  if (scale === null) return chart.chart === 'doughnut' ? <RingChart chart={chart} plot={plot} /> : <PieChart chart={chart} plot={plot} />
  switch (chart.chart) {
    case 'bar':
      return <BarChart chart={chart} box={box} plot={plot} scale={scale} />
    case 'column':
      return <ColumnChart chart={chart} box={box} plot={plot} scale={scale} />
    case 'line':
      return <LineChart chart={chart} box={box} plot={plot} scale={scale} />
    case 'area':
      return <AreaChart chart={chart} box={box} plot={plot} scale={scale} />
    case 'combined':
      return <CombinedChart chart={chart} box={box} plot={plot} scale={scale} second={second} />
    case 'pie':
    case 'doughnut':
      return null
    default:
      return assertNever(chart.chart)
  }
}

function Legend({ chart, box }: Pick<PlotProps, 'chart' | 'box'>) {
  const size = chart.labelSize
  const entries = isRound(chart) ? chart.categories.map((name, index) => ({ name, colour: chart.series[0]?.pointColours?.[index] ?? 'accent' })) : chart.series
  const widths = entries.map(({ name }) => size * 1.2 + labelWidth(name, size) + size * 1.2)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const left = box.x + Math.max(0, (box.width - total) / 2)
  return entries.map(({ name, colour }, index) => {
    const x = left + widths.slice(0, index).reduce((sum, width) => sum + width, 0)
    return (
      <g key={index}>
        <rect x={x} y={box.y + size * 0.25} width={size * 0.8} height={size * 0.8} style={{ fill: roleColour(colour) }} />
        <text x={x + size * 1.2} y={box.y + size} fontSize={size}>
          {name}
        </text>
      </g>
    )
  })
}
