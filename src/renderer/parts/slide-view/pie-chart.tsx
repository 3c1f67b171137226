import type { PlotProps } from './chart-view'
import { circleParts, pointOnCircle } from './circle-parts'
import { roleColour } from './role-colour'

const EDGE = 1.5

/** Slices clockwise from the top; each carries its name and share outside, unless a legend names them. */
export function PieChart({ chart, plot }: Pick<PlotProps, 'chart' | 'plot'>) {
  const size = chart.labelSize
  const [series] = chart.series
  if (!series) return null
  const radius = plot.width / 2
  const centre = { x: plot.x + radius, y: plot.y + radius }
  return circleParts(chart).map(({ index, share, from, to }) => {
    const [start, end, label] = [pointOnCircle(centre, from, radius), pointOnCircle(centre, to, radius), pointOnCircle(centre, from + share / 2, radius + size * 0.8)]
    const shape =
      share > 0.9999
        ? `M ${centre.x} ${centre.y - radius} A ${radius} ${radius} 0 1 1 ${centre.x - 0.01} ${centre.y - radius} Z`
        : `M ${centre.x} ${centre.y} L ${start.x} ${start.y} A ${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${end.x} ${end.y} Z`
    const middle = (from + share / 2) % 1
    const sideways = Math.abs(Math.sin(middle * 2 * Math.PI)) < 0.25
    return (
      <g key={index}>
        <path d={shape} style={{ fill: roleColour(series.pointColours?.[index] ?? series.colour), stroke: roleColour('paper'), strokeWidth: EDGE }} />
        <text x={label.x} y={label.y + size * (middle < 0.25 || middle > 0.75 ? 0.2 : 0.6)} fontSize={size} textAnchor={sideways ? 'middle' : middle < 0.5 ? 'start' : 'end'}>
          {`${chart.showLegend ? '' : `${chart.categories[index] ?? ''} `}${Math.round(share * 100)}%`}
        </text>
      </g>
    )
  })
}
