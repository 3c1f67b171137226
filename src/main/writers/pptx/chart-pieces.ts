/** What every kind of chart is made of: series with their cached data, labels, text (ECMA-376-1 §21.2). */
import type { SceneChart } from '../../../shared/slides/scene'
import type { ColourRole } from '../../../shared/slides/theme'
import type { Points } from '../../../shared/units'
import { columnName } from '../xlsx/write-workbook'
import { el, fragment, text, type Xml } from '../xml'
import { SHEET } from './chart-workbook'
import { noFill, outline, solidFill } from './drawing'
import { themeFonts } from './text-body'

export const val = (name: string, value: string | number | boolean): Xml => el(`c:${name}`, { val: value })

export const characters = (size: Points, colour: ColourRole, bold = false): Xml =>
  el(
    'c:txPr',
    {},
    el('a:bodyPr'),
    el('a:lstStyle'),
    el('a:p', {}, el('a:pPr', {}, el('a:defRPr', { sz: Math.round(size * 100), b: bold }, solidFill(colour), themeFonts('body'))), el('a:endParaRPr')),
  )

export const shapeProperties = (...properties: readonly Xml[]): Xml => el('c:spPr', {}, properties)

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
export const labelContent = (show: { readonly value?: boolean; readonly category?: boolean; readonly series?: boolean; readonly percent?: boolean }): Xml =>
  fragment(
    val('showLegendKey', false),
    val('showVal', show.value ?? false),
    val('showCatName', show.category ?? false),
    val('showSerName', show.series ?? false),
    val('showPercent', show.percent ?? false),
    val('showBubbleSize', false),
  )

/** How a data label looks; `bold` for a label that names its series. */
export const labelLook = (size: Points, colour: ColourRole, bold = false): Xml =>
  fragment(el('c:numFmt', { formatCode: 'General', sourceLinked: false }), shapeProperties(noFill, outline(null)), characters(size, colour, bold))

export type Series = SceneChart['series'][number]

/** Name, number and colour of a series: what every kind of chart begins one with. */
export const seriesHead = ({ name }: Series, index: number, look: Xml): Xml =>
  fragment(val('idx', index), val('order', index), el('c:tx', {}, cachedTexts(`${SHEET}!$${columnName(index + 1)}$1`, [name])), look)

export const seriesData = (chart: SceneChart, { values }: Series, index: number): Xml => {
  const last = chart.categories.length + 1
  const column = columnName(index + 1)
  const padded = chart.categories.map((_, i) => values[i] ?? null)
  return fragment(
    el('c:cat', {}, cachedTexts(`${SHEET}!$A$2:$A$${last}`, chart.categories)),
    el('c:val', {}, cachedNumbers(`${SHEET}!$${column}$2:$${column}$${last}`, padded)),
  )
}
