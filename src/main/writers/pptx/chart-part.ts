/**
 * Native charts (DrawingML charts, ECMA-376-1 §21.2), written by ourselves. pptxgenjs 4.0.1 was tried first: for a line and a column chart
 * it broke the schema in five ways (no `grouping`, `invertIfNegative` in a line, three axes, colours that are no colours, empty values for
 * gaps), and stamped the workbook with the current time; repairing all that was longer than the four chart kinds we need.
 */
import { assertNever } from '../../../shared/assert-never'
import type { Language } from '../../../shared/language'
import type { SceneChart } from '../../../shared/slides/scene'
import type { ColourRole } from '../../../shared/slides/theme'
import { points, pointsToEmu, type Points } from '../../../shared/units'
import { Relationships, type Part } from '../opc-package'
import { el, fragment, text, xmlDocument, type Xml } from '../xml'
import { chartWorkbook, columnName, SHEET } from './chart-workbook'
import { noFill, nonVisual, outline, solidFill, transform } from './drawing'
import { chartNamespace, chartNamespaces, contentTypes } from './namespaces'
import { themeFonts } from './text-body'

const CATEGORY_AXIS = 1
const VALUE_AXIS = 2
/** Gap between bars as a percentage of their width; PowerPoint's 150 leaves bars thin in a hall. */
const GAP_WIDTH = 60
/** Bars of one group stand a hair apart: minus, as a percentage of their width. */
const BAR_OVERLAP = -6
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
 * Category and value axis. Bars carry their values, so that value axis and grid would only repeat them; they start at zero, because their
 * length is what is compared. Lines keep the grid, and the axis where there are several.
 */
const axes = (chart: SceneChart): Xml => {
  const horizontal = chart.chart === 'bar'
  const labelled = chart.chart !== 'line' || chart.series.length === 1
  const values = chart.series.flatMap((series) => series.values)
  const fromZero = chart.chart !== 'line' && values.every((value) => value === null || value >= 0)
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
      el('c:scaling', {}, val('orientation', 'minMax'), fromZero && val('min', 0)),
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

/** Rough width of a text in ems: wide scripts take one, Latin about six tenths. Room is made by it, nothing is aligned to it. */
const roughEms = (value: string): number => [...value.matchAll(/./gsu)].reduce((sum, [char]) => sum + (char >= '\u2e80' ? 1 : 0.6), 0)

/** Lines that carry their names at the right end leave room for them: no program does by itself. Everything else is laid out automatically. */
const plotLayout = (chart: SceneChart): Xml => {
  if (chart.chart !== 'line' || chart.series.length === 1 || chart.showLegend) return el('c:layout')
  const room = (Math.max(...chart.series.map(({ name }) => roughEms(name))) + 0.8) * pointsToEmu(chart.labelSize)
  const width = Math.max(0.5, 1 - room / chart.box.width).toFixed(4)
  return el(
    'c:layout',
    {},
    el('c:manualLayout', {}, val('layoutTarget', 'outer'), val('xMode', 'edge'), val('yMode', 'edge'), val('x', 0), val('y', 0.02), val('w', width), val('h', 0.98)),
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
