/** The table of a text, read as a grid and written back in its place; everything else of the text stays to the byte. */
import type { Table } from 'mdast'
import { isFenceLine } from '../markdown/directive-fence'
import { parseFlow } from '../markdown/flow'
import { lineEndingOf, linesOf } from '../markdown/lines'
import { insertLines, splice } from '../markdown/splice'
import type { Align, Grid } from './grid'

/** `start` and `end` are the table's place in the text, in UTF-16 code units. */
export type FoundTable = { readonly start: number; readonly end: number; readonly grid: Grid }

/** The first table of a text that stands in no list and no quotation, inside a directive or not; null when there is none. */
export const findTable = (markdown: string): FoundTable | null => {
  const table = parseFlow(withoutFences(markdown)).children.find((node) => node.type === 'table')
  const start = table?.position?.start.offset
  const end = table?.position?.end.offset
  return table === undefined || start === undefined || end === undefined ? null : { start, end, grid: gridOf(table, markdown) }
}

/**
 * Puts a grid in the place of the first table, or at the end of a text that has none. A row that is as before keeps its own spelling,
 * as long as the columns are the same.
 */
export const writeTableInto = (markdown: string, grid: Grid): string => {
  const found = findTable(markdown)
  if (found === null) return insertLines(markdown, markdown.length, linesOfGrid(grid).join('\n'))
  const { start, end, grid: before } = found
  const written = linesOf(markdown.slice(start, end)).map(({ text }) => text)
  const sameColumns = before.align.length === grid.align.length && before.align.every((align, column) => align === grid.align[column])
  const own = (line: string, at: number): string => {
    if (!sameColumns) return line
    if (at === 1) return written[1] ?? line
    const row = grid.rows[at === 0 ? 0 : at - 1] ?? []
    // The header's line and the others differ in nothing: a row that was moved is found wherever it stood.
    const stood = before.rows.findIndex((as) => isKept(row, as))
    return stood < 0 ? line : (written[stood === 0 ? 0 : stood + 1] ?? line)
  }
  return splice(markdown, { start, end, text: linesOfGrid(grid).map(own).join(lineEndingOf(markdown)) })
}

const isKept = (row: readonly string[], as: readonly string[]): boolean => row.every((cell, column) => cell === as[column])

/** Fences of directives are not CommonMark: a closing one under a table would be its last row. Blanks in their place leave all offsets as they are. */
const withoutFences = (markdown: string): string => markdown.replace(/^.*$/gm, (line) => (isFenceLine(line) ? ' '.repeat(line.length) : line))

const gridOf = (table: Table, markdown: string): Grid => {
  const width = Math.max(...table.children.map((row) => row.children.length))
  const cellAt = (row: Table['children'][number], column: number): string => {
    const inlines = row.children[column]?.children ?? []
    return cellOf(markdown.slice(inlines[0]?.position?.start.offset ?? 0, inlines.at(-1)?.position?.end.offset ?? 0))
  }
  return {
    rows: table.children.map((row) => Array.from({ length: width }, (_, column) => cellAt(row, column))),
    align: Array.from({ length: width }, (_, column): Align => table.align?.[column] ?? null),
  }
}

const rules: Readonly<Record<'left' | 'center' | 'right' | 'none', string>> = { left: ':---', center: ':---:', right: '---:', none: '---' }

const linesOfGrid = ({ rows: [header = [], ...rows], align }: Grid): readonly string[] => [rowOf(header), `| ${align.map((side) => rules[side ?? 'none']).join(' | ')} |`, ...rows.map(rowOf)]

const rowOf = (cells: readonly string[]): string => `| ${cells.map(sourceOf).join(' | ')} |`

/** `\|` is how GFM writes a pipe in a cell (§4.10); a backslash that is itself escaped is none of it. */
const cellOf = (source: string): string => source.replace(/\\([\\|])/g, (pair, escaped) => (escaped === '|' ? '|' : pair)).trim()

const sourceOf = (cell: string): string =>
  cell
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\\[\\|]|\|/g, (mark) => (mark === '|' ? '\\|' : mark))
