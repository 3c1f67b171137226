import { figure } from '../../../shared/slides/chart-labels'
import { share } from '../../../shared/slides/chart-scale'
import type { SceneChart } from '../../../shared/slides/scene'
import type { PlotProps } from './chart-view'
import { roleColour } from './role-colour'

const DOT = 4
const STROKE = 3

type LineMarksProps = Pick<PlotProps, 'chart' | 'plot' | 'scale'> & { readonly series: SceneChart['series'][number]; /** Its values above the dots, its name at its end, or nothing. */ readonly labelled: 'values' | 'name' | null; /** Figures that stand over something else. */ readonly strong?: boolean }

/** A line with a dot a value; a missing value interrupts it. */
export function LineMarks({ chart, plot, scale, series: { name, values, colour }, labelled, strong = false }: LineMarksProps) {
  const size = chart.labelSize
  const band = plot.width / Math.max(1, chart.categories.length)
  const x = (category: number): number => plot.x + band * (category + 0.5)
  const y = (value: number): number => plot.y + (1 - share(scale, value)) * plot.height
  const known = values.flatMap((value, category) => (value === null || category >= chart.categories.length ? [] : [{ value, category }]))
  const last = known.at(-1)
  return (
    <g>
      {runs(values.slice(0, chart.categories.length)).map((run, at) => (
        <polyline key={at} points={run.map(([category, value]) => `${x(category)},${y(value)}`).join(' ')} style={{ fill: 'none', stroke: roleColour(colour), strokeWidth: STROKE, strokeLinejoin: 'round' }} />
      ))}
      {known.map(({ value, category }) => (
        <g key={category}>
          <circle cx={x(category)} cy={y(value)} r={DOT} style={{ fill: roleColour(colour) }} />
          {labelled === 'values' && (
            <text x={x(category)} y={y(value) - size * 0.7} fontSize={size} fontWeight={strong ? 700 : 400} textAnchor="middle">
              {figure(value)}
            </text>
          )}
        </g>
      ))}
      {labelled === 'name' && last && (
        <text x={x(last.category) + DOT + size * 0.4} y={y(last.value) + size * 0.36} fontSize={size} fontWeight={700} style={{ fill: roleColour(colour) }}>
          {name}
        </text>
      )}
    </g>
  )
}

/** Stretches of a series without gaps. */
function runs(values: readonly (number | null)[]): (readonly [number, number])[][] {
  const found: (readonly [number, number])[][] = [[]]
  values.forEach((value, category) => {
    if (value === null) found.push([])
    else found.at(-1)?.push([category, value])
  })
  return found.filter(({ length }) => length > 1)
}
