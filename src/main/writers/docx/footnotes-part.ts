import { el, type Xml } from '../xml'
import { paragraphXml, runXml } from './body-writer'
import { NOTE_SEPARATOR } from './estimate-pages'
import { characterStyles } from './styles-part'
import { storyNamespaces } from './word-names'
import { twips } from './word-units'

/** Ids of the notes that hold the rules above footnotes, of the first page and of those that a note goes on to (ECMA-376-1 §17.11.9). */
export const SEPARATORS = { separator: -1, continuationSeparator: 0 } as const

/** `word/footnotes.xml` (§17.11.15). @param notes the words of each, numbered from 1 */
export const footnotesPart = (notes: readonly (Xml | null)[]): Xml =>
  el(
    'w:footnotes',
    storyNamespaces,
    Object.entries(SEPARATORS).map(([type, id]) => el('w:footnote', { 'w:type': type, 'w:id': id }, el('w:p', {}, el('w:pPr', {}, LOW), el('w:r', {}, el(`w:${type}`))))),
    notes.map((note, index) => el('w:footnote', { 'w:id': index + 1 }, paragraphXml('footnote', {}, runXml([el('w:rStyle', { 'w:val': characterStyles.note })], el('w:footnoteRef')), note))),
  )

/** A rule in a paragraph of body type would stand as high as a line of text. */
const LOW = el('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': twips(NOTE_SEPARATOR), 'w:lineRule': 'exact' })
