import { MOST_TABLE_ROWS, type TableRow } from '../../../shared/model/table'
import type { ZipArchive } from '../../zip/read-zip'
import { relationshipsOf } from '../ooxml/relationships'
import { childOf, childrenOf, isElement, parseXml, wholeNumber, type XmlElement } from '../ooxml/xml'
import { damagedFile } from '../refusals'
import { notATable, tooManyRows } from './refusals'

/** Columns that are read; a sheet has 16,384, and a stray mark in the last one must not make rows of that length. */
const MOST_COLUMNS = 200

/**
 * The rows of a workbook's first sheet that is not hidden (SpreadsheetML, ECMA-376-1 §18): texts as they stand, numbers without their format, of formulas the value that
 * was stored last. Rows without anything in them are passed over.
 * @param archive that has passed the gate
 * @throws LecternError `not-a-table`, `damaged-file`, `too-many-rows`
 */
export function readWorkbook(archive: ZipArchive): readonly TableRow[] {
  const main = relationshipsOf(archive, '').find(({ type, external }) => type === 'officeDocument' && !external)?.target ?? 'xl/workbook.xml'
  const workbook = archive.read(main)
  if (workbook === undefined) throw notATable()
  const sheets = childrenOf(childOf(parseXml(workbook), 'x:sheets'), 'x:sheet')
  const relationships = relationshipsOf(archive, main).filter(({ external }) => !external)
  const shown = sheets.find(({ attributes }) => (attributes.get('state') ?? 'visible') === 'visible') ?? sheets[0]
  const sheet = archive.read(relationships.find(({ id }) => id === shown?.attributes.get('r:id'))?.target ?? '')
  if (sheet === undefined) throw shown === undefined ? notATable() : damagedFile(new Error('a sheet without its part'))
  const strings = archive.read(relationships.find(({ type }) => type === 'sharedStrings')?.target ?? '')
  return rowsOf(sheet, strings === undefined ? [] : sharedStringsOf(strings))
}

const sharedStringsOf = (bytes: Uint8Array): readonly string[] => {
  const strings: string[] = []
  parseXml(bytes, { inside: 'x:sst', to: (item) => strings.push(item.name === 'x:si' ? textOf(item) : '') })
  return strings
}

const rowsOf = (bytes: Uint8Array, strings: readonly string[]): readonly TableRow[] => {
  const rows: TableRow[] = []
  let line = 0
  const take = (row: XmlElement) => {
    if (row.name !== 'x:row') return
    line = wholeNumber(row.attributes.get('r')) ?? line + 1
    const cells: string[] = []
    let column = -1
    for (const cell of childrenOf(row, 'x:c')) {
      column = columnOf(cell.attributes.get('r')) ?? column + 1
      if (column >= MOST_COLUMNS) break
      while (cells.length < column) cells.push('')
      cells[column] = valueOf(cell, strings)
    }
    if (!cells.some((cell) => cell.trim() !== '')) return
    rows.push({ line, cells })
    if (rows.length > MOST_TABLE_ROWS) throw tooManyRows()
  }
  parseXml(bytes, { inside: 'x:sheetData', to: take })
  return rows
}

/** Column of a reference such as `AB12`, from 0. */
const columnOf = (reference: string | undefined): number | undefined => {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  return letters === undefined ? undefined : Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Cell types of §18.18.11. */
const valueOf = (cell: XmlElement, strings: readonly string[]): string => {
  const stored = textOf(childOf(cell, 'x:v'))
  switch (cell.attributes.get('t') ?? 'n') {
    case 's':
      return strings[wholeNumber(stored) ?? -1] ?? ''
    case 'inlineStr':
      return textOf(childOf(cell, 'x:is'))
    case 'e':
      return ''
    case 'n': {
      // A telephone number may be stored as 1.38E+10.
      const value = Number(stored)
      return stored !== '' && Number.isSafeInteger(value) ? String(value) : stored
    }
    default:
      return stored
  }
}

/** The text of an element without readings of Han characters (`rPh`). `_x000D_` and its like mean a character (§22.9.2.19). */
const textOf = (element: XmlElement | undefined): string => {
  const plain = (node: XmlElement | string): string => (!isElement(node) ? node : node.name === 'x:rPh' ? '' : node.children.map(plain).join(''))
  return element === undefined ? '' : plain(element).replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_mark, code: string) => String.fromCharCode(parseInt(code, 16)))
}
