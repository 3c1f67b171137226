import type { SceneChart } from '../../../shared/slides/scene'
import { points } from '../../../shared/units'
import { el, type Xml } from '../xml'
import { CATEGORY_AXIS, VALUE_AXIS } from './chart-axes'
import { labelContent, labelLook, type Series, seriesData, seriesHead, shapeProperties, val } from './chart-pieces'
import { outline, solidFill } from './drawing'

const LINE_WIDTH = points(3)

/** A line carries its name at its last point; a line alone has its values written above it, and so has that of a combined chart. */
const lineLabels = (chart: SceneChart, { values, colour }: Series): Xml => {
  const overColumns = chart.chart === 'combined'
  if (chart.series.length === 1 || overColumns) return el('c:dLbls', {}, labelLook(chart.labelSize, 'ink', overColumns), val('dLblPos', 't'), labelContent({ value: true }))
  const last = values.findLastIndex((value, i) => value !== null && i < chart.categories.length)
  const nothing = labelContent({})
  if (chart.showLegend || last === -1) return el('c:dLbls', {}, nothing)
  const name = el('c:dLbl', {}, val('idx', last), labelLook(chart.labelSize, colour, true), val('dLblPos', 'r'), labelContent({ series: true }))
  return el('c:dLbls', {}, name, nothing)
}

/**
 * Lines with a dot a value.
 * @param from the first series that is drawn as one; those before are something else
 * @param axes of category and value
 */
export const lines = (chart: SceneChart, from: number, [category, value]: readonly [number, number]): Xml =>
  el(
    'c:lineChart',
    {},
    val('grouping', 'standard'),
    val('varyColors', false),
    chart.series.slice(from).map((series, i) =>
      el(
        'c:ser',
        {},
        seriesHead(series, from + i, shapeProperties(outline({ colour: series.colour, width: LINE_WIDTH }))),
        el('c:marker', {}, val('symbol', 'circle'), val('size', 8), shapeProperties(solidFill(series.colour), outline(null))),
        lineLabels(chart, series),
        seriesData(chart, series, from + i),
        val('smooth', false),
      ),
    ),
    val('marker', true),
    val('axId', category),
    val('axId', value),
  )

/** Areas that stand on one another, named before the chart. A missing value adds nothing, in the preview too. */
export const areas = (chart: SceneChart): Xml =>
  el(
    'c:areaChart',
    {},
    val('grouping', 'stacked'),
    val('varyColors', false),
    chart.series.map((series, i) =>
      el('c:ser', {}, seriesHead(series, i, shapeProperties(solidFill(series.colour), outline(null))), seriesData(chart, { ...series, values: chart.categories.map((_, at) => Math.max(0, series.values[at] ?? 0)) }, i)),
    ),
    el('c:dLbls', {}, labelContent({})),
    val('axId', CATEGORY_AXIS),
    val('axId', VALUE_AXIS),
  )
