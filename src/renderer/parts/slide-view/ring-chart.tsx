import { RING_HOLE } from '../../../shared/slides/chart-plot'
import { ringLabel } from '../../../shared/slides/ring-label'
import type { PlotProps } from './chart-view'
import { circleParts, pointOnCircle } from './circle-parts'
import { roleColour } from './role-colour'

const EDGE = 1.5
/** A part that is the whole stops a little before its beginning: an arc that ends where it begins is none. */
const WHOLE = 0.9999

/** A ring whose parts run clockwise from the top, each with its share in it; a legend names them. */
export function RingChart({ chart, plot }: Pick<PlotProps, 'chart' | 'plot'>) {
  const size = chart.labelSize
  const [series] = chart.series
  if (!series) return null
  const radius = plot.width / 2
  const hole = radius * RING_HOLE
  const centre = { x: plot.x + radius, y: plot.y + radius }
  const partOf = (from: number, to: number): string => {
    const large = to - from > 0.5 ? 1 : 0
    const [a, b, c, d] = [pointOnCircle(centre, from, radius), pointOnCircle(centre, to, radius), pointOnCircle(centre, to, hole), pointOnCircle(centre, from, hole)]
    return `M ${a.x} ${a.y} A ${radius} ${radius} 0 ${large} 1 ${b.x} ${b.y} L ${c.x} ${c.y} A ${hole} ${hole} 0 ${large} 0 ${d.x} ${d.y} Z`
  }
  return circleParts(chart).map(({ index, share, from, to }) => {
    const colour = series.pointColours?.[index] ?? series.colour
    const label = pointOnCircle(centre, from + share / 2, (radius + hole) / 2)
    return (
      <g key={index}>
        <path d={partOf(from, Math.min(to, from + WHOLE))} style={{ fill: roleColour(colour), stroke: roleColour('paper'), strokeWidth: EDGE }} />
        <text x={label.x} y={label.y + size * 0.36} fontSize={size} fontWeight={700} textAnchor="middle" style={{ fill: roleColour(ringLabel(colour)) }}>
          {`${Math.round(share * 100)}%`}
        </text>
      </g>
    )
  })
}
