import { el, type Xml } from '../xml'
import { bookmarkName, paragraphXml, wordsXml } from './body-writer'
import { field, instruction } from './field'
import { textArea } from './page-measures'
import type { Preset } from './presets'
import { FLAT } from './section'

/** A heading and the page it stands on. */
export type ContentsEntry = { readonly style: 'contents-1' | 'contents-2'; readonly words: Xml | null; readonly page: number }

/**
 * A table of contents as Word makes one (ECMA-376-1 §17.16.5.68): right as it stands, and brought up to date by the reader's F9 when the document was changed.
 * The nth entry leads to the nth bookmarked heading.
 * @param title what Word calls it when it is selected
 */
export function contentsXml(title: string, entries: readonly ContentsEntry[], { margins }: Preset): Xml {
  const { width } = textArea(margins)
  const line = ({ style, words, page }: ContentsEntry, index: number): Xml =>
    paragraphXml(
      style,
      { tab: { at: width, leader: 'dot' } },
      index === 0 ? el('w:r', {}, field('begin'), instruction('TOC \\h \\o "1-2"'), field('separate')) : null,
      el(
        'w:hyperlink',
        { 'w:anchor': bookmarkName(index + 1), 'w:history': true },
        words,
        el('w:r', {}, el('w:tab')),
        el('w:r', {}, field('begin'), instruction(`PAGEREF ${bookmarkName(index + 1)} \\h`), field('separate'), wordsXml(String(page)), field('end')),
      ),
    )
  return el(
    'w:sdt',
    {},
    el('w:sdtPr', {}, el('w:alias', { 'w:val': title }), el('w:docPartObj', {}, el('w:docPartGallery', { 'w:val': 'Table of Contents' }), el('w:docPartUnique'))),
    el('w:sdtContent', {}, entries.map(line), el('w:p', {}, el('w:pPr', {}, FLAT), el('w:r', {}, field('end')))),
  )
}
