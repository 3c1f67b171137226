import type { BlockContent, Inline, TableContent } from '../../../shared/model/block'
import { paragraph, runsOf, type ScriptPiece, type ScriptRun, type ScriptTable, text } from './script-document'
import type { ScriptWords } from './script-words'

/** The figures of a chart as a table, under a line that says their unit and where they come from. */
export function chartPieces(content: Extract<BlockContent, { kind: 'chart' }>, words: ScriptWords): readonly ScriptPiece[] {
  const [open, close] = words.brackets
  const ofLine = content.lineUnit === undefined ? '' : `${open}${content.lineUnit}${close}`
  const about = [content.unit === '' ? '' : words.unit + words.colon + content.unit, content.source === '' ? '' : words.dataSource + words.colon + content.source].filter((part) => part !== '')
  return [
    ...(about.length === 0 ? [] : [paragraph('caption', text(about.join(words.gap)))]),
    {
      kind: 'table',
      header: [[text('')], ...content.series.map(({ name }, index) => [text(name + (index === content.series.length - 1 ? ofLine : ''))])],
      rows: content.categories.map((category, row) => [[text(category)], ...content.series.map((series) => [text(series.values[row]?.toString() ?? '')])]),
      align: ['left', ...content.series.map(() => 'right' as const)],
    },
  ]
}

/** A table as shown. A row with fewer cells than the header is filled up, because Word repairs a ragged one. */
export function tableOf(table: TableContent): ScriptTable {
  const columns = Math.max(table.header.length, ...table.rows.map((row) => row.length))
  const filled = (row: readonly (readonly Inline[])[]): readonly (readonly ScriptRun[])[] => Array.from({ length: columns }, (_, column) => runsOf(row[column] ?? []))
  return { kind: 'table', header: filled(table.header), rows: table.rows.map(filled), align: Array.from({ length: columns }, (_, column) => table.align[column] ?? 'left') }
}
