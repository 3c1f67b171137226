import { RING_HOLE } from '../../../shared/slides/chart-plot'
import { ringLabel } from '../../../shared/slides/ring-label'
import type { SceneChart } from '../../../shared/slides/scene'
import { points } from '../../../shared/units'
import { el, text, type Xml } from '../xml'
import { labelContent, labelLook, type Series, seriesData, seriesHead, shapeProperties, val } from './chart-pieces'
import { outline, solidFill } from './drawing'

const SLICE_EDGE = points(1.5)

/** Name and share outside each slice. */
const pieLabels = (chart: SceneChart): Xml =>
  el(
    'c:dLbls',
    {},
    labelLook(chart.labelSize, 'ink'),
    val('dLblPos', 'outEnd'),
    labelContent({ category: !chart.showLegend, percent: true }),
    el('c:separator', {}, text(' ')),
    val('showLeaderLines', true),
  )

/** The share within each part of a ring, in a colour that is read on it; a ring has no place outside (§21.2.2.48). */
const ringLabels = (chart: SceneChart, series: Series): Xml =>
  el(
    'c:dLbls',
    {},
    chart.categories.map((_, slice) => el('c:dLbl', {}, val('idx', slice), labelLook(chart.labelSize, ringLabel(series.pointColours?.[slice] ?? series.colour), true), labelContent({ percent: true }))),
    labelLook(chart.labelSize, 'ink', true),
    labelContent({ percent: true }),
    val('showLeaderLines', false),
  )

/** Only the first series has slices: a pie shows one whole. */
export const slices = (chart: SceneChart): Xml =>
  el(
    chart.chart === 'doughnut' ? 'c:doughnutChart' : 'c:pieChart',
    {},
    val('varyColors', true),
    chart.series.slice(0, 1).map((series, i) =>
      el(
        'c:ser',
        {},
        seriesHead(series, i, shapeProperties(solidFill(series.colour), outline({ colour: 'paper', width: SLICE_EDGE }))),
        chart.categories.map((_, slice) =>
          el('c:dPt', {}, val('idx', slice), val('bubble3D', false), shapeProperties(solidFill(series.pointColours?.[slice] ?? series.colour), outline({ colour: 'paper', width: SLICE_EDGE }))),
        ),
        chart.chart === 'doughnut' ? ringLabels(chart, series) : pieLabels(chart),
        seriesData(chart, series, i),
      ),
    ),
    val('firstSliceAng', 0),
    chart.chart === 'doughnut' && val('holeSize', Math.round(RING_HOLE * 100)),
  )
