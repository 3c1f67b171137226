import type { Language } from '../../../shared/language'
import { emsOf } from './character-width'
import type { Preset } from './presets'
import type { ScriptRun, ScriptTable } from './script-document'

/** A4 in millimetres (ISO 216). */
export const PAPER = { width: 210, height: 297 }

export const pointsOfMillimetres = (millimetres: number): number => (millimetres / 25.4) * 72

/** What the margins leave of the page, in points. */
export const textArea = ({ top, bottom, left, right }: Preset['margins']): { readonly width: number; readonly height: number } => ({
  width: pointsOfMillimetres(PAPER.width - left - right),
  height: pointsOfMillimetres(PAPER.height - top - bottom),
})

/** Ems that the inner margins of a cell and the greater width of a bold head take. */
const CELL_MARGINS = 1.5

/** Shares of `total` for each column, in its unit: in proportion to the longest cell, but none so narrow that its words break at every letter. */
export function columnWidths(table: ScriptTable, total: number, language: Language): readonly number[] {
  const lengthOf = (runs: readonly ScriptRun[]): number => runs.reduce((sum, run) => sum + (run.kind === 'note' ? 0 : Array.from(run.text).reduce((ems, character) => ems + emsOf(character, language, 'swiss'), 0)), 0)
  const longest = table.align.map((_, column) => Math.max(...[table.header, ...table.rows].map((row) => lengthOf(row[column] ?? []))))
  const weights = longest.map((length) => Math.min(24, Math.max(4, length + CELL_MARGINS)))
  const sum = weights.reduce((one, other) => one + other, 0)
  return weights.map((weight) => (total * weight) / sum)
}
