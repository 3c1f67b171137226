import type { BlockContent, Inline, TableContent } from '../../model/block'
import { emu, EMU_PER_POINT, points } from '../../units'
import { advancesOf } from '../break-lines'
import { heightOf, type ParagraphSpec, runsOf, setParagraphs, textItem, textOf, textStyle } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { splitParagraph } from '../flow'
import { breakUnits } from '../kinsoku'
import { type Area, boxOf, onBaseline } from '../page'
import type { SceneItem, SceneTable } from '../scene'
import type { ColourRole, Structure } from '../theme'
import { fittingSize } from './flowing-points'
import { pointSpecs, sizesFor } from './point-specs'
import { steadyWidth } from '../text-width'

type TableBlock = Extract<BlockContent, { kind: 'table' }>
type Cell = readonly ParagraphSpec[]
type Row = readonly Cell[]

const SIZE = 20
const MOST_ROWS = 7
/** Share of the page's body that a repeated header may take. */
const TALLEST_HEADER = 0.35
const INSET = { x: 12, y: 9 }
/** Air that a column of a small table gets beyond its text; more would tear name and figure apart. */
const MOST_SPARE = 150
/** Height that rows of a short table gain. */
const MOST_ROW_AIR = 18
const NUMBER = /^[+\-−±]?[\d,，.．]+\s*(%|％|‰|[\p{L}℃°]{0,3})$/u

const plain = (cell: readonly Inline[] | undefined): string => textOf(cell ?? []).trim()

/** Right for columns that hold numbers only, as their heads; otherwise what the author's table says, left when it says nothing. */
function alignments(table: TableContent, columns: number): ('left' | 'center' | 'right')[] {
  return Array.from({ length: columns }, (_, column) => {
    const values = table.rows.map((row) => plain(row[column])).filter((text) => text !== '' && text !== '—' && text !== '-')
    const numeric = values.length > 0 && values.every((text) => NUMBER.test(text))
    // The first column names the rows, even when it names them by year.
    return table.align[column] ?? (numeric && column > 0 ? 'right' : 'left')
  })
}

const cellSpecs = (inlines: readonly Inline[] | undefined, align: 'left' | 'center' | 'right', header: boolean, { table }: Structure): Cell => [
  { runs: runsOf(inlines ?? [], textStyle(SIZE, !header ? 'ink' : table === 'filled' ? 'paper' : 'accent-deep', { bold: header })), align },
]

const widthOfSpecs = (specs: Cell, context: LayoutContext): number => Math.max(0, ...specs.map(({ runs }) => advancesOf(runs, context.metrics).reduce((sum, advance) => sum + advance, 0)))

/** Widest unbreakable stretch of a cell: a column narrower than this would cut a word. */
const widestUnit = (specs: Cell, context: LayoutContext): number =>
  Math.max(
    0,
    ...specs.map(({ runs }) => {
      const advances = advancesOf(runs, context.metrics)
      return Math.max(0, ...breakUnits(textOf(runs)).map(({ start, end }) => advances.subarray(start, end).reduce((sum, advance) => sum + advance, 0)))
    }),
  )

/**
 * Column widths in points that sum up to `total`: every column gets its widest word, the rest is shared by how much text is waiting. A table whose text needs
 * less than the whole width keeps air between its columns.
 */
export function columnWidths(rows: readonly Row[], total: number, context: LayoutContext): number[] {
  const count = rows[0]?.length ?? 0
  const margin = 2 * INSET.x + 2
  const columns = Array.from({ length: count }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? [])
    const natural = Math.max(SIZE * 2, ...cells.map((cell) => widthOfSpecs(cell, context))) + margin
    return { natural, least: Math.min(natural, Math.max(SIZE * 2, ...cells.map((cell) => Math.min(widestUnit(cell, context), total * 0.4))) + margin) }
  })
  const sum = (of: (column: { natural: number; least: number }) => number): number => columns.reduce((all, column) => all + of(column), 0)
  const natural = sum((column) => column.natural)
  if (natural <= total) {
    const spare = Math.min(MOST_SPARE, (total - natural) / count)
    return columns.map((column) => column.natural + spare)
  }
  const least = sum((column) => column.least)
  if (least >= total) return columns.map((column) => (column.least / least) * total)
  // Long texts take more, but by the root of their length: one chatty column must not squeeze the rest into stacks of characters.
  const hunger = columns.map((column) => Math.sqrt(column.natural - column.least))
  const all = hunger.reduce((one, other) => one + other, 0)
  let widths = columns.map((column, index) => column.least + ((total - least) * (hunger[index] ?? 0)) / all)
  widths = widths.map((width, index) => Math.min(width, columns[index]?.natural ?? width))
  const spare = (total - widths.reduce((one, other) => one + other, 0)) / count
  return widths.map((width) => width + spare)
}

type SetRow = { readonly height: number; readonly cells: SceneTable['rows'][number]['cells'] }

function setRow(row: Row, widths: readonly number[], context: LayoutContext): SetRow {
  const cells = row.map((cell, column) => ({ paragraphs: setParagraphs(cell, measureOf(widths[column] ?? 0), context.metrics) }))
  const height = Math.max(...cells.map(({ paragraphs }) => heightOf(paragraphs))) + 2 * INSET.y
  return { height: onBaseline(height) < height ? onBaseline(height) + 6 : onBaseline(height), cells }
}

const measureOf = (columnWidth: number): number => Math.max(SIZE, columnWidth - 2 * INSET.x)

/** Cuts a row that is taller than a slide after as many lines as fit. */
function splitRow(row: Row, widths: readonly number[], height: number, context: LayoutContext): [Row, Row] {
  const lines = Math.max(1, Math.floor((height - 2 * INSET.y) / 27))
  const parts = row.map((cell, column) => cell.map((spec) => splitParagraph(spec, lines, measureOf(widths[column] ?? 0), context.metrics)))
  return [parts.map((cell) => cell.map(([head]) => head)), parts.map((cell) => cell.map(([, tail]) => tail))]
}

/** Every second row is striped, so that the eye keeps its row; ruled tables leave that to their rules. */
function rowFill(index: number, { table }: Structure): ColourRole | null {
  if (table === 'ruled') return null
  if (index === 0) return table === 'filled' ? 'accent' : 'accent-tint'
  return index % 2 === 0 ? 'neutral-1' : null
}

/** The rest of a header as a row: it no longer stands on the header's fill. */
const offHeader = (row: Row): Row => row.map((cell) => cell.map((spec) => ({ ...spec, runs: spec.runs.map((run) => (run.style.colour === 'paper' ? { ...run, style: { ...run.style, colour: 'accent-deep' as const } } : run)) })))

function tableItem(header: SetRow, rows: readonly SetRow[], widths: readonly number[], area: Area, context: LayoutContext): SceneTable {
  const plainHeight = [header, ...rows].reduce((sum, row) => sum + row.height, 0)
  const air = Math.max(0, Math.min(MOST_ROW_AIR, onBaseline((area.height * 0.8 - plainHeight) / (rows.length + 1) - 3)))
  const all = [header, ...rows].map((row) => ({ ...row, height: row.height + air }))
  const height = all.reduce((sum, row) => sum + row.height, 0)
  return {
    kind: 'table',
    name: 'table',
    box: boxOf({ ...area, width: widths.reduce((sum, width) => sum + width, 0), height }),
    columns: widths.map((width) => emu(width * EMU_PER_POINT)),
    rows: all.map((row, index) => ({
      height: emu(row.height * EMU_PER_POINT),
      header: index === 0,
      fill: rowFill(index, context.structure),
      cells: row.cells,
    })),
    inset: { x: emu(INSET.x * EMU_PER_POINT), y: emu(INSET.y * EMU_PER_POINT) },
    rule: 'neutral-2',
    heavyRule: context.structure.table === 'ruled' ? { colour: 'accent-deep', width: points(1.5) } : null,
    alt: context.title,
  }
}

export function layOutTable(content: TableBlock, context: LayoutContext): SlideDraft[] {
  const { table } = content
  const columns = Math.max(1, table.header.length, ...table.rows.map((row) => row.length))
  const align = alignments(table, columns)
  const row = (cells: readonly (readonly Inline[])[], header: boolean): Row => Array.from({ length: columns }, (_, column) => cellSpecs(cells[column], align[column] ?? 'left', header, context.structure))
  const header = row(table.header, true)
  const rows = table.rows.map((cells) => row(cells, false))

  let area = context.page.body
  const slides: SlideDraft[] = []
  let lead: SceneItem[] = []
  if (content.lead.length > 0) {
    const size = fittingSize(content.lead, { ...area, height: area.height * 0.35 }, [24, 22, 20], context) ?? 20
    const specs = pointSpecs(content.lead, sizesFor(size))
    const width = steadyWidth(area.width, specs, context.metrics)
    const paragraphs = setParagraphs(specs, width, context.metrics)
    const height = heightOf(paragraphs)
    lead = [textItem({ name: 'body', placeholder: 'body', area: { ...area, width, height } }, paragraphs)]
    const used = onBaseline(height + 20)
    if (used < area.height * 0.5) area = { ...area, y: area.y + used, height: area.height - used }
    else {
      slides.push({ layout: 'table', items: lead })
      lead = []
    }
  }

  const widths = columnWidths([header, ...rows], area.width, context)
  // A header that would fill the slide keeps its first lines, which every slide repeats; the rest stands as the first row.
  const mostHeader = context.page.body.height * TALLEST_HEADER
  const tall = setRow(header, widths, context).height > mostHeader
  const [top, bottom] = tall ? splitRow(header, widths, mostHeader, context) : [header, null]
  const head = setRow(top, widths, context)
  const first = { area, items: lead }
  const body = bottom ? [offHeader(bottom), ...rows] : rows
  const placeOf = (slide: number): Area => (slides.length + slide === 0 ? first.area : context.page.body)
  const fill = (most: number): SetRow[][] => fillTables(body, widths, most, (slide) => placeOf(slide).height - head.height, context)
  const filled = fill(Math.ceil(body.length / Math.ceil(body.length / MOST_ROWS)))
  // Rows are shared out evenly over the slides they need anyway: nine are five and four, not seven and two.
  const even = fill(Math.ceil(body.length / Math.max(1, filled.length)))
  const tables = even.length === filled.length ? even : filled
  return [
    ...slides,
    ...tables.map((set, slide): SlideDraft => ({ layout: 'table', items: [...(slides.length + slide === 0 ? first.items : []), tableItem(head, set, widths, placeOf(slide), context)] })),
  ]
}

/** Distributes rows over tables of at most `most` rows and of the height that `roomOf` each slide leaves; a row that is taller than a slide is cut at a line. */
function fillTables(rows: readonly Row[], widths: readonly number[], most: number, roomOf: (slide: number) => number, context: LayoutContext): SetRow[][] {
  const tables: SetRow[][] = [[]]
  let used = 0
  let waiting = [...rows]
  while (waiting.length > 0) {
    const table = tables.at(-1) ?? []
    const room = roomOf(tables.length - 1)
    const [next = [], ...others] = waiting
    const placed = setRow(next, widths, context)
    if (table.length < most && used + placed.height <= room) {
      table.push(placed)
      used += placed.height
      waiting = others
      continue
    }
    if (table.length === 0) {
      const [top, bottom] = splitRow(next, widths, room, context)
      table.push(setRow(top, widths, context))
      waiting = [bottom, ...others]
    }
    tables.push([])
    used = 0
  }
  return tables.at(-1)?.length === 0 && tables.length > 1 ? tables.slice(0, -1) : tables
}
