import type { Language } from '../../../shared/language'
import { heightOf } from './estimate-pages'
import { textArea } from './page-measures'
/** Measures of the table for notes, in the `.docx` and on printed pages alike. */
import type { Preset } from './presets'
import type { ScriptPiece } from './script-document'

/** Share of the measure that the content takes, the notes the rest. */
export const CONTENT_SHARE = 0.56
/** Points between the edges of a cell and what stands in it. */
export const INSET = { x: 8, y: 7 }
/** A row that takes more of a page than this may be broken over two. */
export const UNBROKEN = 0.45
/** A row has room for at least so many lines of notes. */
const LEAST_LINES = 3

/** How many lines stand beside content of this height, and the points from one to the next. */
export function notesLines(height: number, { looks }: Preset): { readonly count: number; readonly pitch: number } {
  const { pitch: own, before = 0 } = looks['ruled-line']
  const pitch = own + before
  return { count: Math.max(LEAST_LINES, Math.floor(height / pitch)), pitch }
}

/** How a row is built around its content: `width` of what stands in it, in points, `lines` beside it, and whether it must stay on one page. */
export function notesRow(content: readonly ScriptPiece[], preset: Preset, language: Language): { readonly width: number; readonly lines: number; readonly unbroken: boolean } {
  const area = textArea(preset.margins)
  const width = area.width * CONTENT_SHARE - 2 * INSET.x
  const height = heightOf(content, width, preset, language)
  const { count, pitch } = notesLines(height, preset)
  return { width, lines: count, unbroken: Math.max(height, count * pitch) < area.height * UNBROKEN }
}
