import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellMarkdown } from '../../../src/shared/table-grid/cell-markdown'
import { cellsOfText } from '../../../src/shared/table-grid/cells-of-text'
import { emptyGrid, withCell, withCells, withColumnMoved, withoutColumn, withoutRow, withRow, withRowMoved, type Grid } from '../../../src/shared/table-grid/grid'
import { findTable, writeTableInto } from '../../../src/shared/table-grid/markdown-table'
import { numericColumns } from '../../../src/shared/table-grid/numeric-columns'

const chart = `前面的话。

:::chart{type=bar unit=所}
| 年份 | 学校数 |
| --- | ---: |
|2024|12|
| 2025   | 30 |
:::

后面的话。
`
const gridIn = (markdown: string): Grid => {
  const found = findTable(markdown)
  if (found === null) throw new Error(`No table in ${markdown}`)
  return found.grid
}

describe('the table of a text', () => {
  it('is found inside a directive, whose closing fence is none of its rows', () => expect(gridIn(chart)).toEqual({ rows: [['年份', '学校数'], ['2024', '12'], ['2025', '30']], align: [null, 'right'] }))

  it('keeps the Markdown of its cells, a pipe bare', () => expect(gridIn('| **甲** | `a\\|b` |\n| - | - |\n| c\\|d |').rows).toEqual([['**甲**', '`a|b`'], ['c|d', '']]))

  it('keeps a cell that its header has no column for', () => expect(gridIn('| 甲 |\n| - |\n| 1 | 2 |').rows).toEqual([['甲', ''], ['1', '2']]))

  it('is none in a fence of code', () => expect(findTable('```\n| 甲 |\n| - |\n```')).toBeNull())
})

describe('writing a table into its text', () => {
  it('changes no byte when nothing was changed', () => expect(writeTableInto(chart, gridIn(chart))).toBe(chart))

  it('changes only the line of the cell', () => expect(writeTableInto(chart, withCell(gridIn(chart), 2, 1, '31'))).toBe(chart.replace('| 2025   | 30 |', '| 2025 | 31 |')))

  it('lets a row that moved keep its spelling', () => expect(writeTableInto(chart, withRowMoved(gridIn(chart), 1, 2))).toBe(chart.replace('|2024|12|\n| 2025   | 30 |', '| 2025   | 30 |\n|2024|12|')))

  it('keeps the line endings of Windows', () => expect(writeTableInto('甲\r\n\r\n| a |\r\n| - |\r\n', withRow(gridIn('甲\r\n\r\n| a |\r\n| - |\r\n'), 1))).toBe('甲\r\n\r\n| a |\r\n| - |\r\n|  |\r\n'))

  it('sets it behind a text that has none', () => expect(writeTableInto('一句话。', withCell(emptyGrid, 0, 0, '年份'))).toBe('一句话。\n\n| 年份 |  |\n| --- | --- |\n|  |  |\n'))

  it('reads again as the grid that was written, whatever stands in its cells', () => {
    const character = fc.constantFrom('甲', 'a', ' ', '|', '\\', '`', '*', '-', ':', '&', '<', '[', '"', '~')
    const cell = fc.string({ unit: character, maxLength: 8 }).filter((text) => stays(text))
    const grid = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.record({ rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }), align: fc.array(fc.constantFrom('left', 'center', 'right', null), { minLength: width, maxLength: width }) }),
    )
    fc.assert(
      fc.property(grid, (given) => {
        expect(gridIn(writeTableInto('前面。\n', given))).toEqual(given)
      }),
    )
  })
})

/** What a cell cannot say in two ways: blank ends, several blanks in a row, a pipe that is escaped already. */
const stays = (text: string): boolean => text === text.replace(/\s+/g, ' ').trim() && !/(?<!\\)(?:\\\\)*\\\|/.test(text)

describe('a grid', () => {
  const grid: Grid = { rows: [['甲', '乙'], ['1', '2']], align: ['left', 'right'] }
  it('moves a column with its alignment', () => expect(withColumnMoved(grid, 0, 1)).toEqual({ rows: [['乙', '甲'], ['2', '1']], align: ['right', 'left'] }))
  it('keeps its last row and its last column', () => {
    expect(withoutRow(withoutRow(grid, 1), 0).rows).toEqual([['甲', '乙']])
    expect(withoutColumn(withoutColumn(grid, 1), 0).rows).toEqual([['甲'], ['1']])
  })
  it('moves nothing past its edge', () => expect(withRowMoved(grid, 1, 2)).toBe(grid))
  it('grows for what is laid over it', () => expect(withCells(grid, 1, 1, [['a', 'b'], ['c']])).toEqual({ rows: [['甲', '乙', ''], ['1', 'a', 'b'], ['', 'c', '']], align: ['left', 'right', null] }))
})

describe('cells copied from a spreadsheet', () => {
  it('are told apart by tabs and line ends', () => expect(cellsOfText('年份\t学校数\r\n2024\t12\r\n')).toEqual([['年份', '学校数'], ['2024', '12']]))
  it('may hold line ends and quotation marks between quotation marks', () => expect(cellsOfText('"两\n行"\t"说""好"""\n')).toEqual([['两 行', '说"好"']]))
  it('keep a quotation mark that opens nothing', () => expect(cellsOfText('"甲"乙\t丙')).toEqual([['"甲"乙', '丙']]))
  it('keep empty ones', () => expect(cellsOfText('\t1\n2\t')).toEqual([['', '1'], ['2', '']]))
  it('are no table when there is only one', () => expect(cellsOfText('一句话\n')).toBeNull())
})

describe('a text pasted into a cell', () => {
  it('stays as it is where it reads as itself', () => expect(['12.5%', '3 * 4', 'a_b', '甲 < 乙'].map(cellMarkdown)).toEqual(['12.5%', '3 * 4', 'a_b', '甲 < 乙']))
  it('is escaped where it would read otherwise', () => expect(cellMarkdown('3*4*5')).toBe('3\\*4\\*5'))
  it('is one line', () => expect(cellMarkdown('两\n行 ')).toBe('两 行'))
})

describe('a column of numbers', () => {
  const grid: Grid = { rows: [['年份', '学校数', '说明'], ['2024', '1,200 所', ''], ['2025', '', '']], align: [null, null, null] }
  it('is one with nothing but numbers below its header, the unit behind them or not', () => expect(numericColumns(grid, '所')).toEqual([true, true, false]))
  it('is none with a word in it', () => expect(numericColumns(grid)).toEqual([true, false, false]))
})
