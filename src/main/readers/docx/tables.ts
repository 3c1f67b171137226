import { childOf, isElement, valueOf, wholeNumber, type XmlElement } from '../ooxml/xml'

/** Rows and cells hide in content controls and custom XML as well. */
const descend = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isElement).flatMap((child) => (child.name === name ? [child] : ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(child.name) ? descend(child, name) : []))

export const rowsOf = (table: XmlElement): XmlElement[] => descend(table, 'w:tr').filter((row) => childOf(childOf(row, 'w:trPr'), 'w:del') === undefined)
export const cellsOf = (row: XmlElement): XmlElement[] => descend(row, 'w:tc')

/** More columns than a spreadsheet-like table has in a text; a claim of more in `w:gridSpan` is not believed. */
const WIDEST = 64

const spanOf = (cell: XmlElement) => Math.min(WIDEST, Math.max(1, wholeNumber(valueOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1))

/** A table of one row or one column is a frame around running text (a boxed notice, a form's heading), not data. */
export const isFrame = (table: XmlElement): boolean => {
  const rows = rowsOf(table)
  return rows.length < 2 || rows.every((row) => cellsOf(row).length < 2)
}

/** A cell that holds more than this is a column of running text: the table lays out a page. */
const LONGEST_CELL = 2000

/**
 * The cells of a table, row by row; null when the table lays out text rather than data. A merged cell's text stands in its first cell, the others are empty.
 * @param textOf reads a cell: its paragraphs, joined.
 */
export const tableRows = (table: XmlElement, textOf: (cell: XmlElement) => string): string[][] | null => {
  const rows = rowsOf(table).map((row) => {
    const before = Math.max(0, wholeNumber(valueOf(childOf(row, 'w:trPr'), 'w:gridBefore')) ?? 0)
    return [...Array<string>(Math.min(WIDEST, before)).fill(''), ...cellsOf(row).flatMap((cell) => [textOf(cell), ...Array<string>(spanOf(cell) - 1).fill('')])]
  })
  return rows.some((cells) => cells.some((cell) => cell.length > LONGEST_CELL)) ? null : rows
}
