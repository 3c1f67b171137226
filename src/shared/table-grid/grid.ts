export type Align = 'left' | 'center' | 'right' | null

/**
 * A table as it is edited: its cells in inline Markdown, each on one line, a pipe written bare. The first row is the header;
 * all rows are as wide as `align`.
 */
export type Grid = { readonly rows: readonly (readonly string[])[]; readonly align: readonly Align[] }

/** A header and one row of two empty cells: where a new table begins. */
export const emptyGrid: Grid = { rows: [['', ''], ['', '']], align: [null, null] }

export const withCell = (grid: Grid, row: number, column: number, text: string): Grid => ({ ...grid, rows: grid.rows.map((cells, at) => (at === row ? cells.with(column, text) : cells)) })

/** A new empty row before the one at `at`; at the end when `at` is the number of rows. */
export const withRow = (grid: Grid, at: number): Grid => ({ ...grid, rows: grid.rows.toSpliced(at, 0, grid.align.map(() => '')) })

export const withColumn = (grid: Grid, at: number): Grid => ({ rows: grid.rows.map((cells) => cells.toSpliced(at, 0, '')), align: grid.align.toSpliced(at, 0, null) })

/** Without a row; the header goes only when a row is left to take its place. */
export const withoutRow = (grid: Grid, at: number): Grid => (grid.rows.length === 1 ? grid : { ...grid, rows: grid.rows.toSpliced(at, 1) })

/** Without a column; the last one stays. */
export const withoutColumn = (grid: Grid, at: number): Grid => (grid.align.length === 1 ? grid : { rows: grid.rows.map((cells) => cells.toSpliced(at, 1)), align: grid.align.toSpliced(at, 1) })

/** The row moved to the place of another; the grid itself when that place does not exist. */
export const withRowMoved = (grid: Grid, from: number, to: number): Grid => (isMove(from, to, grid.rows.length) ? { ...grid, rows: moved(grid.rows, from, to) } : grid)

export const withColumnMoved = (grid: Grid, from: number, to: number): Grid =>
  isMove(from, to, grid.align.length) ? { rows: grid.rows.map((cells) => moved(cells, from, to)), align: moved(grid.align, from, to) } : grid

/** Cells laid over the grid from a cell on, which grows to the right and below as they need. */
export const withCells = (grid: Grid, row: number, column: number, cells: readonly (readonly string[])[]): Grid => {
  const width = Math.max(grid.align.length, ...cells.map((line) => column + line.length))
  const height = Math.max(grid.rows.length, row + cells.length)
  return {
    rows: Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => cells[y - row]?.[x - column] ?? grid.rows[y]?.[x] ?? '')),
    align: Array.from({ length: width }, (_, x) => grid.align[x] ?? null),
  }
}

const isMove = (from: number, to: number, count: number): boolean => from !== to && Math.min(from, to) >= 0 && Math.max(from, to) < count

const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const rest = list.toSpliced(from, 1)
  return rest.toSpliced(to, 0, ...list.slice(from, from + 1))
}
