import type { Box } from './page-drawings'
import { joinText, pageLines, type TextPiece } from './page-lines'
import { ruleGrids, type RuleGrid } from './rule-grids'
import { splitPiece } from './split-piece'

/** A table of a page: its cells row by row, a merged one in its first cell with the others empty. */
export type PageTable = { readonly box: Box; readonly rows: readonly (readonly string[])[]; /** Edges of the columns, in points. */ readonly columns: readonly number[] }

/** Text may reach over a line by this part of its height. */
const OVER = 0.3
/** A table whose text runs over its lines in more than this share of its pieces was not read rightly. */
const MOST_CROSSING = 0.08
/** Fewer cells than this share with text in them make a drawing, a form to be filled in, or the grid of a diagram. */
const FEWEST_FILLED = 0.35
/** A cell with more characters than this, and more than half of all, is a frame around a text. */
const LONGEST_CELL = 600

const boxOf = ({ xs, ys }: RuleGrid): Box => ({ left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 })

/** The middle of a piece of text: above its baseline by a third of its height. */
const middleOf = ({ x, y, width, size }: TextPiece): readonly [number, number] => [x + width / 2, y - size * 0.35]
const isIn = (piece: TextPiece, { left, top, right, bottom }: Box): boolean => {
  const [x, y] = middleOf(piece)
  return x > left && x < right && y > top && y < bottom
}
const bandOf = (edges: readonly number[], at: number): number => edges.findIndex((edge, index) => at >= edge && at < (edges[index + 1] ?? Number.NEGATIVE_INFINITY))

/** For every cell of a grid the first cell of the merged one it belongs to, as `row * columns + column`. */
const mergedCells = (grid: RuleGrid): readonly number[] => {
  const columns = grid.xs.length - 1
  const rows = grid.ys.length - 1
  const first = Array.from({ length: columns * rows }, (_, at) => at)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      if (column > 0 && !grid.partedRight(row, column - 1)) first[at] = first[at - 1] ?? at
      else if (row > 0 && !grid.partedBelow(row - 1, column)) first[at] = first[at - columns] ?? at
    }
  return first
}

/** A piece parted at every line that is drawn through it. */
const partedAt = (grid: RuleGrid, piece: TextPiece): readonly TextPiece[] => {
  const row = bandOf(grid.ys, middleOf(piece)[1])
  let last = piece
  const out: TextPiece[] = []
  for (let column = 0; column < grid.xs.length - 2; column += 1) {
    const edge = grid.xs[column + 1] ?? 0
    const isThrough = edge > last.x + last.size * OVER && edge < last.x + last.width - last.size * OVER
    const halves = row >= 0 && isThrough && grid.partedRight(row, column) ? splitPiece(last, edge) : null
    if (halves === null) continue
    out.push(halves[0])
    last = halves[1]
  }
  return [...out, last]
}

const textOf = (pieces: readonly TextPiece[]): string =>
  pageLines(pieces, 0)
    .map(({ text }) => text.replaceAll('\t', ' '))
    .reduce(joinText, '')

const readGrid = (grid: RuleGrid, joined: readonly TextPiece[]): PageTable | null => {
  const pieces = joined.flatMap((piece) => partedAt(grid, piece))
  const columns = grid.xs.length - 1
  const first = mergedCells(grid)
  const cells = new Map<number, TextPiece[]>()
  let crossing = 0
  for (const piece of pieces) {
    const [x, y] = middleOf(piece)
    const column = bandOf(grid.xs, x)
    const row = bandOf(grid.ys, y)
    if (column < 0 || row < 0) continue
    const at = first[row * columns + column] ?? 0
    const own = cells.get(at)
    if (own === undefined) cells.set(at, [piece])
    else own.push(piece)
    const [startAt, endAt] = [bandOf(grid.xs, piece.x + piece.size * OVER), bandOf(grid.xs, piece.x + piece.width - piece.size * OVER)]
    if (piece.text.trim() !== '' && piece.width > piece.size && [startAt, endAt].some((other) => other < 0 || first[row * columns + other] !== at)) crossing += 1
  }
  const texts = new Map([...cells].map(([at, inside]) => [at, textOf(inside)]))
  const filled = [...texts.values()].filter((text) => text !== '')
  const total = filled.reduce((sum, text) => sum + text.length, 0)
  const rows = Array.from({ length: grid.ys.length - 1 }, (_, row) => Array.from({ length: columns }, (_cell, column) => (first[row * columns + column] === row * columns + column ? (texts.get(row * columns + column) ?? '') : '')))
  const isSure =
    crossing <= pieces.length * MOST_CROSSING &&
    filled.length >= new Set(first).size * FEWEST_FILLED &&
    rows.filter((row) => row.filter((text) => text !== '').length >= 2).length >= 2 &&
    filled.every((text) => text.length <= LONGEST_CELL || text.length * 2 < total)
  return isSure ? { box: boxOf(grid), rows, columns: grid.xs } : null
}

/** The tables of a page, from the top, and the text that stands in none; a grid that is no table for sure leaves its text where it is. */
export const ruledTables = (rules: readonly Box[], pieces: readonly TextPiece[]): { readonly tables: readonly PageTable[]; readonly rest: readonly TextPiece[] } => {
  let rest = pieces
  const tables: PageTable[] = []
  for (const grid of ruleGrids(rules)) {
    const box = boxOf(grid)
    const inside = rest.filter((piece) => isIn(piece, box))
    const table = readGrid(grid, inside)
    if (table === null) continue
    tables.push(table)
    const taken = new Set(inside)
    rest = rest.filter((piece) => !taken.has(piece))
  }
  return { tables, rest }
}

/** Columns whose edges differ by no more than this are the same, on two pages. */
const SAME_EDGE = 4

/** Whether a table on the next page goes on with one. */
export const continues = (table: PageTable, next: PageTable): boolean => table.columns.length === next.columns.length && table.columns.every((edge, at) => Math.abs(edge - (next.columns[at] ?? 0)) <= SAME_EDGE)

/** The rows of a table and of its continuation; a repeated head is said once. */
export const joinedRows = (rows: PageTable['rows'], next: PageTable['rows']): PageTable['rows'] => [...rows, ...(rows[0]?.join('\n') === next[0]?.join('\n') ? next.slice(1) : next)]
