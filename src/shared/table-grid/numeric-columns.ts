import { numberOf } from '../markdown/flow-table'
import type { Grid } from './grid'

/**
 * Which columns hold nothing but numbers below their header, and at least one: those stand to the right, as in a spreadsheet.
 * @param unit what may stand behind a number without making it a word
 */
export const numericColumns = ({ rows, align }: Grid, unit = ''): readonly boolean[] =>
  align.map((_, column) => {
    const cells = rows.slice(1).map((row) => row[column]?.trim() ?? '')
    return cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || numberOf(cell, unit) !== null)
  })
