import { figure, labelLines, labelWidth, scaleOf, share } from './chart-scale'
import type { PlotProps } from './chart-view'
import { roleColour } from './role-colour'

const DOT = 4
const STROKE = 3

/** Lines with a dot a value. A single line carries its values, several carry their names at their ends and share an axis. */
export function LineChart({ chart, box }: PlotProps) {
  const size = chart.labelSize
  const alone = chart.series.length === 1
  const named = !alone && !chart.showLegend
  const scale = scaleOf(chart.series.flatMap(({ values }) => values), false)
  const axisRoom = alone ? 0 : Math.max(...scale.ticks.map((tick) => labelWidth(figure(tick), size))) + size * 0.6
  const nameRoom = named ? Math.max(...chart.series.map(({ name }) => labelWidth(name, size, true))) + size * 0.8 : 0
  const left = box.x + axisRoom
  const band = (box.width - axisRoom - nameRoom) / Math.max(1, chart.categories.length)
  const labels = chart.categories.map((category) => labelLines(category, size, band - size * 0.3))
  const pitch = size * 1.3
  const bottom = box.y + box.height - Math.max(1, ...labels.map(({ length }) => length)) * pitch - size * 0.4
  const top = box.y + size * (alone ? 1.6 : 0.6)
  const x = (category: number): number => left + band * (category + 0.5)
  const y = (value: number): number => bottom - share(scale, value) * (bottom - top)
  const right = left + band * chart.categories.length
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <rect x={left} y={y(tick) - 0.4} width={right - left} height={0.75} style={{ fill: roleColour(tick === scale.low ? 'neutral-3' : 'neutral-2') }} />
          {!alone && (
            <text x={left - size * 0.6} y={y(tick) + size * 0.36} fontSize={size} textAnchor="end" style={{ fill: roleColour('neutral-4') }}>
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
            {named && last && (
              <text x={x(last.category) + DOT + size * 0.4} y={y(last.value) + size * 0.36} fontSize={size} fontWeight={700} style={{ fill: roleColour(colour) }}>
                {name}
              </text>
            )}
          </g>
        )
      })}
      {labels.map((lines, category) =>
        lines.map((line, index) => (
          <text key={`${category}.${index}`} x={x(category)} y={bottom + size * 1.3 + pitch * index} fontSize={size} textAnchor="middle">
            {line}
          </text>
        )),
      )}
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
