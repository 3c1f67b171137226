/** Tables with a line above, one beneath the head and one below, and none between the columns: the form of scholarly print (GB/T 7713.2). */
import type { Box } from './page-drawings'
import type { TextPiece } from './page-lines'
import { isIn, middleOf, textOf, type PageTable } from './page-table'
import { linesOf, meet, type Line } from './rule-grids'

/** Lines of one table begin and end together, within as many points… */
const SAME_END = 6
/** …and are no shorter. */
const SHORTEST = 150
/** The head is no higher than this, in points. */
const HIGHEST_HEAD = 80
/** Columns are parted by at least this many heights of the font, in every row. */
const COLUMN_GAP = 0.9
/** Baselines of one row differ by no more than this part of the font's height. */
const SAME_BASELINE = 0.4
/** A row of fewer filled cells than two is no row of a table; more than this share of them and it is none. */
const MOST_POOR_ROWS = 0.2

/** Lines that begin and end together, three by three from the top; a number that is no multiple of three leaves it open which belong together. */
export const lineTriples = (rules: readonly Box[]): (readonly [Line, Line, Line])[] => {
  const { across, down } = linesOf(rules)
  const groups: Line[][] = []
  for (const line of across) {
    if (line.to - line.from < SHORTEST || down.some((other) => meet(line, other))) continue
    const group = groups.find(([first]) => first !== undefined && Math.abs(first.from - line.from) <= SAME_END && Math.abs(first.to - line.to) <= SAME_END)
    if (group === undefined) groups.push([line])
    else group.push(line)
  }
  return groups.flatMap((group) =>
    group.length % 3 !== 0
      ? []
      : Array.from({ length: group.length / 3 }, (_, at) => group.slice(at * 3, at * 3 + 3)).flatMap(([top, head, bottom]) =>
          top === undefined || head === undefined || bottom === undefined || head.at - top.at > HIGHEST_HEAD ? [] : [[top, head, bottom] as const],
        ),
  )
}

/** Pieces row by row, from the top. */
export const rowsOf = (pieces: readonly TextPiece[]): TextPiece[][] => {
  const rows: TextPiece[][] = []
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && Math.abs(piece.y - row[0].y) <= SAME_BASELINE * piece.size) row.push(piece)
    else rows.push([piece])
  }
  return rows
}

/** The spans that some piece covers in some row, parted where all rows leave a gap. */
const columnsOf = (pieces: readonly TextPiece[]): { readonly left: number; readonly right: number }[] => {
  const columns: { left: number; right: number }[] = []
  for (const { x, width, size } of pieces.toSorted((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last !== undefined && x - last.right < COLUMN_GAP * size) last.right = Math.max(last.right, x + width)
    else columns.push({ left: x, right: x + width })
  }
  return columns
}

const isFilled = (text: string) => text !== ''

/**
 * A row without its first cell and a further one goes on with the one above: cells of several lines. Where only the first is missing, it is a row of its own
 * under a heading that holds for several.
 */
const withContinuations = (rows: readonly (readonly string[])[], cells: readonly (readonly (readonly TextPiece[])[])[]): (readonly string[])[] => {
  const out: { texts: readonly string[]; pieces: readonly (readonly TextPiece[])[] }[] = []
  for (const [at, texts] of rows.entries()) {
    const above = out.at(-1)
    const own = cells[at] ?? []
    const isRest = texts[0] === '' && (texts.length === 2 || texts.filter(isFilled).length < texts.length - 1)
    if (above !== undefined && out.length > 1 && isRest) {
      const pieces = above.pieces.map((pieces, column) => [...pieces, ...(own[column] ?? [])])
      out[out.length - 1] = { texts: pieces.map(textOf), pieces }
    } else out.push({ texts, pieces: own })
  }
  return out.map(({ texts }) => texts)
}

/** Reads the text between three lines as a table. @param pieces of the page. @returns null where it is none for sure */
export const readThreeLineTable = ([top, head, bottom]: readonly [Line, Line, Line], pieces: readonly TextPiece[]): PageTable | null => {
  const box = { left: top.from - SAME_END, top: top.at, right: top.to + SAME_END, bottom: bottom.at }
  const inside = pieces.filter((piece) => piece.text.trim() !== '' && isIn(piece, box))
  const columns = columnsOf(inside)
  const rows = rowsOf(inside)
  const inHead = rows.filter((row) => row[0] !== undefined && middleOf(row[0])[1] < head.at)
  // A head of several lines is one row.
  const merged = [inHead.flat(), ...rows.slice(inHead.length)]
  const cells = merged.map((row) => columns.map(({ left, right }) => row.filter(({ x, width }) => x + width / 2 >= left && x + width / 2 <= right)))
  const texts = withContinuations(cells.map((row) => row.map(textOf)), cells)
  const poor = texts.filter((row) => row.filter(isFilled).length < 2).length
  const isSure = columns.length >= 2 && inHead.length > 0 && texts.length >= 3 && poor <= texts.length * MOST_POOR_ROWS && (texts[0] ?? []).filter(isFilled).length >= 2
  return isSure ? { box, rows: texts, columns: [...columns.map(({ left }) => left), box.right] } : null
}
