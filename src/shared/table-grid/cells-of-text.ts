/**
 * The cells of a table copied from a spreadsheet, which lies in the clipboard as text: tabs between cells, line ends between rows, and a
 * cell that holds either, or a quotation mark at its start, between quotation marks that are doubled inside (what Excel, WPS and
 * LibreOffice write). Line ends inside a cell become spaces, because a cell of Markdown is one line.
 * @returns null when the text is no table: one cell is pasted as any other text
 */
export const cellsOfText = (text: string): readonly (readonly string[])[] | null => {
  const whole = text.replace(/(?:\r\n|\n|\r)$/, '')
  const rows: string[][] = [[]]
  // `y`: each match starts where the one before ended, so that every character belongs to a cell.
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y
  for (;;) {
    const match = cell.exec(whole)
    if (match === null) return null
    const [, quoted, bare = '', end] = match
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? bare).replace(/\s+/g, ' ').trim())
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  return rows.length === 1 && rows[0]?.length === 1 ? null : rows
}
