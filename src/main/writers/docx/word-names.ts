/** Names that the parts of a document share. */
import { DRAWING, RELATIONSHIPS } from '../namespaces'
import type { Attributes } from '../xml'

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** What a drawing says it holds, and the namespace that is written in. */
export const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture'

/** Namespaces on the root of every part that holds paragraphs. */
export const storyNamespaces: Attributes = {
  'xmlns:w': W,
  'xmlns:r': RELATIONSHIPS,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': DRAWING,
  'xmlns:pic': PICTURE,
}

/** Parts that hold what a document says; those of heads and feet are numbered. */
export const DOCUMENT = 'word/document.xml'
export const FOOTNOTES = 'word/footnotes.xml'
/** What pages say above their text, the first one of a section apart; heads are numbered as a sheet has them (`sheet-files.ts`). */
export const RUNNING_HEAD = 'word/header1.xml'
export const FIRST_HEAD = 'word/header2.xml'
export const STYLES = 'word/styles.xml'
export const CORE_PROPERTIES = 'docProps/core.xml'
