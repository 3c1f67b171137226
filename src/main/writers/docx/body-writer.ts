/** Paragraphs, tables and pictures in WordprocessingML. */
import { assertNever } from '../../../shared/assert-never'
import type { Language } from '../../../shared/language'
import type { AssetHash } from '../../../shared/model/ids'
import { Relationships } from '../opc-package'
import { el, fragment, text, type Xml } from '../xml'
import { columnWidths, textArea } from './page-measures'
import { drawing, type DrawnPicture } from './picture'
import type { Preset } from './presets'
import type { ScriptParagraph, ScriptPicture, ScriptPiece, ScriptRun, ScriptStyle, ScriptTable, SlideBeside } from './script-document'
import type { SheetMarks } from './sheet-document'
import { SLIDE_FRAME, SLIDE_OFFSET } from './slides-beside'
import { characterStyles, onOff, styleIds } from './styles-part'
import { type Cell, type Row, tableXml } from './table'
import { DOCUMENT } from './word-names'
import { twips } from './word-units'

/** What one paragraph has otherwise than its style asks. Measures in points; `line` is of one line of text, as high as it needs. */
type ParagraphChanges = {
  readonly keepNext?: boolean | undefined
  readonly newPage?: boolean | undefined
  readonly before?: number | undefined
  readonly after?: number | undefined
  readonly line?: 'single'
  readonly align?: 'left' | 'center' | 'right' | undefined
  readonly indent?: { readonly side: 'left' | 'right'; readonly by: number }
  readonly tab?: { readonly at: number; readonly leader?: 'dot' | 'underscore' }
}

/** A paragraph. Order of its properties as CT_PPrBase has it (ECMA-376-1 §17.3.1.26). */
export function paragraphXml(style: ScriptStyle, { keepNext, newPage, before, after, line, align, indent, tab }: ParagraphChanges, ...children: readonly (Xml | null)[]): Xml {
  const spacing = { 'w:before': before === undefined ? undefined : twips(before), 'w:after': after === undefined ? undefined : twips(after), 'w:line': line && 240, 'w:lineRule': line && 'auto' }
  return el(
    'w:p',
    {},
    el(
      'w:pPr',
      {},
      el('w:pStyle', { 'w:val': styleIds[style].id }),
      keepNext === undefined ? null : onOff('w:keepNext', keepNext),
      newPage ? el('w:pageBreakBefore') : null,
      tab === undefined ? null : el('w:tabs', {}, el('w:tab', { 'w:val': 'right', 'w:leader': tab.leader, 'w:pos': twips(tab.at) })),
      before === undefined && after === undefined && line === undefined ? null : el('w:spacing', spacing),
      indent === undefined ? null : el('w:ind', { [`w:${indent.side}`]: twips(indent.by) }),
      align === undefined ? null : el('w:jc', { 'w:val': align }),
    ),
    ...children,
  )
}

/** A run; none without content, so that every `w:t` holds a text. */
export const runXml = (properties: readonly (Xml | null)[], ...children: readonly (Xml | null)[]): Xml | null => {
  const content = fragment(...children)
  if (content === '') return null
  const said = fragment(...properties)
  return el('w:r', {}, said === '' ? null : el('w:rPr', {}, said), content)
}

/** Words of a run. Their spaces count wherever they stand. */
export const wordsXml = (words: string): Xml | null => {
  const written = text(words)
  return written === '' ? null : el('w:t', { 'xml:space': 'preserve' }, written)
}

/** What stands on a line to write on. */
export const blankText = (ems: number, language: Language): string => (language === 'zh-CN' ? IDEOGRAPHIC_SPACE : NO_BREAK_SPACE.repeat(4)).repeat(ems)

export type MediaPart = { readonly name: string; readonly hash: AssetHash }

/** Paragraphs and tables of one document, in one preset and language. Pictures, links and headings are numbered as they come. */
export class BodyWriter {
  /** Those that leave the document's part. */
  readonly relationships = new Relationships(DOCUMENT)
  readonly #media = new Map<string, MediaPart>()
  #pictures = 0
  #headings = 0
  /** @param bookmarked whether headings are marked `_Toc1` … for a table of contents */
  constructor(
    readonly preset: Preset,
    readonly language: Language,
    readonly bookmarked: boolean,
  ) {}

  /** The pictures of what was written so far, each once. */
  get media(): readonly MediaPart[] {
    return [...this.#media.values()]
  }

  /** @param width of the measure in points; the text area's without */
  pieces(pieces: readonly ScriptPiece[], width = textArea(this.preset.margins).width): Xml {
    const written = pieces.map((piece, index) => {
      switch (piece.kind) {
        case 'table':
          return this.table(piece, width)
        case 'picture':
          return this.picture(piece)
        case 'paragraph':
          return this.paragraph(piece, pieces[index - 1]?.kind === 'table')
        default:
          return assertNever(piece)
      }
    })
    return fragment(written, pieces.at(-1)?.kind === 'table' ? this.afterTable() : null)
  }

  /** Word wants a paragraph after the last table of a body or cell. */
  afterTable(): Xml {
    return paragraphXml('cell', {})
  }

  paragraph({ style, runs, keepNext, newPage, beside, after }: ScriptParagraph, afterTable = false): Xml {
    const before = afterTable && (this.preset.looks[style].before ?? 0) < TABLE_GAP ? TABLE_GAP : undefined
    const content = fragment(beside === undefined ? null : this.#slide(beside), this.runs(runs))
    return paragraphXml(style, { keepNext, newPage, before, after }, this.bookmarked && (style === 'section' || style === 'block') ? this.#bookmark(content) : content)
  }

  #bookmark(content: Xml): Xml {
    const id = (this.#headings += 1)
    return fragment(el('w:bookmarkStart', { 'w:id': id, 'w:name': bookmarkName(id) }), content, el('w:bookmarkEnd', { 'w:id': id }))
  }

  /** Two references to footnotes that follow each other are parted by a comma. */
  runs(runs: readonly ScriptRun[]): Xml {
    return fragment(runs.map((run, index) => [run.kind === 'note' && runs[index - 1]?.kind === 'note' ? runXml([RAISED], wordsXml(',')) : null, this.run(run)]))
  }

  run(run: ScriptRun): Xml | null {
    switch (run.kind) {
      case 'note':
        return runXml([characterStyle(characterStyles.note)], el('w:footnoteReference', { 'w:id': run.note }))
      case 'cue':
        return this.#words(run.text.replaceAll(' ', NO_BREAK_SPACE), { style: characterStyles.cue })
      case 'marker':
        return runXml([], wordsXml(run.text), el('w:tab'))
      case 'mark':
        return this.#words(run.text, { after: [RAISED] })
      case 'blank':
        return this.#words(blankText(run.ems, this.language), { after: [el('w:u', { 'w:val': 'single' })] })
      case 'label':
        return this.#words(run.text, { style: characterStyles.label })
      case 'text': {
        const { strong, emphasis, href, code } = run
        const after = [...(strong ? [el('w:b'), el('w:bCs')] : []), ...(emphasis ? [el('w:i'), el('w:iCs')] : [])]
        if (href === undefined || !/^(?:https?|mailto):/i.test(href)) return this.#words(run.text, { code, after })
        const words = this.#words(run.text, { style: characterStyles.link, code, after })
        return words && el('w:hyperlink', { 'r:id': this.relationships.toAddress('hyperlink', href), 'w:history': true }, words)
      }
      default:
        return assertNever(run)
    }
  }

  /**
   * In a Chinese script quotation marks, dashes and ellipses are Han punctuation, which only the hint tells Word (ECMA-376-1 §17.3.2.26):
   * Unicode gives Latin and Chinese ones the same code points.
   * @param looks its style, and properties `after` the typeface, where the schema has them
   */
  #words(words: string, { style, code, after = [] }: { readonly style?: string; readonly code?: boolean | undefined; readonly after?: readonly Xml[] }): Xml | null {
    const fonts = { ...(code ? MONOSPACED : {}), ...(this.language === 'zh-CN' ? { 'w:hint': 'eastAsia' } : {}) }
    return runXml([style === undefined ? null : characterStyle(style), Object.keys(fonts).length === 0 ? null : el('w:rFonts', fonts), ...after], wordsXml(words))
  }

  /** In the margin, so that no line of text gives way to it. A white slide would be lost on white paper without its frame. */
  #slide({ hash, width, height, alt }: SlideBeside): Xml | null {
    return this.#image(partOf(hash, 'image/png'), this.relationships, { width, height, alt, besides: { offset: SLIDE_OFFSET, frame: { colour: this.preset.table.rule, width: SLIDE_FRAME } } })
  }

  #image(part: MediaPart, relationships: Relationships, picture: Omit<DrawnPicture, 'id' | 'relationship'>): Xml | null {
    this.#media.set(part.name, part)
    return runXml([], drawing({ ...picture, id: (this.#pictures += 1), relationship: relationships.to('image', part.name) }))
  }

  /** A logo in a head, which is a part with `relationships` of its own. */
  logo({ hash, mime, width, height, alt }: NonNullable<SheetMarks['logo']>, relationships: Relationships): Xml | null {
    return this.#image({ name: `word/media/logo.${extensionOf(mime)}`, hash }, relationships, { width, height, alt })
  }

  picture({ hash, mime, width, height, crop, alt, keepNext }: ScriptPicture): Xml {
    // An exact pitch would cut the picture down to one line of text.
    return paragraphXml('picture', { line: 'single', keepNext: keepNext ? true : undefined }, this.#image(partOf(hash, mime), this.relationships, { width, height, alt, ...(crop === undefined ? {} : { crop }) }))
  }

  table(table: ScriptTable, measure = textArea(this.preset.margins).width): Xml {
    const row = (cells: readonly (readonly ScriptRun[])[], style: 'cell-head' | 'cell'): Row => ({
      unbroken: true,
      cells: cells.map((runs, column): Cell => ({ centred: true, content: paragraphXml(style, { align: table.align[column] === 'left' ? undefined : table.align[column] }, this.runs(runs)) })),
    })
    const widths = columnWidths(table, measure, this.preset.looks.cell.size, this.language)
    return tableXml('Figures', widths, row(table.header, 'cell-head'), table.rows.map((cells) => row(cells, 'cell')))
  }
}

/** What the contents find a heading by. @param heading its number in the document, from 1 */
export const bookmarkName = (heading: number): string => `_Toc${heading}`

const extensionOf = (mime: ScriptPicture['mime']): string => (mime === 'image/png' ? 'png' : 'jpeg')
const partOf = (hash: AssetHash, mime: ScriptPicture['mime']): MediaPart => ({ name: `word/media/${hash}.${extensionOf(mime)}`, hash })

const characterStyle = (id: string): Xml => el('w:rStyle', { 'w:val': id })
const RAISED = el('w:vertAlign', { 'w:val': 'superscript' })
const MONOSPACED = { 'w:ascii': 'Courier New', 'w:hAnsi': 'Courier New', 'w:cs': 'Courier New' }
/** A cue is taken in at one glance: it does not break at its spaces. */
const NO_BREAK_SPACE = '\u00a0'
const IDEOGRAPHIC_SPACE = '\u3000'
/** Points between a table and what follows it. */
const TABLE_GAP = 8
