import type { Language } from '../../../shared/language'
import { breakUnits } from '../../../shared/slides/kinsoku'
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

/** Points that the inner margins of a cell take. */
export const CELL_MARGINS = 10
/** How much wider than regular letters bold ones are at most. */
const BOLDER = 1.12
/** Cells up to so many ems stay on one line: `Week 12`. */
const SHORT = 5
/** Ems from which on a column gets no wider for the length of its cells. */
const WIDEST = 24

/**
 * Points of `total` for each column: as its longest cell asks, and where that is more than there is, no column narrower than its longest
 * word, or a short cell, as long as all of these fit.
 * @param size of the cells' type, in points
 */
export function columnWidths(table: ScriptTable, total: number, size: number, language: Language): readonly number[] {
  const emsIn = (text: string): number => Array.from(text).reduce((ems, character) => ems + emsOf(character, language, 'swiss'), 0)
  const longestPart = (text: string): number => (emsIn(text) <= SHORT ? emsIn(text) : Math.max(0, ...breakUnits(text).map(({ start, end }) => emsIn(text.slice(start, end)))))
  const columns = table.align.map((_, column) => [table.header, ...table.rows].map((row) => textIn(row[column] ?? [])))
  const pointsOf = (ems: number): number => Math.max(1, Math.min(WIDEST, ems)) * BOLDER * size + CELL_MARGINS
  const wanted = columns.map((cells) => pointsOf(Math.max(...cells.map(emsIn))))
  const least = columns.map((cells) => pointsOf(Math.max(...cells.map(longestPart))))
  const [allWanted, allLeast] = [sum(wanted), sum(least)]
  if (allWanted <= total) return wanted.map((width) => (width * total) / allWanted)
  if (allLeast >= total) return least.map((width) => (width * total) / allLeast)
  return wanted.map((width, column) => least[column]! + ((width - least[column]!) * (total - allLeast)) / (allWanted - allLeast))
}

const textIn = (runs: readonly ScriptRun[]): string => runs.map((run) => ('text' in run ? run.text : '')).join('')
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
