/** A planned script, handout or quiz as XHTML for the print page; `paper-style.ts` says how each style looks. */
import { assertNever } from '../../../shared/assert-never'
import type { Language } from '../../../shared/language'
import { PRINT_PAGE_OF, PRINT_PICTURE } from '../../../shared/printing/print-job'
import { heightOf } from '../docx/estimate-pages'
import { CONTENT_SHARE, INSET, notesLines, UNBROKEN } from '../docx/notes-table'
import { columnWidths, textArea } from '../docx/page-measures'
import type { Preset } from '../docx/presets'
import type { ScriptDocument, ScriptParagraph, ScriptPiece, ScriptRun, ScriptStyle, ScriptTable, SlideBeside } from '../docx/script-document'
import { scriptWords } from '../docx/script-words'
import type { NotesTable, Sheet, SheetMarks, SheetPiece } from '../docx/sheet-document'
import { el, type Child, text, type Xml } from '../xml'

const XHTML = 'http://www.w3.org/1999/xhtml'

/** The elements of styles that are more than a paragraph: what a screen reader and a PDF's outline go by. */
const elements: Partial<Record<ScriptStyle, string>> = { title: 'h1', section: 'h2', block: 'h3', 'contents-title': 'h2', quote: 'blockquote' }

/** Punctuation that Latin and Chinese share code points for: in a Chinese text it belongs to the Chinese typeface, a whole em wide. */
const HAN_PUNCTUATION = /([“”‘’—…·]+)/

const image = ({ hash, alt, width, height }: NonNullable<SheetMarks['logo']> | SlideBeside): Xml => el('img', { [PRINT_PICTURE]: hash, alt, style: `width: ${width}pt; height: ${height}pt` })

/** Paragraphs, tables and pictures in one preset and language. */
export class PaperBody {
  constructor(
    private readonly preset: Preset,
    private readonly language: Language,
  ) {}

  /** A script: its first page with the contents, then the body, and what a `.docx` has as footnotes at the end. */
  script(script: ScriptDocument): Xml {
    const { opening, body, notes } = script
    const words = scriptWords[this.language]
    const headings = headingsIn(script)
    const contents =
      headings.length === 0
        ? null
        : el(
            'nav',
            { class: 'contents' },
            this.paragraph({ kind: 'paragraph', style: 'contents-title', runs: [{ kind: 'text', text: words.contents }] }),
            headings.map(({ piece, index }) =>
              el(
                'p',
                { class: piece.style === 'section' ? 'contents-1' : 'contents-2' },
                el(
                  'a',
                  { href: `#${anchor(index)}` },
                  el('span', { class: 'entry' }, piece.runs.filter((run) => run.kind === 'text').map((run) => this.words(run.text))),
                  el('span', { class: 'leader' }),
                  el('span', { class: 'page-of', [PRINT_PAGE_OF]: anchor(index) }),
                ),
              ),
            ),
          )
    const endnotes = notes.map((note, index) => el('p', { class: 'footnote', id: `note-${index + 1}` }, el('a', { href: `#mark-${index + 1}` }, text(`${index + 1}`)), text(' '), this.words(note)))
    return el(
      'main',
      { xmlns: XHTML },
      opening.map((paragraph) => this.paragraph(paragraph)),
      contents,
      body.map((piece, index) => this.piece(piece, textArea(this.preset.margins).width, anchor(index))),
      notes.length === 0 ? null : [this.paragraph({ kind: 'paragraph', style: 'section', runs: [{ kind: 'text', text: words.notes }] }), endnotes],
    )
  }

  /** A handout or a quiz. */
  sheet({ body, marks }: Sheet): Xml {
    return el('main', { xmlns: XHTML }, marks && this.marks(marks), body.map((piece) => this.sheetPiece(piece)))
  }

  /** The series on the left, the logo at the right edge: browsers print nothing that stands in a margin, so that they take a line of the first page. */
  private marks({ series, logo }: SheetMarks): Xml {
    return el('div', { class: 'running-head marks' }, el('span', {}, this.words(series)), logo && image(logo))
  }

  private sheetPiece(piece: SheetPiece): Child {
    switch (piece.kind) {
      case 'ruled-lines':
        return this.ruledLines(piece.count, true)
      case 'notes-table':
        return this.notesTable(piece)
      case 'paragraph':
      case 'picture':
      case 'table':
        return this.piece(piece, textArea(this.preset.margins).width)
      default:
        return assertNever(piece)
    }
  }

  private piece(piece: ScriptPiece, width: number, id?: string): Xml {
    switch (piece.kind) {
      case 'paragraph':
        return this.paragraph(piece, id)
      case 'table':
        return this.table(piece, width)
      case 'picture':
        return el('p', { class: piece.keepNext ? 'picture keep' : 'picture' }, image(piece))
      default:
        return assertNever(piece)
    }
  }

  private paragraph({ style, runs, keepNext, newPage, beside, after }: ScriptParagraph, id?: string): Xml {
    const classes = [style, ...(keepNext === true ? ['keep'] : []), ...(newPage === true ? ['new-page'] : []), ...(beside === undefined ? [] : ['with-slide'])]
    const slide = beside && image(beside)
    return el(elements[style] ?? 'p', { class: classes.join(' '), id: style === 'section' || style === 'block' ? id : undefined, style: after === undefined ? undefined : `padding-bottom: ${after}pt` }, slide, runs.map((run, index) => [run.kind === 'note' && runs[index - 1]?.kind === 'note' ? el('sup', {}, text(',')) : null, this.run(run)]))
  }

  private run(run: ScriptRun): Xml {
    switch (run.kind) {
      case 'note':
        return el('sup', { id: `mark-${run.note}` }, el('a', { href: `#note-${run.note}` }, text(String(run.note))))
      case 'cue':
      case 'label':
        return el('span', { class: run.kind }, this.words(run.text))
      case 'marker':
        return el('span', { class: 'marker' }, text(run.text === '' ? '\u00a0' : run.text))
      case 'mark':
        return el('sup', {}, text(run.text))
      case 'blank':
        return el('span', { class: 'blank', style: `width: ${run.ems}em` }, text('\u00a0'))
      case 'text': {
        const classes = [...(run.strong === true ? ['strong'] : []), ...(run.emphasis === true ? ['emphasis'] : []), ...(run.code === true ? ['code'] : [])]
        const words = classes.length === 0 ? this.words(run.text) : el('span', { class: classes.join(' ') }, this.words(run.text))
        return run.href !== undefined && /^(?:https?|mailto):/i.test(run.href) ? el('a', { href: run.href, style: 'text-decoration: underline' }, words) : words
      }
      default:
        return assertNever(run)
    }
  }

  private words(value: string): Xml {
    if (this.language === 'en') return text(value)
    const parts = value.split(HAN_PUNCTUATION).map((part, index) => (part === '' ? ('' as Xml) : index % 2 === 1 ? el('span', { class: 'han' }, text(part)) : text(part)))
    return parts.join('') as Xml
  }

  private table(table: ScriptTable, measure: number): Xml {
    const widths = columnWidths(table, measure, this.preset.looks.cell.size, this.language)
    const cells = (row: readonly (readonly ScriptRun[])[], name: 'td' | 'th') =>
      row.map((runs, column) => el(name, { ...(name === 'th' ? { scope: 'col' } : {}), style: `text-align: ${table.align[column] ?? 'left'}` }, el('p', { class: name === 'th' ? 'cell-head' : 'cell', style: 'text-align: inherit' }, runs.map((run) => this.run(run)))))
    return el(
      'table',
      { class: 'figures' },
      el('colgroup', {}, widths.map((width) => el('col', { style: `width: ${width}pt` }))),
      el('thead', {}, el('tr', {}, cells(table.header, 'th'))),
      el('tbody', {}, table.rows.map((row) => el('tr', {}, cells(row, 'td')))),
    )
  }

  private ruledLines(count: number, together: boolean): readonly Xml[] {
    return Array.from({ length: count }, (_, index) => el('hr', { class: 'ruled-line', 'aria-hidden': 'true', ...(together && index < count - 1 ? { style: 'break-after: avoid' } : {}) }))
  }

  private notesTable({ head, rows }: NotesTable): Xml {
    const area = textArea(this.preset.margins)
    const left = area.width * CONTENT_SHARE - 2 * INSET.x
    return el(
      'table',
      { class: 'notes-table' },
      el('colgroup', {}, el('col', { style: `width: ${CONTENT_SHARE * 100}%` }), el('col')),
      el('thead', {}, el('tr', {}, head.map((name) => el('th', { scope: 'col', style: 'padding-top: 3pt; padding-bottom: 3pt' }, el('p', { class: 'meta' }, text(name)))))),
      el(
        'tbody',
        {},
        rows.map((content) => {
          const height = heightOf(content, left, this.preset, this.language)
          const { count, pitch } = notesLines(height, this.preset)
          return el('tr', { class: Math.max(height, count * pitch) < area.height * UNBROKEN ? undefined : 'splits' }, el('td', {}, content.map((piece) => this.piece(piece, left))), el('td', {}, this.ruledLines(count, false)))
        }),
      ),
    )
  }
}

/** What the contents of a script list, each with its place in the body. */
export const headingsIn = ({ body }: ScriptDocument): readonly { readonly piece: ScriptParagraph; readonly index: number }[] => body.flatMap((piece, index) => (piece.kind === 'paragraph' && (piece.style === 'section' || piece.style === 'block') ? [{ piece, index }] : []))

const anchor = (index: number): string => `p${index}`
