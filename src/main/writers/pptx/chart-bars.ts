import { BAR_GAP, GROUP_GAP } from '../../../shared/slides/chart-plot'
import type { SceneChart } from '../../../shared/slides/scene'
import { el, type Xml } from '../xml'
import { CATEGORY_AXIS, VALUE_AXIS } from './chart-axes'
import { labelContent, labelLook, type Series, seriesData, seriesHead, shapeProperties, val } from './chart-pieces'
import { outline, solidFill } from './drawing'

/** As percentages of a bar's width; PowerPoint's own gap of 150 leaves bars thin in a hall, and a gap within a group is a negative overlap. */
const GAP_WIDTH = Math.round(GROUP_GAP * 100)
const BAR_OVERLAP = -Math.round(BAR_GAP * 100)

/**
 * Bars, lying or upright.
 * @param series those that stand as bars, the first of the chart's
 * @param labelled with their values at their ends
 */
export const bars = (chart: SceneChart, series: readonly Series[], labelled: boolean): Xml =>
  el(
    'c:barChart',
    {},
    val('barDir', chart.chart === 'bar' ? 'bar' : 'col'),
    val('grouping', 'clustered'),
    val('varyColors', false),
    series.map((series, i) =>
      el(
        'c:ser',
        {},
        seriesHead(series, i, shapeProperties(solidFill(series.colour), outline(null))),
        val('invertIfNegative', false),
        series.pointColours?.map(
          (colour, point) =>
            colour !== series.colour &&
            point < chart.categories.length &&
            el('c:dPt', {}, val('idx', point), val('invertIfNegative', false), val('bubble3D', false), shapeProperties(solidFill(colour), outline(null))),
        ),
        labelled ? el('c:dLbls', {}, labelLook(chart.labelSize, 'ink'), val('dLblPos', 'outEnd'), labelContent({ value: true })) : el('c:dLbls', {}, labelContent({})),
        seriesData(chart, series, i),
      ),
    ),
    val('gapWidth', GAP_WIDTH),
    val('overlap', series.length > 1 ? BAR_OVERLAP : 0),
    val('axId', CATEGORY_AXIS),
    val('axId', VALUE_AXIS),
  )
