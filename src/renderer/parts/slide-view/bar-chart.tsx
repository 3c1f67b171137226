import { figure, labelLines, labelWidth, scaleOf, share } from './chart-scale'
import type { PlotProps } from './chart-view'
import { roleColour } from './role-colour'

const GAP = 0.6
const WIDEST_LABELS = 0.34

/** Lying bars from zero, the first of the table on top, values at their ends. */
export function BarChart({ chart, box }: PlotProps) {
  const size = chart.labelSize
  const pitch = size * 1.2
  const widest = Math.max(0, ...chart.categories.map((category) => labelWidth(category, size)))
  const labelColumn = Math.min(widest, box.width * WIDEST_LABELS)
  const values = chart.series.flatMap((series) => series.values)
  const valueRoom = Math.max(0, ...values.map((value) => (value === null ? 0 : labelWidth(figure(value), size)))) + size * 0.6
  const left = box.x + labelColumn + size * 0.8
  const right = box.x + box.width - valueRoom
  const scale = scaleOf(values, true)
  const at = (value: number): number => left + share(scale, value) * (right - left)
  const band = box.height / Math.max(1, chart.categories.length)
  const bar = band / (chart.series.length + GAP)
  return (
    <>
      {chart.categories.map((category, index) => {
        const lines = labelLines(category, size, labelColumn + 1)
        const middle = box.y + band * (index + 0.5)
        return (
          <g key={index}>
            {lines.map((line, number) => (
              <text key={number} x={left - size * 0.8} y={middle + size * 0.36 + (number - (lines.length - 1) / 2) * pitch} fontSize={size} textAnchor="end">
                {line}
              </text>
            ))}
            {chart.series.map((series, number) => {
              const value = series.values[index]
              if (value === null || value === undefined) return null
              const y = box.y + band * index + (bar * GAP) / 2 + bar * number
              return (
                <g key={number}>
                  <rect x={Math.min(at(0), at(value))} y={y + bar * 0.03} width={Math.abs(at(value) - at(0))} height={bar * 0.94} style={{ fill: roleColour(series.pointColours?.[index] ?? series.colour) }} />
                  <text x={Math.max(at(0), at(value)) + size * 0.4} y={y + bar / 2 + size * 0.36} fontSize={size}>
                    {figure(value)}
                  </text>
                </g>
              )
            })}
          </g>
        )
      })}
      <rect x={at(0) - 0.4} y={box.y} width={0.75} height={box.height} style={{ fill: roleColour('neutral-3') }} />
    </>
  )
}
