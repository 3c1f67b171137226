/**
 * Native charts (DrawingML charts, ECMA-376-1 §21.2), written by ourselves. pptxgenjs 4.0.1 was tried first: for a line and a column chart
 * it broke the schema in five ways (no `grouping`, `invertIfNegative` in a line, three axes, colours that are no colours, empty values for
 * gaps), and stamped the workbook with the current time; repairing all that was longer than the four chart kinds we need.
 */
import { assertNever } from '../../../shared/assert-never'
import type { Language } from '../../../shared/language'
import { BAR_GAP, GROUP_GAP, plotOf } from '../../../shared/slides/chart-plot'
import type { SceneChart } from '../../../shared/slides/scene'
import type { ColourRole } from '../../../shared/slides/theme'
import { emuToPoints, points, type Points } from '../../../shared/units'
import { Relationships, type Part } from '../opc-package'
import { el, fragment, text, xmlDocument, type Xml } from '../xml'
import { columnName } from '../xlsx/write-workbook'
import { chartWorkbook, SHEET } from './chart-workbook'
import { noFill, nonVisual, outline, solidFill, transform } from './drawing'
import { chartNamespace, chartNamespaces, contentTypes } from './namespaces'
import { themeFonts } from './text-body'

const CATEGORY_AXIS = 1
const VALUE_AXIS = 2
/** As percentages of a bar's width; PowerPoint's own gap of 150 leaves bars thin in a hall, and a gap within a group is a negative overlap. */
const GAP_WIDTH = Math.round(GROUP_GAP * 100)
const BAR_OVERLAP = -Math.round(BAR_GAP * 100)
const LINE_WIDTH = points(3)
const AXIS_WIDTH = points(0.75)
const SLICE_EDGE = points(1.5)

const val = (name: string, value: string | number | boolean): Xml => el(`c:${name}`, { val: value })

const characters = (size: Points, colour: ColourRole, bold = false): Xml =>
  el(
    'c:txPr',
    {},
    el('a:bodyPr'),
    el('a:lstStyle'),
    el('a:p', {}, el('a:pPr', {}, el('a:defRPr', { sz: Math.round(size * 100), b: bold }, solidFill(colour), themeFonts('body'))), el('a:endParaRPr')),
  )

const shapeProperties = (...properties: readonly Xml[]): Xml => el('c:spPr', {}, properties)

const cachedTexts = (formula: string, values: readonly string[]): Xml =>
  el('c:strRef', {}, el('c:f', {}, text(formula)), el('c:strCache', {}, val('ptCount', values.length), values.map((value, idx) => el('c:pt', { idx }, el('c:v', {}, text(value))))))

/** A gap is a point that is not there: an empty value would be read as zero or refused. */
const cachedNumbers = (formula: string, values: readonly (number | null)[]): Xml =>
  el(
    'c:numRef',
    {},
    el('c:f', {}, text(formula)),
    el(
      'c:numCache',
      {},
      el('c:formatCode', {}, text('General')),
      val('ptCount', values.length),
      values.map((value, idx) => value !== null && el('c:pt', { idx }, el('c:v', {}, text(String(value))))),
    ),
  )

/** What a data label says, in the order of Group_DLbl (§21.2.2.48). */
const labelContent = (show: { readonly value?: boolean; readonly category?: boolean; readonly series?: boolean; readonly percent?: boolean }): Xml =>
  fragment(
    val('showLegendKey', false),
    val('showVal', show.value ?? false),
    val('showCatName', show.category ?? false),
    val('showSerName', show.series ?? false),
    val('showPercent', show.percent ?? false),
    val('showBubbleSize', false),
  )

/** How a data label looks; `bold` for a label that names its series. */
const labelLook = (size: Points, colour: ColourRole, bold = false): Xml =>
  fragment(el('c:numFmt', { formatCode: 'General', sourceLinked: false }), shapeProperties(noFill, outline(null)), characters(size, colour, bold))

type Series = SceneChart['series'][number]

/** Name, number and colour of a series: what every kind of chart begins one with. */
const seriesHead = ({ name }: Series, index: number, look: Xml): Xml =>
  fragment(val('idx', index), val('order', index), el('c:tx', {}, cachedTexts(`${SHEET}!$${columnName(index + 1)}$1`, [name])), look)

const seriesData = (chart: SceneChart, { values }: Series, index: number): Xml => {
  const last = chart.categories.length + 1
  const column = columnName(index + 1)
  const padded = chart.categories.map((_, i) => values[i] ?? null)
  return fragment(
    el('c:cat', {}, cachedTexts(`${SHEET}!$A$2:$A$${last}`, chart.categories)),
    el('c:val', {}, cachedNumbers(`${SHEET}!$${column}$2:$${column}$${last}`, padded)),
  )
}

const bars = (chart: SceneChart): Xml =>
  el(
    'c:barChart',
    {},
    val('barDir', chart.chart === 'bar' ? 'bar' : 'col'),
    val('grouping', 'clustered'),
    val('varyColors', false),
    chart.series.map((series, i) =>
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
        el('c:dLbls', {}, labelLook(chart.labelSize, 'ink'), val('dLblPos', 'outEnd'), labelContent({ value: true })),
        seriesData(chart, series, i),
      ),
    ),
    val('gapWidth', GAP_WIDTH),
    val('overlap', chart.series.length > 1 ? BAR_OVERLAP : 0),
    val('axId', CATEGORY_AXIS),
    val('axId', VALUE_AXIS),
  )

/** A line carries its name at its last point; a line alone has its values written above it. */
const lineLabels = (chart: SceneChart, { values, colour }: Series): Xml => {
  if (chart.series.length === 1) return el('c:dLbls', {}, labelLook(chart.labelSize, 'ink'), val('dLblPos', 't'), labelContent({ value: true }))
  const last = values.findLastIndex((value, i) => value !== null && i < chart.categories.length)
  const nothing = labelContent({})
  if (chart.showLegend || last === -1) return el('c:dLbls', {}, nothing)
  const name = el('c:dLbl', {}, val('idx', last), labelLook(chart.labelSize, colour, true), val('dLblPos', 'r'), labelContent({ series: true }))
  return el('c:dLbls', {}, name, nothing)
}

const lines = (chart: SceneChart): Xml =>
  el(
    'c:lineChart',
    {},
    val('grouping', 'standard'),
    val('varyColors', false),
    chart.series.map((series, i) =>
      el(
        'c:ser',
        {},
        seriesHead(series, i, shapeProperties(outline({ colour: series.colour, width: LINE_WIDTH }))),
        el('c:marker', {}, val('symbol', 'circle'), val('size', 8), shapeProperties(solidFill(series.colour), outline(null))),
        lineLabels(chart, series),
        seriesData(chart, series, i),
        val('smooth', false),
      ),
    ),
    val('marker', true),
    val('axId', CATEGORY_AXIS),
    val('axId', VALUE_AXIS),
  )

/** Only the first series has slices: a pie shows one whole. */
const pie = (chart: SceneChart): Xml =>
  el(
    'c:pieChart',
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
        el(
          'c:dLbls',
          {},
          labelLook(chart.labelSize, 'ink'),
          val('dLblPos', 'outEnd'),
          labelContent({ category: !chart.showLegend, percent: true }),
          el('c:separator', {}, text(' ')),
          val('showLeaderLines', true),
        ),
        seriesData(chart, series, i),
      ),
    ),
    val('firstSliceAng', 0),
  )

/**
 * Category and value axis, with the scale of the layout. Bars carry their values, so that value axis and grid would only repeat them. Lines keep the grid, and the axis where there are several.
 */
const axes = (chart: SceneChart): Xml => {
  const horizontal = chart.chart === 'bar'
  const labelled = chart.chart !== 'line' || chart.series.length === 1
  const { scale } = plotOf(chart)
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
      chart.chart === 'line' && el('c:majorGridlines', {}, shapeProperties(outline({ colour: 'neutral-2', width: AXIS_WIDTH }))),
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
  )
}

const plot = (chart: SceneChart): Xml => {
  switch (chart.chart) {
    case 'bar':
    case 'column':
      return fragment(bars(chart), axes(chart))
    case 'line':
      return fragment(lines(chart), axes(chart))
    case 'pie':
      return pie(chart)
    default:
      return assertNever(chart.chart)
  }
}

const part = (length: number, whole: number): string => (length / whole).toFixed(5)

/** The plot area where the layout has it (§21.2.2.97), in shares of the frame: the preview draws the very same. */
const plotLayout = (chart: SceneChart): Xml => {
  const { x, y, width, height } = plotOf(chart)
  const frame = { width: emuToPoints(chart.box.width), height: emuToPoints(chart.box.height) }
  return el(
    'c:layout',
    {},
    el(
      'c:manualLayout',
      {},
      val('layoutTarget', 'inner'),
      val('xMode', 'edge'),
      val('yMode', 'edge'),
      val('x', part(x, frame.width)),
      val('y', part(y, frame.height)),
      val('w', part(width, frame.width)),
      val('h', part(height, frame.height)),
    ),
  )
}

/** The chart part and its workbook, `number` from 1 through the deck. */
export const chartParts = (chart: SceneChart, number: number, language: Language): readonly [Part, Part] => {
  const relationships = new Relationships(`ppt/charts/chart${number}.xml`)
  const workbookName = `ppt/embeddings/Microsoft_Excel_Sheet${number}.xlsx`
  const workbook = relationships.to('package', workbookName)
  return [
    {
      name: relationships.owner,
      contentType: contentTypes.chart,
      content: xmlDocument(
        el(
          'c:chartSpace',
          chartNamespaces,
          val('date1904', false),
          val('lang', language === 'zh-CN' ? 'zh-CN' : 'en-US'),
          val('roundedCorners', false),
          el(
            'c:chart',
            {},
            val('autoTitleDeleted', true), // the slide's title is the chart's
            el('c:plotArea', {}, plotLayout(chart), plot(chart), shapeProperties(noFill)),
            chart.showLegend && el('c:legend', {}, val('legendPos', 'b'), val('overlay', false), characters(chart.labelSize, 'ink')),
            val('plotVisOnly', true),
            val('dispBlanksAs', 'gap'),
          ),
          shapeProperties(noFill, outline(null)),
          characters(chart.labelSize, 'ink'),
          el('c:externalData', { 'r:id': workbook }, val('autoUpdate', false)),
        ),
      ),
      relationships,
    },
    { name: workbookName, contentType: null, content: chartWorkbook(chart) },
  ]
}

/** The frame on the slide that shows a chart part; `relationship` leads to it. */
export const chartFrameXml = (chart: SceneChart, id: number, relationship: string): Xml =>
  el(
    'p:graphicFrame',
    {},
    el('p:nvGraphicFramePr', {}, nonVisual({ id, name: chart.name, alt: chart.alt }), el('p:cNvGraphicFramePr', {}, el('a:graphicFrameLocks', { noGrp: true })), el('p:nvPr')),
    transform(chart.box, 'p:xfrm'),
    el('a:graphic', {}, el('a:graphicData', { uri: chartNamespace }, el('c:chart', { 'xmlns:c': chartNamespace, 'r:id': relationship }))),
  )
