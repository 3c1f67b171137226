import type { Language } from '../../../shared/language'
import type { Talk } from '../../../shared/model/block'
import { writeZip } from '../../zip/write-zip'
import { packageEntries } from '../opc-package'
import type { DocumentPictures } from './document-pictures'
import { planHandout } from './plan-handout'
import { planQuiz } from './plan-quiz'
import { sheetFiles } from './sheet-files'
import type { Sheet } from './sheet-document'
import { sheetMarks, type SheetLook } from './sheet-look'
import { sheetPreset } from './sheet-preset'

export type WriteSheetOptions = {
  /** The language of the talk. */
  readonly language: Language
  readonly pictures: DocumentPictures
  /** The talk's own look; that of a plain report without. */
  readonly look?: SheetLook
  /** Written into the document's properties; nothing else in the file depends on the time. */
  readonly made: Date
}

/** What the handout or the quiz of a talk is planned as; null for the quiz of a talk that asks nothing. */
export function sheetOf(kind: 'handout' | 'quiz', talk: Talk, { language, pictures, look }: Omit<WriteSheetOptions, 'made'>): Sheet | null {
  const sheet = kind === 'handout' ? planHandout(talk, language, pictures.info) : planQuiz(talk, language)
  const marks = sheetMarks(look?.brand, pictures.info)
  return sheet === null || marks === null ? sheet : { ...sheet, marks }
}

/** The handout of a talk as the bytes of a `.docx` (`plan-handout.ts`). The same talk and options give the same bytes. */
export const writeHandout = (talk: Talk, options: WriteSheetOptions): Uint8Array => write('handout', sheetOf('handout', talk, options)!, options)

/** Question paper and key of a talk as the bytes of a `.docx` (`plan-quiz.ts`); null for a talk that asks nothing. */
export function writeQuiz(talk: Talk, options: WriteSheetOptions): Uint8Array | null {
  const sheet = sheetOf('quiz', talk, options)
  return sheet === null ? null : write('quiz', sheet, options)
}

const write = (kind: 'handout' | 'quiz', sheet: Sheet, { language, pictures, look, made }: WriteSheetOptions): Uint8Array =>
  writeZip(packageEntries(sheetFiles(sheet, sheetPreset(kind, language, look), { language, made, picture: pictures.bytes })))
