import { figure } from '../../../shared/slides/chart-labels'
import { namesLines } from '../../../shared/slides/chart-plot'
import { share } from '../../../shared/slides/chart-scale'
import { CategoryNames } from './category-names'
import type { PlotProps } from './chart-view'
import { roleColour } from './role-colour'

const DOT = 4
const STROKE = 3

/** Lines with a dot a value. A single line carries its values, several carry their names at their ends and share an axis. */
export function LineChart({ chart, plot, scale }: PlotProps) {
  const size = chart.labelSize
  const alone = chart.series.length === 1
  const band = plot.width / Math.max(1, chart.categories.length)
  const x = (category: number): number => plot.x + band * (category + 0.5)
  const y = (value: number): number => plot.y + (1 - share(scale, value)) * plot.height
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <rect x={plot.x} y={y(tick) - 0.4} width={plot.width} height={0.75} style={{ fill: roleColour(tick === scale.low ? 'neutral-3' : 'neutral-2') }} />
          {!alone && (
            <text x={plot.x - size * 0.4} y={y(tick) + size * 0.36} fontSize={size} textAnchor="end" style={{ fill: roleColour('neutral-4') }}>
              {figure(tick)}
            </text>
          )}
        </g>
      ))}
      {chart.series.map(({ name, values, colour }, index) => {
        const known = values.flatMap((value, category) => (value === null || category >= chart.categories.length ? [] : [{ value, category }]))
        const last = known.at(-1)
        return (
          <g key={index}>
            {runs(values).map((run, at) => (
              <polyline key={at} points={run.map(([category, value]) => `${x(category)},${y(value)}`).join(' ')} style={{ fill: 'none', stroke: roleColour(colour), strokeWidth: STROKE, strokeLinejoin: 'round' }} />
            ))}
            {known.map(({ value, category }) => (
              <g key={category}>
                <circle cx={x(category)} cy={y(value)} r={DOT} style={{ fill: roleColour(colour) }} />
                {alone && (
                  <text x={x(category)} y={y(value) - size * 0.7} fontSize={size} textAnchor="middle">
                    {figure(value)}
                  </text>
                )}
              </g>
            ))}
            {namesLines(chart) && last && (
              <text x={x(last.category) + DOT + size * 0.4} y={y(last.value) + size * 0.36} fontSize={size} fontWeight={700} style={{ fill: roleColour(colour) }}>
                {name}
              </text>
            )}
          </g>
        )
      })}
      <CategoryNames chart={chart} plot={plot} />
    </>
  )
}

/** Stretches of a series without gaps: a missing value interrupts the line. */
function runs(values: readonly (number | null)[]): (readonly [number, number])[][] {
  const found: (readonly [number, number])[][] = [[]]
  values.forEach((value, category) => {
    if (value === null) found.push([])
    else found.at(-1)?.push([category, value])
  })
  return found.filter(({ length }) => length > 1)
}
