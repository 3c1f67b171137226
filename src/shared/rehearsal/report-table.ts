import type { Rehearsal } from '../model/rehearsal'
import { reportOf, type Compared } from './rehearsal-report'

/** The heads of the columns, and what a section without title and the last row are called. */
export type ReportWords = { readonly section: string; readonly block: string; readonly planned: string; readonly spoken: string; readonly difference: string; readonly opening: string; readonly total: string }

/** A rehearsal as rows for a spreadsheet, heads first, all times in whole seconds. */
export const reportTable = (rehearsal: Pick<Rehearsal, 'blocks'>, words: ReportWords): string[][] => {
  const { sections, ...whole } = reportOf(rehearsal)
  const times = ({ planned, spoken }: Compared): string[] => [planned, spoken, spoken - planned].map((seconds) => String(Math.round(seconds)))
  return [
    [words.section, words.block, words.planned, words.spoken, words.difference],
    ...sections.flatMap(({ title, blocks }) => blocks.map((block) => [title || words.opening, block.title, ...times(block)])),
    [words.total, '', ...times(whole)],
  ]
}

/** As spreadsheets take it from the clipboard. */
export const asTabs = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')

/** RFC 4180, with a byte order mark, without which Excel reads UTF-8 as the system's old encoding. A cell never begins a formula. */
export const asCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => `"${(/^[=+@-](?!\d+$)/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`
