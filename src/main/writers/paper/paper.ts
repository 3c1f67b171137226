import type { Language } from '../../../shared/language'
import type { AssetHash } from '../../../shared/model/ids'
import type { Preset } from '../docx/presets'
import type { ScriptDocument } from '../docx/script-document'
import type { SheetLook } from '../docx/sheet-look'
import { sheetPreset } from '../docx/sheet-preset'
import type { Sheet, SheetPiece } from '../docx/sheet-document'
import type { Xml } from '../xml'
import { headingsIn, PaperBody } from './paper-body'
import { paperStyle } from './paper-style'

/** A document for the print page, from the same plan as its `.docx`. */
export type Paper = {
  readonly title: string
  /** One element. */
  readonly xhtml: Xml
  readonly css: string
  /** Whether it names pages of its own. */
  readonly hasContents: boolean
  readonly pictures: readonly AssetHash[]
}

export const scriptPaper = (script: ScriptDocument, preset: Preset, language: Language): Paper => ({
  title: script.title,
  xhtml: new PaperBody(preset, language).script(script),
  css: paperStyle(preset, language, '', script.body.some((piece) => piece.kind === 'paragraph' && piece.beside !== undefined)),
  hasContents: headingsIn(script).length > 0,
  pictures: picturesIn(script.body),
})

/** @param sheet null gives null */
export function sheetPaper(kind: 'handout' | 'quiz', sheet: Sheet | null, language: Language, look?: SheetLook): Paper | null {
  if (sheet === null) return null
  const preset = sheetPreset(kind, language, look)
  return { title: sheet.title, xhtml: new PaperBody(preset, language).sheet(sheet), css: paperStyle(preset, language, sheet.runningHead), hasContents: false, pictures: [...(sheet.marks?.logo ? [sheet.marks.logo.hash] : []), ...picturesIn(sheet.body)] }
}

const picturesIn = (pieces: readonly SheetPiece[]): readonly AssetHash[] =>
  pieces.flatMap((piece) => (piece.kind === 'picture' ? [piece.hash] : piece.kind === 'paragraph' && piece.beside ? [piece.beside.hash] : piece.kind === 'notes-table' ? piece.rows.flatMap(picturesIn) : []))
