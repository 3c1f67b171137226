import type { ExportKind, ScriptPreset } from '../../../../shared/contract/talks'
import type { SchoolId } from '../../../../shared/model/school'

/** What a talk can be exported as: a document in one or more formats, each a kind of the contract. */
export const documents = [
  { document: 'slides', formats: [{ format: 'powerpoint', kind: 'slides' }, { format: 'pdf', kind: 'slides-pdf' }, { format: 'pictures', kind: 'slides-png' }] },
  { document: 'script', formats: [{ format: 'word', kind: 'script' }, { format: 'pdf', kind: 'script-pdf' }] },
  { document: 'handout', formats: [{ format: 'word', kind: 'handout' }, { format: 'pdf', kind: 'handout-pdf' }] },
  { document: 'quiz', formats: [{ format: 'word', kind: 'quiz' }, { format: 'pdf', kind: 'quiz-pdf' }] },
  { document: 'text', formats: [{ format: 'markdown', kind: 'markdown' }] },
] as const satisfies readonly { document: string; formats: readonly { format: string; kind: ExportKind }[] }[]

/** Documents whose pages are seen before they are exported. */
export const printedDocuments = ['script', 'handout', 'quiz'] as const
export type PrintedDocument = (typeof printedDocuments)[number]

const order: readonly ExportKind[] = documents.flatMap(({ formats }) => formats.map(({ kind }) => kind))

/** What a user who changes nothing gets. */
export const usual: ExportChoices = { kinds: ['slides', 'script'], preset: 'official', slidePictures: null, audiences: [], school: null }

export type ExportChoices = {
  readonly kinds: readonly ExportKind[]
  readonly preset: ScriptPreset
  /** Every slide, small, beside the script; null where the user leaves it to the layout. */
  readonly slidePictures: boolean | null
  /** A set of files for each; empty for the whole talk. */
  readonly audiences: readonly string[]
  /** In whose names, brand and cases; null for the talk's own. */
  readonly school: SchoolId | null
}

/** With a kind more or less, in the order in which they are offered. */
export const withKind = (kinds: readonly ExportKind[], kind: ExportKind, wanted: boolean): ExportKind[] => order.filter((one) => (one === kind ? wanted : kinds.includes(one)))

/** The official layout fixes its margins; a plain script is read at a desk, where slides help; large print is read at the lectern, where its words need the width. */
export const slidePicturesOf = ({ preset, slidePictures }: Pick<ExportChoices, 'preset' | 'slidePictures'>): boolean => preset !== 'official' && (slidePictures ?? preset === 'plain')

/** Does a browser have to draw it? That takes longer. */
export const isPrinted = (kind: ExportKind): boolean => kind.endsWith('-pdf') || kind.endsWith('-png')
