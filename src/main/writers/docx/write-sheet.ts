import type { Language } from '../../../shared/language'
import type { Talk } from '../../../shared/model/block'
import type { DocumentPictures } from './document-pictures'
import { frameDocument } from './office-frame'
import { planHandout } from './plan-handout'
import { planQuiz } from './plan-quiz'
import { serialiseSheet } from './serialise-sheet'
import type { Sheet } from './sheet-document'
import { sheetPreset } from './sheet-preset'

export type WriteSheetOptions = {
  /** The language of the talk. */
  readonly language: Language
  readonly pictures: DocumentPictures
  /** Written into the document's properties; nothing else in the file depends on the time. */
  readonly made: Date
}

/** What the handout or the quiz of a talk is planned as; null for the quiz of a talk that asks nothing. */
export const sheetOf = (kind: 'handout' | 'quiz', talk: Talk, { language, pictures }: Omit<WriteSheetOptions, 'made'>): Sheet | null =>
  kind === 'handout' ? planHandout(talk, language, pictures.info) : planQuiz(talk, language)

/** The handout of a talk as the bytes of a `.docx` (`plan-handout.ts`). The same talk and options give the same bytes. */
export const writeHandout = (talk: Talk, options: WriteSheetOptions): Promise<Uint8Array> => write('handout', planHandout(talk, options.language, options.pictures.info), options)

/** Question paper and key of a talk as the bytes of a `.docx` (`plan-quiz.ts`); null for a talk that asks nothing. */
export async function writeQuiz(talk: Talk, options: WriteSheetOptions): Promise<Uint8Array | null> {
  const sheet = planQuiz(talk, options.language)
  return sheet === null ? null : write('quiz', sheet, options)
}

async function write(kind: 'handout' | 'quiz', sheet: Sheet, { language, pictures, made }: WriteSheetOptions): Promise<Uint8Array> {
  const preset = sheetPreset(kind, language)
  return frameDocument(await serialiseSheet(sheet, preset, language), { title: sheet.title, speaker: sheet.speaker, language, made, preset, picture: pictures.bytes })
}
