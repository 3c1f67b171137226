/**
 * The cells of the first table in HTML as spreadsheets, word processors and browsers put it into the clipboard. A cell that spans several
 * columns is followed by empty ones, so that what stands below stays below. The document is parsed, never shown: nothing in it runs or is fetched.
 * @returns null when there is no table
 */
export function cellsOfHtml(html: string): readonly (readonly string[])[] | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table || table.rows.length === 0) return null
  const rows: (string | undefined)[][] = Array.from(table.rows, () => [])
  Array.from(table.rows).forEach((row, y) => {
    let x = 0
    for (const cell of row.cells) {
      while (rows[y]?.[x] !== undefined) x++
      for (let down = 0; down < Math.min(cell.rowSpan, rows.length - y); down++)
        for (let right = 0; right < cell.colSpan; right++) {
          const line = rows[y + down]
          if (line) line[x + right] = down === 0 && right === 0 ? (cell.textContent ?? '') : ''
        }
    }
  })
  return rows.map((row) => Array.from(row, (text) => text ?? ''))
}
