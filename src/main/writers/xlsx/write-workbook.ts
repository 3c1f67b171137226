/** Workbooks with nothing in them that could go wrong: texts are written in their cells, numbers as they are (SpreadsheetML, ECMA-376-1 §18). */
import { writeZip } from '../../zip/write-zip'
import { packageEntries, packageFiles, Relationships, type Part } from '../opc-package'
import { el, text, xmlDocument, type Xml } from '../xml'

/** Null and the empty text write no cell. */
export type Cell = string | number | null

export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Width of each column in characters of the standard font; the program's own without. */
  readonly widths?: readonly number[]
  /** The first row names the columns: bold, and in sight however far one scrolls. */
  readonly headings?: boolean
}

/** Name of a column, 0 → `A`, 26 → `AA`. */
export const columnName = (index: number): string => (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const BOLD = 1

/** `_x000D_` and its like mean a character in a cell's text (ST_Xstring, §22.9.2.19); a literal one has its first underscore written so. */
const cellText = (value: string): string => value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

const cellXml = (reference: string, value: Cell, style: number | undefined): Xml | null => {
  if (value === null || value === '') return null
  if (typeof value === 'number') return el('c', { r: reference, s: style }, el('v', {}, text(String(value))))
  return el('c', { r: reference, s: style, t: 'inlineStr' }, el('is', {}, el('t', { 'xml:space': 'preserve' }, text(cellText(value)))))
}

const worksheet = ({ rows, widths = [], headings = false }: Sheet): string =>
  xmlDocument(
    el(
      'worksheet',
      { xmlns: MAIN },
      headings && el('sheetViews', {}, el('sheetView', { workbookViewId: 0 }, el('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' }))),
      widths.length > 0 && el('cols', {}, widths.map((width, i) => el('col', { min: i + 1, max: i + 1, width, customWidth: true }))),
      el('sheetData', {}, rows.map((row, at) => el('row', { r: at + 1 }, row.map((value, i) => cellXml(`${columnName(i)}${at + 1}`, value, headings && at === 0 ? BOLD : undefined))))),
    ),
  )

/** The smallest style sheet that Excel takes: a cell format needs a font, fills, a border and a style to point at (§18.8.39). */
const styles = (withBold: boolean): string =>
  xmlDocument(
    el(
      'styleSheet',
      { xmlns: MAIN },
      el('fonts', { count: withBold ? 2 : 1 }, el('font', {}, el('sz', { val: 11 })), withBold && el('font', {}, el('b'), el('sz', { val: 11 }))),
      el('fills', { count: 2 }, el('fill', {}, el('patternFill', { patternType: 'none' })), el('fill', {}, el('patternFill', { patternType: 'gray125' }))),
      el('borders', { count: 1 }, el('border')),
      el('cellStyleXfs', { count: 1 }, el('xf')),
      el('cellXfs', { count: withBold ? 2 : 1 }, el('xf'), withBold && el('xf', { fontId: 1, applyFont: true })),
    ),
  )

/** Names of sheets have at most 31 characters and none of these (§18.2.19). */
const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)

const partName = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`

/** Bytes of an `.xlsx`. The same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const root = new Relationships('')
  const workbook = new Relationships('xl/workbook.xml')
  root.to('officeDocument', workbook.owner)
  const ids = sheets.map((_, at) => workbook.to('worksheet', partName(at)))
  workbook.to('styles', 'xl/styles.xml')
  const parts: Part[] = [
    {
      name: workbook.owner,
      contentType: `${TYPE}.sheet.main+xml`,
      content: xmlDocument(
        el(
          'workbook',
          { xmlns: MAIN, 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' },
          el('sheets', {}, sheets.map(({ name }, at) => el('sheet', { name: sheetName(name), sheetId: at + 1, 'r:id': ids[at] }))),
        ),
      ),
      relationships: workbook,
    },
    ...sheets.map((sheet, at): Part => ({ name: partName(at), contentType: `${TYPE}.worksheet+xml`, content: worksheet(sheet) })),
    { name: 'xl/styles.xml', contentType: `${TYPE}.styles+xml`, content: styles(sheets.some(({ headings }) => headings === true)) },
  ]
  return writeZip(packageEntries(packageFiles(parts, root)))
}
