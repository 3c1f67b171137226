import type { Box } from './page-drawings'
import { joinText, pageLines, type TextPiece } from './page-lines'

/** A table of a page: its cells row by row, a merged one in its first cell with the others empty. */
export type PageTable = { readonly box: Box; readonly rows: readonly (readonly string[])[]; /** Edges of the columns, in points, as far as they are known. */ readonly columns: readonly number[] }

/** The middle of a piece of text: above its baseline by a third of its height. */
export const middleOf = ({ x, y, width, size }: TextPiece): readonly [number, number] => [x + width / 2, y - size * 0.35]
export const isIn = (piece: TextPiece, { left, top, right, bottom }: Box): boolean => {
  const [x, y] = middleOf(piece)
  return x > left && x < right && y > top && y < bottom
}

/** The lines of a cell as one text. */
export const textOf = (pieces: readonly TextPiece[]): string =>
  pageLines(pieces, 0)
    .map(({ text }) => text.replaceAll('\t', ' '))
    .reduce(joinText, '')

/** Columns whose edges differ by no more than this are the same, on two pages. */
const SAME_EDGE = 4

/** Whether a table on the next page goes on with one. */
export const continues = (table: PageTable, next: PageTable): boolean => table.columns.length === next.columns.length && table.columns.every((edge, at) => Math.abs(edge - (next.columns[at] ?? 0)) <= SAME_EDGE)

/** The rows of a table and of its continuation; a repeated head is said once. */
export const joinedRows = (rows: PageTable['rows'], next: PageTable['rows']): PageTable['rows'] => [...rows, ...(rows[0]?.join('\n') === next[0]?.join('\n') ? next.slice(1) : next)]
