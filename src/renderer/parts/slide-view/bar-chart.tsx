import { figure, labelLines } from '../../../shared/slides/chart-labels'
import { barsIn } from '../../../shared/slides/chart-plot'
import { share } from '../../../shared/slides/chart-scale'
import type { PlotProps } from './chart-view'
import { roleColour } from './role-colour'

/** Lying bars from zero, the first of the table on top, values at their ends. */
export function BarChart({ chart, box, plot, scale }: PlotProps) {
  const size = chart.labelSize
  const pitch = size * 1.2
  const at = (value: number): number => plot.x + share(scale, value) * plot.width
  const band = plot.height / Math.max(1, chart.categories.length)
  const bars = barsIn(band, chart.series.length)
  return (
    <>
      {chart.categories.map((category, index) => {
        const lines = labelLines(category, size, plot.x - box.x - size * 0.8 + 1)
        const top = plot.y + band * index
        return (
          <g key={index}>
            {lines.map((line, number) => (
              <text key={number} x={plot.x - size * 0.5} y={top + band / 2 + size * 0.36 + (number - (lines.length - 1) / 2) * pitch} fontSize={size} textAnchor="end">
                {line}
              </text>
            ))}
            {chart.series.map((series, number) => {
              const value = series.values[index]
              if (value === null || value === undefined) return null
              const y = top + bars.at(number)
              return (
                <g key={number}>
                  <rect x={Math.min(at(0), at(value))} y={y} width={Math.abs(at(value) - at(0))} height={bars.thickness} style={{ fill: roleColour(series.pointColours?.[index] ?? series.colour) }} />
                  <text x={Math.max(at(0), at(value)) + size * 0.2} y={y + bars.thickness / 2 + size * 0.36} fontSize={size}>
                    {figure(value)}
                  </text>
                </g>
              )
            })}
          </g>
        )
      })}
      <rect x={at(0) - 0.4} y={plot.y} width={0.75} height={plot.height} style={{ fill: roleColour('neutral-3') }} />
    </>
  )
}
