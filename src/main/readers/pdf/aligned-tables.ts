/** Tables without any line: rows of short texts that stand beneath each other in columns, told from all that looks alike. What is no table for sure stays text. */
import type { PageLine, TextPiece } from './page-lines'
import { textOf, type PageTable } from './page-table'
import { rowsOf } from './three-line-tables'

const FEWEST_ROWS = 3
/** Cells are parted by at least this many heights of the font. */
const CELL_GAP = 2
/** Rows follow each other within this many heights. */
const HIGHEST_ROW = 3.2
/** Edges of one column differ by no more than this part of the height. */
const SAME_EDGE = 0.35
/** Characters: a cell, and the cells of a column on average; a Latin one counts half. */
const LONGEST_CELL = 24
const LONGEST_ON_AVERAGE = 12
/** Lines of prose fill their column: so many of them do, where they have at least so many characters. */
const FILLED = 0.9
const MOST_FILLED = 0.6
const LINE_OF_PROSE = 6
/** Of cells that punctuate like sentences, and of those that a column of figures holds. */
const MOST_SENTENCES = 0.2
const FEWEST_FIGURES = 0.6

type Cell = { readonly pieces: TextPiece[]; readonly left: number; right: number }
type Row = { readonly cells: readonly Cell[]; readonly y: number; readonly size: number }
type Alignment = 'left' | 'right' | 'middle'

const sentence = /[，。；：！？]|[,;:.!?](?:\s|$)|\.{3}|…|·{3}/
const figure = /^[-–—+±~约近]?[¥$]?\d[\d,.]*\s?(?:%|‰|％|[\p{Script=Han}A-Za-z/²³]{0,3})$/u
const halfWide = /[\u0020-\u024F]/g
const lengthOf = (text: string): number => text.length - (text.match(halfWide)?.length ?? 0) / 2

const rowOf = (pieces: readonly TextPiece[]): Row => {
  const cells: Cell[] = []
  for (const piece of pieces.toSorted((a, b) => a.x - b.x)) {
    const last = cells.at(-1)
    if (last !== undefined && piece.x - last.right < CELL_GAP * piece.size) {
      last.pieces.push(piece)
      last.right = Math.max(last.right, piece.x + piece.width)
    } else cells.push({ pieces: [piece], left: piece.x, right: piece.x + piece.width })
  }
  return { cells, y: Math.max(...pieces.map(({ y }) => y)), size: Math.max(...pieces.map(({ size }) => size)) }
}

const edge: Readonly<Record<Alignment, (cell: Cell) => number>> = { left: ({ left }) => left, right: ({ right }) => right, middle: ({ left, right }) => (left + right) / 2 }
const alignments: readonly Alignment[] = ['left', 'right', 'middle']

/** Rows after one another with as many cells, each of which stands in line with those above in the same way. */
const runsOf = (rows: readonly Row[]): Row[][] => {
  const runs: Row[][] = []
  let ways: Alignment[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    const [first] = run ?? []
    const above = run?.at(-1)
    const kept = ways.map((list, column) => list.filter((way) => Math.abs(edge[way](row.cells[column] ?? never) - edge[way](first?.cells[column] ?? never)) <= SAME_EDGE * row.size))
    const goesOn = run !== undefined && above !== undefined && first?.cells.length === row.cells.length && row.y - above.y <= HIGHEST_ROW * row.size && kept.every((list) => list.length > 0)
    if (goesOn) {
      run.push(row)
      ways = kept
    } else {
      runs.push([row])
      ways = row.cells.map(() => [...alignments])
    }
  }
  return runs
}
const never: Cell = { pieces: [], left: Number.NaN, right: Number.NaN }

const share = <T>(list: readonly T[], holds: (one: T) => boolean): number => list.filter(holds).length / Math.max(1, list.length)

/** Lines of prose side by side: most of them as long as the longest. */
const isProse = (column: readonly Cell[], texts: readonly string[]): boolean => {
  const widest = Math.max(...column.map(({ left, right }) => right - left))
  return Math.max(...texts.map(lengthOf)) >= LINE_OF_PROSE && share(column, ({ left, right }) => right - left >= FILLED * widest) > MOST_FILLED
}

/** Page numbers of a list of contents: one column of them, which only grow. */
const isContents = (columns: readonly (readonly string[])[]): boolean => {
  const pages = (columns.at(-1) ?? []).map((text) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN)).slice(1)
  return columns.length === 2 && pages.every((page, at) => page >= (pages[at - 1] ?? page))
}

const tableOf = (run: readonly Row[]): PageTable | null => {
  const [first] = run
  if (first === undefined || run.length < FEWEST_ROWS || first.cells.length < 2) return null
  const rows = run.map(({ cells }) => cells.map(({ pieces }) => textOf(pieces)))
  const columns = first.cells.map((_, at) => ({ cells: run.flatMap(({ cells }) => cells[at] ?? []), texts: rows.map((row) => row[at] ?? '') }))
  const all = rows.flat()
  const isShort = all.every((text) => text !== '' && lengthOf(text) <= LONGEST_CELL) && columns.every(({ texts }) => texts.reduce((sum, text) => sum + lengthOf(text), 0) <= LONGEST_ON_AVERAGE * texts.length)
  // Beneath the head, and not the numbers of the rows.
  const hasFigures = columns.slice(1).some(({ texts }) => share(texts.slice(1), (text) => figure.test(text)) >= FEWEST_FIGURES)
  const isSure = isShort && hasFigures && share(all, (text) => sentence.test(text)) <= MOST_SENTENCES && !columns.some(({ cells, texts }) => isProse(cells, texts)) && !isContents(columns.map(({ texts }) => texts))
  if (!isSure) return null
  const right = Math.max(...run.flatMap(({ cells }) => cells.map((cell) => cell.right)))
  const lefts = columns.map(({ cells }) => Math.min(...cells.map(({ left }) => left)))
  const box = { left: (lefts[0] ?? 0) - 1, top: first.y - first.size, right: right + 1, bottom: (run.at(-1)?.y ?? first.y) + 1 }
  // Where the last column ends is a matter of its longest word, which the next page need not have.
  return { box, rows, columns: lefts }
}

/** Whether lines with wide gaps follow each other on a page, so that its text is worth a closer look. */
export const mayHoldAlignedRows = (lines: readonly PageLine[]): boolean => {
  let inARow = 0
  return lines.some(({ text }) => (inARow = text.includes('\t') ? inARow + 1 : 0) >= FEWEST_ROWS)
}

/** @param pieces of a page, without what stands in other tables */
export const alignedTables = (pieces: readonly TextPiece[]): PageTable[] => runsOf(rowsOf(pieces.filter(({ text }) => text.trim() !== '')).map(rowOf)).flatMap((run) => tableOf(run) ?? [])
