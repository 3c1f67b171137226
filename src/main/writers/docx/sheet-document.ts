import type { ScriptPicture, ScriptPiece } from './script-document'

/**
 * Paper for the audience, to write on: a handout or a quiz. It has no contents and no footnotes; the running head says from its second
 * page on whose it is.
 */
export type Sheet = {
  /** For the document's properties and the running head. */
  readonly title: string
  readonly speaker: string
  readonly runningHead: string
  /** Above the first page. */
  readonly marks?: SheetMarks
  readonly body: readonly SheetPiece[]
}

/** Whose sheet it is: the name of a series, and a logo in points. */
export type SheetMarks = { readonly series: string; readonly logo: Pick<ScriptPicture, 'hash' | 'mime' | 'width' | 'height' | 'alt'> | null }

/** Empty lines to write on, over the whole measure. */
export type RuledLines = { readonly kind: 'ruled-lines'; readonly count: number }

/** What was shown on the left, row by row, and lines beside it; each row has at least as many lines as its content is high. */
export type NotesTable = {
  readonly kind: 'notes-table'
  readonly head: readonly [content: string, notes: string]
  readonly rows: readonly (readonly ScriptPiece[])[]
}

export type SheetPiece = ScriptPiece | RuledLines | NotesTable
