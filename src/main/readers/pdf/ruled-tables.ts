import type { Box } from './page-drawings'
import type { TextPiece } from './page-lines'
import { isIn, middleOf, textOf, type PageTable } from './page-table'
import type { RuleGrid } from './rule-grids'
import { splitPiece } from './split-piece'

/** Text may reach over a line by this part of its height. */
const OVER = 0.3
/** A table whose text runs over its lines in more than this share of its pieces was not read rightly. */
const MOST_CROSSING = 0.08
/** Fewer cells than this share with text in them make a drawing, a form to be filled in, or the grid of a diagram. */
const FEWEST_FILLED = 0.35
/** A cell with more characters than this, and more than half of all, is a frame around a text. */
const LONGEST_CELL = 600

const boxOf = ({ xs, ys }: RuleGrid): Box => ({ left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 })

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

/**
 * Reads a grid of lines as a table.
 * @param text of the page.
 * @returns null where it is no table for sure: its text then stays where it is.
 */
export const readRuledTable = (grid: RuleGrid, text: readonly TextPiece[]): PageTable | null => {
  const pieces = text.filter((piece) => isIn(piece, boxOf(grid))).flatMap((piece) => partedAt(grid, piece))
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
