import { el, type Xml } from '../xml'
import { cellMargins, shade } from './styles-part'
import { twips } from './word-units'

/** A cell: paragraphs and tables, the last of them a paragraph. */
export type Cell = { readonly content: Xml; readonly fill?: string; readonly centred?: boolean; /** Points above and below, left and right of its content. */ readonly inset?: { readonly x: number; readonly y: number } }
export type Row = { readonly cells: readonly Cell[]; /** Not broken over two pages. */ readonly unbroken: boolean }

export type TableLook = {
  /** Colour of its rules, `RRGGBB`. */
  readonly rule: string
  /** Rules at the left and right edges, and between columns. */
  readonly sides: boolean
  readonly inside: boolean
  /** Points above and below, left and right of what stands in a cell; the style's without. */
  readonly inset?: { readonly x: number; readonly y: number }
}

/** A table of fixed widths (ECMA-376-1 §17.4). The first row is its header: it is repeated on every page and read out with the cells beneath. @param widths of its columns, in points */
export function tableXml(widths: readonly number[], header: Row, rows: readonly Row[], { rule, sides, inside, inset }: TableLook): Xml {
  const columns = widths.map(twips)
  const border = (side: string, drawn: boolean): Xml => el(`w:${side}`, drawn ? { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': rule } : { 'w:val': 'nil' })
  return el(
    'w:tbl',
    {},
    el(
      'w:tblPr',
      {},
      el('w:tblW', { 'w:w': columns.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
      el('w:tblBorders', {}, border('top', true), border('left', sides), border('bottom', true), border('right', sides), border('insideH', true), border('insideV', inside)),
      el('w:tblLayout', { 'w:type': 'fixed' }),
      inset === undefined ? null : cellMargins(twips(inset.y), twips(inset.x)),
      // The header row is one; columns have no heads of their own.
      el('w:tblLook', { 'w:val': '0020', 'w:firstRow': true, 'w:lastRow': false, 'w:firstColumn': false, 'w:lastColumn': false, 'w:noHBand': false, 'w:noVBand': false }),
    ),
    el('w:tblGrid', {}, columns.map((width) => el('w:gridCol', { 'w:w': width }))),
    [header, ...rows].map((row) => rowXml(row, columns, row === header)),
  )
}

const rowXml = ({ cells, unbroken }: Row, columns: readonly number[], isHeader: boolean): Xml =>
  el('w:tr', {}, unbroken || isHeader ? el('w:trPr', {}, unbroken ? el('w:cantSplit') : null, isHeader ? el('w:tblHeader') : null) : null, cells.map((cell, column) => cellXml(cell, columns[column]!)))

const cellXml = ({ content, fill, centred, inset }: Cell, width: number): Xml =>
  el(
    'w:tc',
    {},
    el('w:tcPr', {}, el('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), fill === undefined ? null : shade(fill), inset === undefined ? null : cellMargins(twips(inset.y), twips(inset.x), 'w:tcMar'), centred ? el('w:vAlign', { 'w:val': 'center' }) : null),
    content,
  )
