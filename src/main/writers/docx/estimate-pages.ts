import type { Language } from '../../../shared/language'
import { rememberRounds } from '../../../shared/remember-rounds'
import { countLines } from './count-lines'
import type { Preset } from './presets'
import { CELL_MARGINS, columnWidths, textArea } from './page-measures'
import type { ScriptDocument, ScriptPiece, ScriptRun } from './script-document'

/** A stretch that flows over pages: the lines of a paragraph, or a row of a table. Lengths in points. */
type Flow = {
  readonly piece: number
  readonly lines: number
  readonly pitch: number
  readonly before: number
  readonly after: number
  readonly keepNext: boolean
  readonly keepLines: boolean
  /** Height of the footnotes that its last line refers to. */
  readonly notes: number
}

/** The rule above the footnotes of a page; `footnotes-part.ts` gives it this pitch. */
export const NOTE_SEPARATOR = 6
/** Inner margins and rule of a table row. */
const ROW_EXTRA = 4.5
/** A picture stands on the line; the descenders of its line's type hang beneath. */
const PICTURE_EXTRA = 4

/**
 * The page, from 1, on which each piece of the body begins. Every pitch is exact and Han text has exact widths, so this can be told without
 * a typeface; where Latin text or a table is set wider or narrower it may be a page off until the reader updates the contents.
 * (`docx/layout` lays out pages too: it took 93 % of an export's time and measures no typeface of ours.)
 */
export const estimatePages = (script: ScriptDocument, preset: Preset, language: Language): readonly number[] => pagesOf(script, preset, (piece, index) => flowsOf(piece, index, script.notes, textArea(preset.margins).width, preset, language))

/** {@link estimatePages} for many scripts that have most of their pieces in common: one that the script before had, too, is not measured again. */
export function pageEstimator(preset: Preset, language: Language): (script: ScriptDocument) => readonly number[] {
  const { width } = textArea(preset.margins)
  const measured = rememberRounds((_key, piece: ScriptPiece, notes: readonly string[]) => flowsOf(piece, 0, notes, width, preset, language))
  /** By the pieces themselves, where they are the same objects. */
  const known = new WeakMap<ScriptPiece, { readonly cited: string; readonly flows: readonly Flow[] }>()
  return (script) => {
    measured.next()
    return pagesOf(script, preset, (piece, index) => {
      const cited = piece.kind === 'paragraph' ? piece.runs.flatMap((run) => (run.kind === 'note' ? [script.notes[run.note - 1]] : [])).join('\n') : ''
      const before = known.get(piece)
      const flows = before?.cited === cited ? before.flows : measured.get(JSON.stringify([piece, cited]), piece, script.notes)
      if (flows !== before?.flows) known.set(piece, { cited, flows })
      return flows.map((flow) => ({ ...flow, piece: index }))
    })
  }
}

function pagesOf({ body }: ScriptDocument, preset: Preset, measure: (piece: ScriptPiece, index: number) => readonly Flow[]): readonly number[] {
  const area = textArea(preset.margins)
  const flows = body.flatMap(measure)
  const pages: number[] = []
  let page = 1
  let y = 0
  let noteHeight = 0
  let after = 0
  const room = (): number => area.height - y - noteHeight
  const turn = (): void => {
    page += 1
    y = 0
    noteHeight = 0
  }
  for (const [index, flow] of flows.entries()) {
    const chainStarts = index === 0 || !flows[index - 1]!.keepNext
    // Of the space after one paragraph and before the next the larger counts, as in HTML (§17.15.3.21 names the exception, which we do not ask for).
    const gap = Math.max(after, flow.before)
    if (chainStarts && y > 0) {
      const needed = gap + heightKept(flows, index, preset)
      if (needed > room() && needed <= area.height) turn()
    }
    // At the top of a page that the text itself has filled there is none.
    if (y > 0 || page === 1) y += gap
    let left = flow.lines
    let first = true
    while (left > 0) {
      const fit = Math.min(left, linesThatFit(flow, left, first, room(), area.height, y === 0, preset.widowControl))
      if (fit === 0) {
        turn()
        continue
      }
      if (first) pages[flow.piece] ??= page
      first = false
      y += fit * flow.pitch
      left -= fit
      if (left > 0) turn()
    }
    if (flow.notes > 0) noteHeight += flow.notes + (noteHeight === 0 ? NOTE_SEPARATOR : 0)
    after = flow.after
  }
  return pages
}

/** Points that pieces take one under the other in a measure of `width` points. */
export const heightOf = (pieces: readonly ScriptPiece[], width: number, preset: Preset, language: Language): number =>
  pieces.flatMap((piece, index) => flowsOf(piece, index, [], width, preset, language)).reduce((height, flow) => height + flow.lines * flow.pitch + Math.max(flow.before, flow.after), 0)

/** Height that must stand on one page from `start` on, without the space before: everything kept with its next, and the least of what ends the chain. */
function heightKept(flows: readonly Flow[], start: number, preset: Preset): number {
  let height = 0
  for (let index = start; index < flows.length; index += 1) {
    const flow = flows[index]!
    if (index > start) height += Math.max(flows[index - 1]!.after, flow.before)
    if (!flow.keepNext) return height + (flow.keepLines ? flow.lines : Math.min(flow.lines, preset.widowControl ? 2 : 1)) * flow.pitch
    height += flow.lines * flow.pitch + flow.notes
  }
  return height
}

function linesThatFit(flow: Flow, left: number, first: boolean, room: number, height: number, atTop: boolean, widowControl: boolean): number {
  // A rounding error must not cost a line: 22 lines of 28.95 pt fill 225 mm to the hair.
  const lines = (points: number): number => Math.floor((points + 0.5) / flow.pitch)
  const all = lines(room) >= left
  if (all && (flow.notes === 0 || room - left * flow.pitch >= flow.notes + NOTE_SEPARATOR || atTop)) return left
  // The line that refers to a footnote goes to the page that has room for both.
  let fit = all ? left - 1 : lines(room)
  if (first && flow.keepLines && left * flow.pitch <= height) fit = 0
  if (widowControl && left - fit === 1) fit -= 1
  if (widowControl && first && fit === 1 && left > 1) fit = 0
  return atTop ? Math.max(1, fit) : Math.max(0, fit)
}

function flowsOf(piece: ScriptPiece, index: number, notes: readonly string[], width: number, preset: Preset, language: Language): readonly Flow[] {
  if (piece.kind === 'paragraph') {
    const look = preset.looks[piece.style]
    return [
      {
        piece: index,
        lines: countLines(piece.runs, look, width, preset, language),
        pitch: look.pitch,
        before: look.before ?? 0,
        after: piece.after ?? look.after ?? 0,
        keepNext: piece.keepNext ?? look.keepNext ?? false,
        keepLines: look.keepLines ?? false,
        notes: notesHeight(piece.runs, notes, width, preset, language),
      },
    ]
  }
  if (piece.kind === 'picture') {
    const { before = 0, after = 0 } = preset.looks.picture
    return [{ piece: index, lines: 1, pitch: piece.height + PICTURE_EXTRA, before, after, keepNext: piece.keepNext, keepLines: true, notes: 0 }]
  }
  const columns = columnWidths(piece, width, preset.looks.cell.size, language)
  return [piece.header, ...piece.rows].map((row, rowIndex) => {
    const look = preset.looks[rowIndex === 0 ? 'cell-head' : 'cell']
    const lines = Math.max(1, ...row.map((cell, column) => countLines(cell, look, columns[column]! - CELL_MARGINS, preset, language)))
    return { piece: index, lines: 1, pitch: lines * look.pitch + ROW_EXTRA, before: 0, after: 0, keepNext: rowIndex === 0, keepLines: true, notes: 0 }
  })
}

const notesHeight = (runs: readonly ScriptRun[], notes: readonly string[], width: number, preset: Preset, language: Language): number =>
  runs.reduce((height, run) => (run.kind === 'note' ? height + countLines([{ kind: 'text', text: ` ${notes[run.note - 1] ?? ''}` }], preset.looks.footnote, width, preset, language) * preset.looks.footnote.pitch : height), 0)
