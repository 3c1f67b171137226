import type { Localized } from '../../shared/language'
import type { TableRow } from '../../shared/model/table'
import type { Outcome } from '../../shared/outcome'
import type { DeckReading } from './read-deck-file'
import type { TemplateReading } from './template/read-template'
import type { DocumentReading } from './read-document'

/** What the engine asks of the reader's process: one file at a time, bytes in. `as` says what is wanted of it: a document, the slides of a presentation, its masters and layouts as a template, or the rows of a table. */
export type ReaderRequest = { readonly as: 'document' | 'deck' | 'table' | 'template'; readonly fileName: string; readonly bytes: Uint8Array }

/** What the reader's process answers: plain data out. `rss` is its memory afterwards, in bytes. */
export type ReaderReply =
  | { readonly type: 'read'; readonly reading: DocumentReading; readonly rss: number }
  | { readonly type: 'deck'; readonly reading: DeckReading; readonly rss: number }
  | { readonly type: 'template'; readonly reading: Outcome<TemplateReading>; readonly rss: number }
  | { readonly type: 'table'; readonly rows: readonly TableRow[]; readonly rss: number }
  | { readonly type: 'refused'; readonly code: string; readonly message: Localized; readonly rss: number }
  /** A defect of ours, as text: it is shown as such and never as the document's fault. */
  | { readonly type: 'failed'; readonly reason: string; readonly rss: number }
