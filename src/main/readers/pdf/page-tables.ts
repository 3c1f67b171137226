import { alignedTables, mayHoldAlignedRows } from './aligned-tables'
import type { Box } from './page-drawings'
import { isNameless } from './nameless-text'
import type { PageLine, TextPiece } from './page-lines'
import { isIn, type PageTable } from './page-table'
import { readRuledTable } from './ruled-tables'
import { ruleGrids } from './rule-grids'
import { lineTriples, readThreeLineTable } from './three-line-tables'

/** Whether a page is worth a closer look for tables. @param rules thin boxes in any order. @param lines of its text */
export const mayHoldTables = (rules: readonly Box[], lines: readonly PageLine[]): boolean => ruleGrids(rules).length > 0 || lineTriples(rules).length > 0 || mayHoldAlignedRows(lines)

/** The tables of a page, from the top, and the text that stands in none; what is no table for sure leaves its text where it is. */
export const pageTables = (rules: readonly Box[], pieces: readonly TextPiece[]): { readonly tables: readonly PageTable[]; readonly rest: readonly TextPiece[] } => {
  const tables: PageTable[] = []
  let rest = pieces
  const take = (table: PageTable | null) => {
    // Shapes without characters are no text, in a table or elsewhere.
    if (table === null || isNameless(table.rows.flat().join(''))) return
    tables.push(table)
    rest = rest.filter((piece) => !isIn(piece, table.box))
  }
  for (const grid of ruleGrids(rules)) take(readRuledTable(grid, rest))
  for (const lines of lineTriples(rules)) take(readThreeLineTable(lines, rest))
  for (const table of alignedTables(rest)) take(table)
  return { tables: tables.toSorted((a, b) => a.box.top - b.box.top), rest }
}
