import { el, type Xml } from '../xml'
import { cellMargins, type TableStyle } from './styles-part'
import { twips } from './word-units'

/** A cell: paragraphs and tables, the last of them a paragraph. */
export type Cell = { readonly content: Xml; readonly centred?: boolean; /** Points above and below, left and right of its content. */ readonly inset?: { readonly x: number; readonly y: number } }
export type Row = { readonly cells: readonly Cell[]; /** Not broken over two pages. */ readonly unbroken: boolean }

/** A table of fixed widths (ECMA-376-1 §17.4). The first row is its header: it is repeated on every page and read out with the cells beneath. @param widths of its columns, in points */
export function tableXml(style: TableStyle, widths: readonly number[], header: Row, rows: readonly Row[]): Xml {
  const columns = widths.map(twips)
  return el(
    'w:tbl',
    {},
    el(
      'w:tblPr',
      {},
      el('w:tblStyle', { 'w:val': style }),
      el('w:tblW', { 'w:w': columns.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
      el('w:tblLayout', { 'w:type': 'fixed' }),
      // The header row is one; columns have no heads of their own.
      el('w:tblLook', { 'w:val': '0020', 'w:firstRow': true, 'w:lastRow': false, 'w:firstColumn': false, 'w:lastColumn': false, 'w:noHBand': false, 'w:noVBand': false }),
    ),
    el('w:tblGrid', {}, columns.map((width) => el('w:gridCol', { 'w:w': width }))),
    [header, ...rows].map((row) => rowXml(row, columns, row === header)),
  )
}

const rowXml = ({ cells, unbroken }: Row, columns: readonly number[], isHeader: boolean): Xml =>
  el('w:tr', {}, unbroken || isHeader ? el('w:trPr', {}, unbroken ? el('w:cantSplit') : null, isHeader ? el('w:tblHeader') : null) : null, cells.map((cell, column) => cellXml(cell, columns[column]!)))

const cellXml = ({ content, centred, inset }: Cell, width: number): Xml =>
  el(
    'w:tc',
    {},
    el('w:tcPr', {}, el('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), inset === undefined ? null : cellMargins(twips(inset.y), twips(inset.x), 'w:tcMar'), centred ? el('w:vAlign', { 'w:val': 'center' }) : null),
    content,
  )
