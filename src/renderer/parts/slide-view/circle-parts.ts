import type { PlotProps } from './chart-view'

/** The parts of a whole: turns run clockwise from the top, 0–1. */
export type CirclePart = { readonly index: number; readonly share: number; readonly from: number; readonly to: number }

/** The parts of a chart's one series that are larger than nothing; none where there is nothing to part. */
export const circleParts = ({ series: [series], categories }: PlotProps['chart']): readonly CirclePart[] => {
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

export const pointOnCircle = (centre: { readonly x: number; readonly y: number }, turn: number, distance: number) => ({
  x: centre.x + Math.sin(turn * 2 * Math.PI) * distance,
  y: centre.y - Math.cos(turn * 2 * Math.PI) * distance,
})
