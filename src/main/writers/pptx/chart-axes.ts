import { plotOf } from '../../../shared/slides/chart-plot'
import type { Scale } from '../../../shared/slides/chart-scale'
import type { SceneChart } from '../../../shared/slides/scene'
import { points } from '../../../shared/units'
import { el, fragment, type Xml } from '../xml'
import { characters, shapeProperties, val } from './chart-pieces'
import { outline } from './drawing'

export const CATEGORY_AXIS = 1
export const VALUE_AXIS = 2
export const SECOND_CATEGORY_AXIS = 3
export const SECOND_VALUE_AXIS = 4
const AXIS_WIDTH = points(0.75)

/** The value axis at the right edge, and the category axis that it needs and nobody sees (§21.2.2.25). */
const secondAxes = (chart: SceneChart, { low, high, step }: Scale): Xml =>
  fragment(
    el(
      'c:valAx',
      {},
      val('axId', SECOND_VALUE_AXIS),
      el('c:scaling', {}, val('orientation', 'minMax'), val('max', high), val('min', low)),
      val('delete', false),
      val('axPos', 'r'),
      el('c:numFmt', { formatCode: 'General', sourceLinked: false }),
      val('majorTickMark', 'none'),
      val('minorTickMark', 'none'),
      val('tickLblPos', 'nextTo'),
      shapeProperties(outline(null)),
      characters(chart.labelSize, 'neutral-4'),
      val('crossAx', SECOND_CATEGORY_AXIS),
      val('crosses', 'max'),
      val('crossBetween', 'between'),
      val('majorUnit', step),
    ),
    el('c:catAx', {}, val('axId', SECOND_CATEGORY_AXIS), el('c:scaling', {}, val('orientation', 'minMax')), val('delete', true), val('axPos', 'b'), val('majorTickMark', 'none'), val('minorTickMark', 'none'), val('tickLblPos', 'none'), val('crossAx', SECOND_VALUE_AXIS), val('crosses', 'autoZero')),
  )

/**
 * Category and value axis, with the scale of the layout. Bars carry their values, so that value axis and grid would only repeat them. Lines
 * keep the grid, and the axis where there are several; areas and combined charts keep both, and a line with a scale of its own has an axis at the right.
 */
export const axes = (chart: SceneChart): Xml => {
  const horizontal = chart.chart === 'bar'
  const labelled = horizontal || chart.chart === 'column' || (chart.chart === 'line' && chart.series.length === 1)
  const { scale, second } = plotOf(chart)
  const noTicks = fragment(val('majorTickMark', 'none'), val('minorTickMark', 'none'))
  return fragment(
    el(
      'c:catAx',
      {},
      val('axId', CATEGORY_AXIS),
      el('c:scaling', {}, val('orientation', horizontal ? 'maxMin' : 'minMax')), // the first bar of a table stands on top
      val('delete', false),
      val('axPos', horizontal ? 'l' : 'b'),
      el('c:numFmt', { formatCode: 'General', sourceLinked: false }),
      noTicks,
      val('tickLblPos', 'low'),
      shapeProperties(outline({ colour: 'neutral-3', width: AXIS_WIDTH })),
      characters(chart.labelSize, 'ink'),
      val('crossAx', VALUE_AXIS),
      val('crosses', 'autoZero'),
      val('auto', false),
      val('lblAlgn', 'ctr'),
      val('lblOffset', 100),
      val('noMultiLvlLbl', true),
    ),
    el(
      'c:valAx',
      {},
      val('axId', VALUE_AXIS),
      el('c:scaling', {}, val('orientation', 'minMax'), scale && [val('max', scale.high), val('min', scale.low)]),
      val('delete', labelled),
      val('axPos', horizontal ? 'b' : 'l'),
      !horizontal && chart.chart !== 'column' && el('c:majorGridlines', {}, shapeProperties(outline({ colour: 'neutral-2', width: AXIS_WIDTH }))),
      el('c:numFmt', { formatCode: 'General', sourceLinked: false }),
      noTicks,
      val('tickLblPos', 'nextTo'),
      shapeProperties(outline(null)),
      characters(chart.labelSize, 'neutral-4'),
      val('crossAx', CATEGORY_AXIS),
      val('crosses', horizontal ? 'max' : 'autoZero'),
      val('crossBetween', 'between'),
      scale && val('majorUnit', scale.step),
    ),
    second && secondAxes(chart, second),
  )
}
