/** A row of a table as a file holds it; `line` is its first line in a text, or its row in a workbook, from 1. Cells are text as it stands, those at the end may be missing. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] }

/** Rows in a file are no more than these; a district has hundreds of schools, a province some ten thousand. */
export const MOST_TABLE_ROWS = 50_000
