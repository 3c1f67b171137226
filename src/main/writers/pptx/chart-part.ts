/**
 * Native charts (DrawingML charts, ECMA-376-1 §21.2), written by ourselves. pptxgenjs 4.0.1 was tried first: for a line and a column chart
 * it broke the schema in five ways (no `grouping`, `invertIfNegative` in a line, three axes, colours that are no colours, empty values for
 * gaps), and stamped the workbook with the current time; repairing all that was longer than the chart kinds we need.
 */
import { assertNever } from '../../../shared/assert-never'
import type { Language } from '../../../shared/language'
import { columnsOf, plotOf } from '../../../shared/slides/chart-plot'
import type { SceneChart } from '../../../shared/slides/scene'
import { emuToPoints } from '../../../shared/units'
import { Relationships, type Part } from '../opc-package'
import { el, fragment, xmlDocument, type Xml } from '../xml'
import { axes, CATEGORY_AXIS, SECOND_CATEGORY_AXIS, SECOND_VALUE_AXIS, VALUE_AXIS } from './chart-axes'
import { bars } from './chart-bars'
import { areas, lines } from './chart-lines'
import { characters, shapeProperties, val } from './chart-pieces'
import { slices } from './chart-slices'
import { chartWorkbook } from './chart-workbook'
import { noFill, nonVisual, outline, transform } from './drawing'
import { chartNamespace, chartNamespaces, contentTypes } from './namespaces'

const plot = (chart: SceneChart): Xml => {
  switch (chart.chart) {
    case 'bar':
    case 'column':
      return fragment(bars(chart, chart.series, true), axes(chart))
    case 'line':
      return fragment(lines(chart, 0, [CATEGORY_AXIS, VALUE_AXIS]), axes(chart))
    case 'area':
      return fragment(areas(chart), axes(chart))
    case 'combined': {
      const columns = columnsOf(chart)
      const line = columns.length < chart.series.length && lines(chart, columns.length, chart.secondAxis === true ? [SECOND_CATEGORY_AXIS, SECOND_VALUE_AXIS] : [CATEGORY_AXIS, VALUE_AXIS])
      return fragment(bars(chart, columns, false), line, axes(chart))
    }
    case 'pie':
    case 'doughnut':
      return slices(chart)
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
