/** Slides drawn small in a broad left margin, each beside what is said while it stands. */
import type { Language } from '../../../shared/language'
import type { AssetHash } from '../../../shared/model/ids'
import type { Deck } from '../../../shared/slides/scene'
import { heightOf } from './estimate-pages'
import { pointsOfMillimetres } from './page-measures'
import type { Preset } from './presets'
import type { ScriptDocument, ScriptPiece, SlideBeside } from './script-document'

/** Millimetres: the edge of the page to a slide, the slide's room, and the space between it and the text; what remains at the other side. */
const COLUMN = { edge: 20, width: 44, height: 27, gap: 6, right: 22 }
/** Points between two slides, one above the other. */
const BETWEEN = 8

/** Points that a slide stands left of the text. */
export const SLIDE_OFFSET = pointsOfMillimetres(COLUMN.width + COLUMN.gap)

/** Points: thickness of the line around a slide. */
export const SLIDE_FRAME = 0.5

/** The preset with a margin that has room for slides. Text flows in what remains; no slide moves a line of it. */
export const withSlideMargin = (preset: Preset): Preset => ({ ...preset, margins: { ...preset.margins, left: COLUMN.edge + COLUMN.width + COLUMN.gap, right: COLUMN.right } })

/** The nth slide of a deck, from 1, as large as its room allows. `hash` names its picture. */
export function slideBeside({ size }: Pick<Deck, 'size'>, hash: AssetHash, alt: string): SlideBeside {
  const ratio = size.width / size.height
  const width = pointsOfMillimetres(Math.min(COLUMN.width, COLUMN.height * ratio))
  return { hash, alt, width, height: width / ratio }
}

/** The script with so much space between its paragraphs that no slide stands over the next. */
export function withRoomForSlides(script: ScriptDocument, preset: Preset, language: Language, width: number): ScriptDocument {
  const body = [...script.body]
  let from: number | null = null
  for (const [index, piece] of script.body.entries()) {
    const above = from === null ? undefined : body[from]
    const last = body[index - 1]
    if (slideOf(piece) === null) continue
    const slide = above && slideOf(above)
    if (slide && from !== null && last?.kind === 'paragraph') {
      const missing = slide.height + BETWEEN - heightOf(body.slice(from, index), width, preset, language)
      if (missing > 0) body[index - 1] = { ...last, after: (preset.looks[last.style].after ?? 0) + missing }
    }
    from = index
  }
  return { ...script, body }
}

const slideOf = (piece: ScriptPiece): SlideBeside | null => (piece.kind === 'paragraph' ? (piece.beside ?? null) : null)
