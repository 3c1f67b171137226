import { stackedEdges } from '../../../shared/slides/chart-plot'
import { share } from '../../../shared/slides/chart-scale'
import { CategoryNames } from './category-names'
import type { PlotProps } from './chart-view'
import { roleColour } from './role-colour'
import { AxisFigures, GridLines } from './value-grid'

/** Areas that stand on one another, over a grid with its figures. */
export function AreaChart({ chart, plot, scale }: PlotProps) {
  const band = plot.width / Math.max(1, chart.categories.length)
  const edges = stackedEdges(chart)
  const point = (height: number, category: number): string => `${plot.x + band * (category + 0.5)},${plot.y + (1 - share(scale, height)) * plot.height}`
  return (
    <>
      <GridLines plot={plot} scale={scale} />
      <AxisFigures chart={chart} plot={plot} scale={scale} />
      {chart.series.map(({ colour }, index) => {
        const upper = edges[index] ?? []
        const lower = edges[index - 1] ?? upper.map(() => 0)
        return <polygon key={index} points={[...upper.map(point), ...lower.map(point).toReversed()].join(' ')} style={{ fill: roleColour(colour) }} />
      })}
      <CategoryNames chart={chart} plot={plot} />
    </>
  )
}
