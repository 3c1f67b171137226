import type { Table } from 'mdast'
import type { BlockContent, TableContent } from '../model/block'
import type { Warning } from '../outcome'
import { inlinesOf, plainTextOf } from './inlines'
import { brokenTable } from './talk-warnings'

/** A GFM table with every row as wide as the widest, so that no cell is lost. `line` is the table's first line in the talk. */
export const tableOf = (node: Table, line: number, warnings: Warning[]): TableContent => {
  const [head, ...body] = node.children
  const columns = head?.children.length ?? 0
  const width = Math.max(columns, ...body.map((row) => row.children.length))
  body.forEach((row, index) => {
    if (row.children.length === columns) return
    const rowLine = line + (row.position?.start.line ?? 1) - (node.position?.start.line ?? 1)
    warnings.push(brokenTable(rowLine, `表格第 ${index + 1} 行有 ${row.children.length} 格，表头有 ${columns} 格。请补齐或删去多余的格。`, `Row ${index + 1} of the table has ${row.children.length} cells, its header ${columns}. Add or remove cells.`))
  })
  const cells = (row: Table['children'][number] | undefined) => Array.from({ length: width }, (_, index) => inlinesOf(row?.children[index]?.children ?? []))
  return { header: cells(head), rows: body.map(cells), align: Array.from({ length: width }, (_, index) => node.align?.[index] ?? null) }
}

/** The data of a chart: the first column names the categories, every further column is a series. */
export const chartDataOf = (table: TableContent, unit: string, line: number, warnings: Warning[]): Pick<Extract<BlockContent, { kind: 'chart' }>, 'categories' | 'series'> => {
  const categories = table.rows.map((row) => plainTextOf(row[0] ?? []))
  const series = table.header.slice(1).map((name, column) => ({
    name: plainTextOf(name),
    values: table.rows.map((row, index) => {
      const text = plainTextOf(row[column + 1] ?? [])
      const value = numberOf(text, unit)
      if (value === null && !/^[\s\-—–/]*$/.test(text)) warnings.push(brokenTable(line + 2 + index, `“${text}”不是数字，图表里这一格会空着。请写成数字，单位写在 unit 里。`, `“${text}” is not a number and stays empty in the chart. Write a number; the unit goes into “unit”.`))
      return value
    }),
  }))
  if (series.length === 0 || table.rows.length === 0)
    warnings.push(brokenTable(line, '图表的表格至少要有两列和一行数据：第一列是类别，后面各列是数字。', 'The table of a chart needs at least two columns and one row: categories first, then numbers.'))
  return { categories, series }
}

/** A number as people write it: full-width digits, thousands separators, a percent sign or the chart's own unit behind it. Null when it is none. */
export const numberOf = (text: string, unit = ''): number | null => {
  const half = text
    .trim()
    .replace(/[０-９．－＋，％]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/^[−–]/, '-')
  const bare = (unit !== '' && half.endsWith(unit) ? half.slice(0, -unit.length) : half.replace(/%$/, '')).trim()
  const digits = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : null
}

