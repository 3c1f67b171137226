import { figure, labelLines, scaleOf, share } from './chart-scale'
import type { PlotProps } from './chart-view'
import { roleColour } from './role-colour'

/** Gap between groups as a share of a bar, as the exported chart has it. */
const GAP = 0.6

/** Upright bars from zero with their values above them. */
export function ColumnChart({ chart, box }: PlotProps) {
  const size = chart.labelSize
  const pitch = size * 1.3
  const band = box.width / Math.max(1, chart.categories.length)
  const labels = chart.categories.map((category) => labelLines(category, size, band - size * 0.4))
  const foot = Math.max(1, ...labels.map(({ length }) => length)) * pitch + size * 0.4
  const plot = { top: box.y + size * 1.4, bottom: box.y + box.height - foot }
  const scale = scaleOf(chart.series.flatMap(({ values }) => values), true)
  const at = (value: number): number => plot.bottom - share(scale, value) * (plot.bottom - plot.top)
  const bar = band / (chart.series.length + GAP)
  return (
    <>
      {chart.categories.map((_, category) =>
        chart.series.map(({ values, colour, pointColours }, series) => {
          const value = values[category]
          if (value === null || value === undefined) return null
          const x = box.x + band * category + (bar * GAP) / 2 + bar * series
          const y = Math.min(at(value), at(0))
          return (
            <g key={`${category}.${series}`}>
              <rect x={x + bar * 0.03} y={y} width={bar * 0.94} height={Math.abs(at(value) - at(0))} style={{ fill: roleColour(pointColours?.[category] ?? colour) }} />
              <text x={x + bar / 2} y={value < 0 ? at(value) + size * 1.1 : y - size * 0.4} fontSize={size} textAnchor="middle">
                {figure(value)}
              </text>
            </g>
          )
        }),
      )}
      <rect x={box.x} y={at(0) - 0.4} width={box.width} height={0.75} style={{ fill: roleColour('neutral-3') }} />
      {labels.map((lines, category) =>
        lines.map((line, index) => (
          <text key={`${category}.${index}`} x={box.x + band * (category + 0.5)} y={plot.bottom + size * 1.3 + pitch * index} fontSize={size} textAnchor="middle">
            {line}
          </text>
        )),
      )}
    </>
  )
}
