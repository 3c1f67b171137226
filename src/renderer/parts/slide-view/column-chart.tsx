import { figure } from '../../../shared/slides/chart-labels'
import { barsIn } from '../../../shared/slides/chart-plot'
import { share } from '../../../shared/slides/chart-scale'
import { CategoryNames } from './category-names'
import type { PlotProps } from './chart-view'
import { roleColour } from './role-colour'

/** Upright bars from zero with their values above them. */
export function ColumnChart({ chart, plot, scale }: PlotProps) {
  const size = chart.labelSize
  const at = (value: number): number => plot.y + (1 - share(scale, value)) * plot.height
  const band = plot.width / Math.max(1, chart.categories.length)
  const bars = barsIn(band, chart.series.length)
  return (
    <>
      {chart.categories.map((_, category) =>
        chart.series.map(({ values, colour, pointColours }, series) => {
          const value = values[category]
          if (value === null || value === undefined) return null
          const x = plot.x + band * category + bars.at(series)
          const y = Math.min(at(value), at(0))
          return (
            <g key={`${category}.${series}`}>
              <rect x={x} y={y} width={bars.thickness} height={Math.abs(at(value) - at(0))} style={{ fill: roleColour(pointColours?.[category] ?? colour) }} />
              <text x={x + bars.thickness / 2} y={value < 0 ? at(value) + size * 1.1 : y - size * 0.4} fontSize={size} textAnchor="middle">
                {figure(value)}
              </text>
            </g>
          )
        }),
      )}
      <rect x={plot.x} y={at(0) - 0.4} width={plot.width} height={0.75} style={{ fill: roleColour('neutral-3') }} />
      <CategoryNames chart={chart} plot={plot} />
    </>
  )
}
