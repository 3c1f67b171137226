/** What Excel would take for a formula it is to show: a file that somebody else filled must not run anything here. A number with its sign is none. */
const isFormula = (cell: string): boolean => /^(?:[=@\t\r]|[+-](?![\d\s().-]*$))/.test(cell)

const cellOf = (cell: string): string => {
  const safe = isFormula(cell) ? `'${cell}` : cell
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as separated values (RFC 4180) in UTF-8 with a byte order mark: without one, Excel takes Chinese for another encoding. */
export const writeCsv = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(`\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`)
