import { figure, labelLines } from '../chart-labels'
import { LINE_HEIGHT } from '../chart-plot'
import { type Scale, share } from '../chart-scale'
import type { SceneChart } from '../scene'
import { label, type Mark } from './mark'
import type { PointBox } from './point-box'

/** What a kind of chart is drawn with: `box` holds all of it, `plot` its data; both in points on the slide. */
export type PlotIn = { readonly chart: SceneChart; readonly box: PointBox; readonly plot: PointBox; readonly scale: Scale }

const RULE = 0.75
/** Half the rule, to the device's pixel. */
const HALF = 0.4

/** Where a value stands on the upright axis. */
export const heightAt = ({ plot, scale }: Pick<PlotIn, 'plot' | 'scale'>, value: number): number => plot.y + (1 - share(scale, value)) * plot.height

/** Width of the band of one category. */
export const bandOf = ({ chart, plot }: Pick<PlotIn, 'chart' | 'plot'>): number => plot.width / Math.max(1, chart.categories.length)

/** A quiet line across the plot at `y`. */
export const across = ({ plot }: Pick<PlotIn, 'plot'>, y: number, fill: 'neutral-2' | 'neutral-3'): Mark => ({ kind: 'rectangle', x: plot.x, y: y - HALF, width: plot.width, height: RULE, fill })

/** A quiet line down the plot at `x`. */
export const down = ({ plot }: Pick<PlotIn, 'plot'>, x: number): Mark => ({ kind: 'rectangle', x: x - HALF, y: plot.y, width: RULE, height: plot.height, fill: 'neutral-3' })

/** Lines across the plot at every tick of the value axis, the lowest a little stronger. */
export const gridLines = (plot: Pick<PlotIn, 'plot' | 'scale'>): readonly Mark[] => plot.scale.ticks.map((tick) => across(plot, heightAt(plot, tick), tick === plot.scale.low ? 'neutral-3' : 'neutral-2'))

/** The figures of a value axis, beside the plot. */
export function axisFigures({ chart, plot, scale }: Omit<PlotIn, 'box'>, side: 'left' | 'right' = 'left'): readonly Mark[] {
  const size = chart.labelSize
  const x = side === 'left' ? plot.x - size * 0.4 : plot.x + plot.width + size * 0.4
  return scale.ticks.map((tick) => label(figure(tick), x, heightAt({ plot, scale }, tick) + size * 0.36, size, { align: side === 'left' ? 'end' : 'start', colour: 'neutral-4' }))
}

/** The names of categories under a plot, each in the middle of its band. */
export function categoryNames({ chart, plot }: Pick<PlotIn, 'chart' | 'plot'>): readonly Mark[] {
  const size = chart.labelSize
  const band = bandOf({ chart, plot })
  return chart.categories.flatMap((category, index) => labelLines(category, size, band - size * 0.4).map((line, number) => label(line, plot.x + band * (index + 0.5), plot.y + plot.height + size * (1.3 + LINE_HEIGHT * number), size, { align: 'middle' })))
}
