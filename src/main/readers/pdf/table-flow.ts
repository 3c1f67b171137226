import { gfmTablePieces } from '../../../shared/outline/gfm-table'
import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import type { PageLine } from './page-lines'
import { continues, joinedRows, type PageTable } from './page-table'
import { placeAmong, type Insertion } from './text-flow'

export type PlacedTable = { readonly page: number; readonly table: PageTable }

/** Tables as insertions into the text; one that goes on at the top of the next page is one table, on the page where it begins. @param tables in the order of the pages. */
export const tablesAmong = (lines: readonly PageLine[], tables: readonly PlacedTable[]): Insertion[] => {
  const joined: { rows: PageTable['rows']; line: number; readonly page: number; last: PlacedTable }[] = []
  for (const placed of tables) {
    const { page, table } = placed
    const line = placeAmong(lines, page, table.box)
    const open = joined.at(-1)
    // With no line of text between them.
    if (open !== undefined && open.last.page + 1 === page && open.line === line && continues(open.last.table, table)) {
      open.rows = joinedRows(open.rows, table.rows)
      open.last = placed
    } else joined.push({ rows: table.rows, line, page, last: placed })
  }
  return joined.map(({ rows, line, page }) => ({ line, paragraphs: gfmTablePieces(rows).map((text): RawParagraph => ({ text, number: '', kind: 'table', styled: 0, page })) }))
}
