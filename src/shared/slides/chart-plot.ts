/**
 * Where the data of a chart are drawn within its box. Preview and export both take it from here: left to itself every program gives labels
 * another amount of room, and the same bar would have another height.
 */
import { assertNever } from '../assert-never'
import { emuToPoints } from '../units'
import { figure, labelLines, labelWidth } from './chart-labels'
import { type Scale, scaleInSteps, scaleOf } from './chart-scale'
import type { SceneChart } from './scene'

/** Gap between groups of bars, and between the bars of a group, as shares of a bar. */
export const GROUP_GAP = 0.6
export const BAR_GAP = 0.06

/** The hole of a ring, as a share of its diameter: the one that LibreOffice draws, whatever a file asks for. */
export const RING_HOLE = 0.5

/** The plot area within the chart's box, in points from the box's top-left corner: axes and labels lie outside it. */
export type Plot = { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly scale: Scale | null; /** Of the line of a combined chart that has a scale of its own. */ readonly second?: Scale }

const LEGEND_GAP = 12
/** Of the typeface, in its size: a line of labels takes as much, and where it has less room LibreOffice draws the plot smaller than it was told. */
export const LINE_HEIGHT = 1.45
/** Of the label's size: between the axis and the names under it. */
const NAME_GAP = 0.42
/** Of the label's size: above the plot, for the upper half of the figure at the top of the axis. */
const TOP_FIGURE = 0.75
/** At most this share of the width is for the names of lying bars. */
const WIDEST_NAMES = 0.34

/** Height that a legend takes at the foot of the chart, with the gap above it; 0 without one. */
export const legendHeight = (chart: SceneChart): number => (chart.showLegend ? chart.labelSize * 1.5 + LEGEND_GAP : 0)

/** Lines whose names stand at their right ends: several of them, and no legend. */
export const namesLines = (chart: SceneChart): boolean => chart.chart === 'line' && chart.series.length > 1 && !chart.showLegend

/** Charts whose slices make up a whole. */
export const isRound = ({ chart }: Pick<SceneChart, 'chart'>): boolean => chart === 'pie' || chart === 'doughnut'

/** The series of a combined chart that stand as columns; the last is its line, unless it is the only one. */
export const columnsOf = ({ series }: SceneChart): SceneChart['series'] => (series.length > 1 ? series.slice(0, -1) : series)
export const lineOf = ({ series }: SceneChart): SceneChart['series'] => (series.length > 1 ? series.slice(-1) : [])

/**
 * Areas stand on one another: the upper edge of each, by series and category. A missing value adds nothing. Below zero nothing can be stacked
 * that is read off an axis; such a value counts as none.
 */
export function stackedEdges({ series, categories }: Pick<SceneChart, 'series' | 'categories'>): readonly (readonly number[])[] {
  let below: readonly number[] = categories.map(() => 0)
  return series.map(({ values }) => (below = below.map((height, index) => height + Math.max(0, values[index] ?? 0))))
}

/** Width of the labels of a value axis, with the gap to the plot. */
const axisWidth = ({ ticks }: Scale, size: number): number => Math.max(...ticks.map((tick) => labelWidth(figure(tick), size))) + size * 0.6

const valuesOf = (chart: SceneChart): (number | null)[] => chart.series.flatMap(({ values }) => values.slice(0, chart.categories.length))

/** Room under the plot for the names of categories `band` apart. */
const footOf = ({ categories, labelSize: size }: SceneChart, band: number): number =>
  Math.max(1, ...categories.map((category) => labelLines(category, size, band - size * 0.4).length)) * size * LINE_HEIGHT + size * NAME_GAP

export function plotOf(chart: SceneChart): Plot {
  const size = chart.labelSize
  const width = emuToPoints(chart.box.width)
  const height = emuToPoints(chart.box.height) - legendHeight(chart)
  const count = Math.max(1, chart.categories.length)
  const values = valuesOf(chart)
  switch (chart.chart) {
    case 'column': {
      const top = size * 1.4 // a value above the tallest column
      return { x: 0, y: top, width, height: height - top - footOf(chart, width / count), scale: scaleOf(values, true) }
    }
    case 'bar': {
      const names = Math.min(Math.max(0, ...chart.categories.map((category) => labelWidth(category, size))), width * WIDEST_NAMES)
      const figures = Math.max(0, ...values.map((value) => (value === null ? 0 : labelWidth(figure(value), size)))) + size * 0.6
      const left = names + size * 0.8
      return { x: left, y: 0, width: width - left - figures, height, scale: scaleOf(values, true) }
    }
    case 'line': {
      const alone = chart.series.length === 1
      const scale = scaleOf(values, false)
      const left = alone ? 0 : axisWidth(scale, size)
      const right = namesLines(chart) ? Math.max(...chart.series.map(({ name }) => labelWidth(name, size, true))) + size * 0.8 : 0
      const top = size * (alone ? 1.6 : TOP_FIGURE)
      return { x: left, y: top, width: width - left - right, height: height - top - footOf(chart, (width - left - right) / count), scale }
    }
    case 'area': {
      const scale = scaleOf(stackedEdges(chart).flat(), true)
      const left = axisWidth(scale, size)
      const top = size * TOP_FIGURE
      return { x: left, y: top, width: width - left, height: height - top - footOf(chart, (width - left) / count), scale }
    }
    case 'combined': {
      const second = chart.secondAxis === true
      const of = (series: SceneChart['series']) => series.flatMap((one) => one.values.slice(0, count))
      const scale = scaleOf(of(second ? columnsOf(chart) : chart.series), true)
      const lineScale = second ? scaleInSteps(of(lineOf(chart)), scale.ticks.length - 1) : null
      const left = axisWidth(scale, size)
      const right = lineScale === null ? 0 : axisWidth(lineScale, size)
      const top = size * 1.6
      const plot = { x: left, y: top, width: width - left - right, height: height - top - footOf(chart, (width - left - right) / count), scale }
      return lineScale === null ? plot : { ...plot, second: lineScale }
    }
    case 'doughnut': {
      const radius = Math.max(20, Math.min(height, width) / 2)
      return { x: width / 2 - radius, y: height / 2 - radius, width: 2 * radius, height: 2 * radius, scale: null }
    }
    case 'pie': {
      const radius = Math.max(20, Math.min(height / 2 - size * 2, width / 4))
      return { x: width / 2 - radius, y: height / 2 - radius, width: 2 * radius, height: 2 * radius, scale: null }
    }
    default:
      return assertNever(chart.chart)
  }
}

/** Thickness of one bar where `series` of them stand in a band, in the unit of `band`; `at` says where the nth begins. */
export function barsIn(band: number, series: number): { readonly thickness: number; readonly at: (index: number) => number } {
  const thickness = band / (series + BAR_GAP * (series - 1) + GROUP_GAP)
  return { thickness, at: (index) => thickness * (GROUP_GAP / 2 + index * (1 + BAR_GAP)) }
}
