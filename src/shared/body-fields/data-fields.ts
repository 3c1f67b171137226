/** Figures as the fields of a form — how they are shown, and the table itself — and back into the Markdown of their material. */
import { chartTypes, type ChartType } from '../model/block'
import { splice } from '../markdown/splice'
import { writeDirective } from '../markdown/write-content'
import { emptyGrid, type Grid } from '../table-grid/grid'
import { findTable, writeTableInto } from '../table-grid/markdown-table'
import { directiveIn, openingOf } from './directive-in'
import { setAttribute } from './set-attribute'

/** `table` is a table as it stands; only a chart has a unit and a source, and only a combined one a unit of its line. */
export const dataViews = ['table', ...chartTypes] as const
export type DataView = 'table' | ChartType
export type DataFields = { readonly view: DataView; readonly unit: string; readonly lineUnit: string; readonly source: string; readonly grid: Grid }

export const readData = (body: string): DataFields => {
  const chart = directiveIn(body, 'chart')
  const { type = 'bar', unit = '', source = '', 'line-unit': lineUnit = '' } = chart?.attributes ?? {}
  return { view: chart === undefined ? 'table' : (chartTypes.find((known) => known === type) ?? 'bar'), unit, lineUnit, source, grid: findTable(body)?.grid ?? emptyGrid }
}

/** Whether something stands beside the table: that stays, and is edited as text. */
export const hasMoreThanData = (body: string): boolean => {
  const found = directiveIn(body, 'chart') ?? findTable(body)
  return (found === null ? body : `${body.slice(0, found.start)}${body.slice(found.end)}`).trim() !== ''
}

/** Writes the fields into the body: the table is wrapped into a chart, or taken out of one, and otherwise changed in its place. */
export const writeData = (body: string, fields: DataFields): string => {
  const before = readData(body)
  const withGrid = fields.grid === before.grid || isSameGrid(fields.grid, before.grid) ? body : writeTableInto(body, fields.grid)
  const { view, unit, lineUnit, source } = fields
  if (view === before.view && unit === before.unit && lineUnit === before.lineUnit && source === before.source) return withGrid
  const chart = directiveIn(withGrid, 'chart')
  if (chart === undefined) {
    if (view === 'table') return withGrid
    const whole = findTable(withGrid) === null ? writeTableInto(withGrid, fields.grid) : withGrid
    const table = findTable(whole)
    return table === null ? whole : splice(whole, { start: table.start, end: table.end, text: writeDirective('chart', { type: view, unit, 'line-unit': lineUnit, source }, whole.slice(table.start, table.end)) })
  }
  if (view === 'table') return splice(withGrid, { start: chart.start, end: chart.end, text: withGrid.slice(chart.innerStart, chart.innerEnd) })
  const opening = openingOf(withGrid, chart)
  const changed = [['type', view === before.view ? null : view] as const, ['unit', unit === before.unit ? null : unit] as const, ['line-unit', lineUnit === before.lineUnit ? null : lineUnit] as const, ['source', source === before.source ? null : source] as const]
  return splice(withGrid, { start: chart.start, end: chart.start + opening.length, text: changed.reduce((fence, [key, value]) => (value === null ? fence : setAttribute(fence, key, value)), opening) })
}

const isSameGrid = (a: Grid, b: Grid): boolean => a.rows.length === b.rows.length && a.align.length === b.align.length && a.align.every((side, at) => side === b.align[at]) && a.rows.every((row, y) => row.every((cell, x) => cell === b.rows[y]?.[x]))
