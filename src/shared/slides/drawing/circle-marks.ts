import { RING_HOLE } from '../chart-plot'
import { ringLabel } from '../ring-label'
import type { SceneChart } from '../scene'
import type { PlotIn } from './axis-marks'
import { label, type Mark } from './mark'

const EDGE = { colour: 'paper', width: 1.5 } as const
/** A part that is the whole stops a little before its beginning: an arc that ends where it begins is none. */
const WHOLE = 0.9999

/** The parts of a whole: turns run clockwise from the top, 0–1. */
type CirclePart = { readonly index: number; readonly share: number; readonly from: number; readonly to: number }
type Point = { readonly x: number; readonly y: number }

/** The parts of a chart's one series that are larger than nothing; none where there is nothing to part. */
function circleParts({ series: [series], categories }: SceneChart): readonly CirclePart[] {
  const values = categories.map((_, index) => Math.max(0, series?.values[index] ?? 0))
  const total = values.reduce((sum, value) => sum + value, 0)
  let turn = 0
  return values.flatMap((value, index) => {
    if (value === 0) return []
    const share = value / total
    const from = turn
    turn += share
    return [{ index, share, from, to: turn }]
  })
}

const onCircle = (centre: Point, turn: number, distance: number): Point => ({ x: centre.x + Math.sin(turn * 2 * Math.PI) * distance, y: centre.y - Math.cos(turn * 2 * Math.PI) * distance })

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** Slices clockwise from the top; each carries its name and share outside, unless a legend names them. */
export function pieMarks({ chart, plot }: Pick<PlotIn, 'chart' | 'plot'>): readonly Mark[] {
  const size = chart.labelSize
  const [series] = chart.series
  if (!series) return []
  const radius = plot.width / 2
  const centre = { x: plot.x + radius, y: plot.y + radius }
  return circleParts(chart).flatMap(({ index, share, from, to }): readonly Mark[] => {
    const [start, end, at] = [onCircle(centre, from, radius), onCircle(centre, to, radius), onCircle(centre, from + share / 2, radius + size * 0.8)]
    const path =
      share > WHOLE
        ? `M ${centre.x} ${centre.y - radius} A ${radius} ${radius} 0 1 1 ${centre.x - 0.01} ${centre.y - radius} Z`
        : `M ${centre.x} ${centre.y} L ${start.x} ${start.y} A ${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${end.x} ${end.y} Z`
    const middle = (from + share / 2) % 1
    const isUpright = Math.abs(Math.sin(middle * 2 * Math.PI)) < 0.25
    return [
      { kind: 'path', path, fill: series.pointColours?.[index] ?? series.colour, stroke: EDGE },
      label(`${chart.showLegend ? '' : `${chart.categories[index] ?? ''} `}${percent(share)}`, at.x, at.y + size * (middle < 0.25 || middle > 0.75 ? 0.2 : 0.6), size, { align: isUpright ? 'middle' : middle < 0.5 ? 'start' : 'end' }),
    ]
  })
}

/** A ring whose parts run clockwise from the top, each with its share in it; a legend names them. */
export function ringMarks({ chart, plot }: Pick<PlotIn, 'chart' | 'plot'>): readonly Mark[] {
  const size = chart.labelSize
  const [series] = chart.series
  if (!series) return []
  const radius = plot.width / 2
  const hole = radius * RING_HOLE
  const centre = { x: plot.x + radius, y: plot.y + radius }
  const partOf = (from: number, to: number): string => {
    const large = to - from > 0.5 ? 1 : 0
    const [a, b, c, d] = [onCircle(centre, from, radius), onCircle(centre, to, radius), onCircle(centre, to, hole), onCircle(centre, from, hole)]
    return `M ${a.x} ${a.y} A ${radius} ${radius} 0 ${large} 1 ${b.x} ${b.y} L ${c.x} ${c.y} A ${hole} ${hole} 0 ${large} 0 ${d.x} ${d.y} Z`
  }
  return circleParts(chart).flatMap(({ index, share, from, to }): readonly Mark[] => {
    const colour = series.pointColours?.[index] ?? series.colour
    const at = onCircle(centre, from + share / 2, (radius + hole) / 2)
    return [
      { kind: 'path', path: partOf(from, Math.min(to, from + WHOLE)), fill: colour, stroke: EDGE },
      label(percent(share), at.x, at.y + size * 0.36, size, { align: 'middle', bold: true, colour: ringLabel(colour) }),
    ]
  })
}
