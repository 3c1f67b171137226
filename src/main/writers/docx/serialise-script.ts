/**
 * A planned script in WordprocessingML. What the library writes around the body (relationships, settings, font table, properties, the
 * archive) is replaced by `office-frame.ts`.
 */
import * as D from 'docx'
import type { Language } from '../../../shared/language'
import { withoutForbidden } from '../xml'
import { BodyWriter, pageOf, styleIds, styles } from './body-writer'
import { estimatePages } from './estimate-pages'
import type { Preset } from './presets'
import type { ScriptDocument, ScriptPiece } from './script-document'
import { scriptWords } from './script-words'

/** The script as a `.docx` of the library's making: right in its body, not yet in its frame. */
export function serialiseScript(script: ScriptDocument, preset: Preset, language: Language): Promise<Uint8Array> {
  const words = scriptWords[language]
  const writer = new BodyWriter(preset, language)
  const page = pageOf(preset)
  const hasHeadings = script.body.some(isHeading)
  const contents = hasHeadings ? [writer.paragraph({ kind: 'paragraph', style: 'contents-title', runs: [{ kind: 'text', text: words.contents }] }), new D.TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' })] : []

  return D.Packer.toBuffer(
    new D.Document({
      title: withoutForbidden(script.title),
      styles: styles(preset),
      footnotes: Object.fromEntries(script.notes.map((note, index) => [index + 1, { children: [new D.Paragraph({ style: styleIds.footnote.id, children: [writer.run({ kind: 'text', text: ` ${note}` })] })] }])),
      evenAndOddHeaderAndFooters: preset.pageNumber === 'dashes',
      pageNumbers: (written) => ({ bookmarks: headingPages(written, script, preset, language) }),
      sections: [
        { properties: page, children: [...script.opening.map((paragraph) => writer.paragraph(paragraph)), ...contents] },
        { properties: { ...page, page: { ...page.page, pageNumbers: { start: 1, formatType: D.NumberFormat.DECIMAL } }, type: D.SectionType.NEXT_PAGE }, footers: writer.footers(), children: writer.pieces(script.body) },
      ],
    }),
  )
}

/** The library names the bookmarks of headings as it comes to them: the n-th `_Toc…` of the body is the n-th heading's. */
function headingPages(written: D.IXmlableObject, script: ScriptDocument, preset: Preset, language: Language): ReadonlyMap<string, string> {
  const pages = estimatePages(script, preset, language)
  const headings = script.body.flatMap((piece, index) => (isHeading(piece) ? [pages[index]!] : []))
  const names = [...JSON.stringify(written).matchAll(/"w:bookmarkStart":.*?"w:name":"(_Toc\d+)"/g)].map(([, name]) => name!)
  return new Map(names.map((name, index) => [name, String(headings[index])]))
}

const isHeading = (piece: ScriptPiece): boolean => piece.kind === 'paragraph' && (piece.style === 'section' || piece.style === 'block')
