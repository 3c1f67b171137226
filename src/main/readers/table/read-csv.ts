import { CsvError, parse } from 'csv-parse/sync'
import { LecternError } from '../../../shared/outcome'
import { MOST_TABLE_ROWS, type TableRow } from '../../../shared/model/table'
import { decodeText } from '../text-encoding'
import { tooManyRows } from './refusals'

const unclosedQuote = (line: number, cause: unknown) =>
  new LecternError(
    'table-unclosed-quote',
    {
      'zh-CN': `第 ${line} 行起有一个引号没有配对，从那里开始分不清各格。请用 Excel 或 WPS 打开，另存为 CSV 或 .xlsx 后再导入。`,
      en: `From line ${line} on a quotation mark is not closed, so the cells cannot be told apart. Open the file in Excel or WPS, save it as CSV or .xlsx, and import that.`,
    },
    { cause },
  )

const delimiters = [',', ';', '\t', '，', '|'] as const

/** What separates the cells: Excel writes a semicolon where the comma is the decimal mark, and a tab in "Unicode text". The first line that has cells decides. */
const delimiterOf = (text: string): string => {
  const first = /^[^\n]*\S[^\n]*$/m.exec(text)?.[0].replaceAll(/"[^"]*"/g, '') ?? ''
  const counted = delimiters.map((delimiter) => ({ delimiter, count: first.split(delimiter).length - 1 }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}

/**
 * The rows of a text with separated values (RFC 4180, and what Excel makes of it): UTF-8 or UTF-16 with or without a byte order mark, GB18030; `sep=;` as first line;
 * quotes that stand where they should not. Rows without anything in them are passed over.
 * @throws LecternError `table-unclosed-quote`, `too-many-rows`, `not-a-document` for what is no text
 */
export function readCsv(bytes: Uint8Array): readonly TableRow[] {
  const { text } = decodeText(bytes)
  const named = /^sep=(.)\n/i.exec(text)
  const body = named === null ? text : text.slice(named[0].length)
  const before = named === null ? 0 : 1
  const rows: TableRow[] = []
  let ended = before
  // What the parser counts is where a record ends: one may go over several lines.
  const take = (cells: string[], { lines }: { readonly lines: number }): null => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: ended + 1, cells })
    ended = before + lines
    return null
  }
  try {
    parse(body, { delimiter: named?.[1] ?? delimiterOf(body), relax_quotes: true, relax_column_count: true, skip_empty_lines: false, to: MOST_TABLE_ROWS + 1, on_record: take })
  } catch (error) {
    if (error instanceof CsvError) throw unclosedQuote(ended + 1, error)
    throw error
  }
  if (rows.length > MOST_TABLE_ROWS) throw tooManyRows()
  return rows
}
