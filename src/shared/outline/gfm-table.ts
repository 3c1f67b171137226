const cellText = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(/\t/g, ' ').replaceAll(/(?<!\\)\|/g, '\\|').trim()
const line = (cells: readonly string[], columns: number) => `| ${Array.from({ length: columns }, (_, at) => cellText(cells[at] ?? '')).join(' | ')} |`

/** A table in GitHub Flavored Markdown; short rows are filled with empty cells, bars in cells are escaped, line breaks become spaces. */
export const gfmTable = (header: readonly string[], rows: readonly (readonly string[])[]): string => {
  const columns = Math.max(1, header.length, ...rows.map((row) => row.length))
  return [line(header, columns), `| ${Array<string>(columns).fill('---').join(' | ')} |`, ...rows.map((row) => line(row, columns))].join('\n')
}

/** Where a long table is continued in a further piece, so that one paragraph stays small enough to show and one material small enough to edit. */
const ROWS_A_PIECE = 200
const CHARACTERS_A_PIECE = 30_000

/** A table as one or more GFM tables of at most 200 rows, the header repeated in each. Empty rows are left out; no rows at all give no table. */
export const gfmTablePieces = (rows: readonly (readonly string[])[]): string[] => {
  const [header, ...body] = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  if (header === undefined) return []
  const pieces: (readonly string[])[][] = [[]]
  let characters = 0
  for (const row of body) {
    const length = row.reduce((sum, cell) => sum + cell.length, 0)
    if ((pieces.at(-1)?.length ?? 0) >= ROWS_A_PIECE || (characters > 0 && characters + length > CHARACTERS_A_PIECE)) {
      pieces.push([])
      characters = 0
    }
    pieces.at(-1)?.push(row)
    characters += length
  }
  return pieces.map((piece) => gfmTable(header, piece))
}
