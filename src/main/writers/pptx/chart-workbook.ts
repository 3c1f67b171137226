/**
 * The workbook behind a chart: "Edit data" in PowerPoint opens it. One sheet, categories down the first column, a series in each further
 * one, and nothing else that could go wrong: five parts, texts written in the cells (SpreadsheetML, ECMA-376-1 §18).
 */
import { writeZip } from '../../zip/write-zip'
import { packageEntries, packageFiles, Relationships, type Part } from '../opc-package'
import { el, text, xmlDocument, type Xml } from '../xml'

export const SHEET = 'Sheet1'

/** Name of a column, 0 → `A`, 26 → `AA`. */
export const columnName = (index: number): string => (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

export type ChartData = {
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** `_x000D_` and its like mean a character in a cell's text (ST_Xstring, §22.9.2.19); a literal one has its first underscore written so. */
const cellText = (value: string): string => value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

const textCell = (reference: string, value: string): Xml | null =>
  value === '' ? null : el('c', { r: reference, t: 'inlineStr' }, el('is', {}, el('t', { 'xml:space': 'preserve' }, text(cellText(value)))))

const numberCell = (reference: string, value: number | null): Xml | null => (value === null ? null : el('c', { r: reference }, el('v', {}, text(String(value)))))

const worksheet = ({ categories, series }: ChartData): string =>
  xmlDocument(
    el(
      'worksheet',
      { xmlns: MAIN },
      el(
        'sheetData',
        {},
        el('row', { r: 1 }, series.map(({ name }, i) => textCell(`${columnName(i + 1)}1`, name))),
        categories.map((category, row) =>
          el('row', { r: row + 2 }, textCell(`A${row + 2}`, category), series.map(({ values }, i) => numberCell(`${columnName(i + 1)}${row + 2}`, values[row] ?? null))),
        ),
      ),
    ),
  )

/** The smallest style sheet that Excel takes: a cell format needs a font, fills, a border and a style to point at (§18.8.39). */
const styles = xmlDocument(
  el(
    'styleSheet',
    { xmlns: MAIN },
    el('fonts', { count: 1 }, el('font', {}, el('sz', { val: 11 }))),
    el('fills', { count: 2 }, el('fill', {}, el('patternFill', { patternType: 'none' })), el('fill', {}, el('patternFill', { patternType: 'gray125' }))),
    el('borders', { count: 1 }, el('border')),
    el('cellStyleXfs', { count: 1 }, el('xf')),
    el('cellXfs', { count: 1 }, el('xf')),
  ),
)

/** Bytes of an `.xlsx` with the chart's numbers. */
export const chartWorkbook = (data: ChartData): Uint8Array => {
  const root = new Relationships('')
  const workbook = new Relationships('xl/workbook.xml')
  root.to('officeDocument', workbook.owner)
  const sheet = workbook.to('worksheet', 'xl/worksheets/sheet1.xml')
  workbook.to('styles', 'xl/styles.xml')
  const parts: Part[] = [
    {
      name: workbook.owner,
      contentType: `${TYPE}.sheet.main+xml`,
      content: xmlDocument(
        el(
          'workbook',
          { xmlns: MAIN, 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' },
          el('sheets', {}, el('sheet', { name: SHEET, sheetId: 1, 'r:id': sheet })),
        ),
      ),
      relationships: workbook,
    },
    { name: 'xl/worksheets/sheet1.xml', contentType: `${TYPE}.worksheet+xml`, content: worksheet(data) },
    { name: 'xl/styles.xml', contentType: `${TYPE}.styles+xml`, content: styles },
  ]
  return writeZip(packageEntries(packageFiles(parts, root)))
}
