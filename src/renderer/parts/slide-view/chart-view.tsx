import { assertNever } from '../../../shared/assert-never'
import type { SceneChart } from '../../../shared/slides/scene'
import { BarChart } from './bar-chart'
import { ColumnChart } from './column-chart'
import { LineChart } from './line-chart'
import type { PointBox } from './paragraphs-view'
import { PieChart } from './pie-chart'
import { labelWidth } from './chart-scale'
import { roleColour } from './role-colour'

export type PlotProps = { readonly chart: SceneChart; readonly box: PointBox }

const LEGEND_GAP = 12

/** A chart drawn as the exported native one is styled: values at the marks, quiet grid, one colour that speaks. */
export function ChartView({ chart, box }: PlotProps) {
  const legendHeight = chart.showLegend ? chart.labelSize * 1.5 + LEGEND_GAP : 0
  const plot = { ...box, height: box.height - legendHeight }
  return (
    <g role="img" aria-label={chart.alt} className="slide-figures">
      <Plot chart={chart} box={plot} />
      {chart.showLegend && <Legend chart={chart} box={{ ...box, y: plot.y + plot.height + LEGEND_GAP, height: legendHeight - LEGEND_GAP }} />}
    </g>
  )
}

function Plot({ chart, box }: PlotProps) {
  switch (chart.chart) {
    case 'bar':
      return <BarChart chart={chart} box={box} />
    case 'column':
      return <ColumnChart chart={chart} box={box} />
    case 'line':
      return <LineChart chart={chart} box={box} />
    case 'pie':
      return <PieChart chart={chart} box={box} />
    default:
      return assertNever(chart.chart)
  }
}

function Legend({ chart, box }: PlotProps) {
  const size = chart.labelSize
  const entries = chart.chart === 'pie' ? chart.categories.map((name, index) => ({ name, colour: chart.series[0]?.pointColours?.[index] ?? 'accent' })) : chart.series
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
