import { assertNever } from '../../../shared/assert-never'
import type { Language } from '../../../shared/language'
import { rememberRounds } from '../../../shared/remember-rounds'
import { pageEstimator } from '../docx/estimate-pages'
import { columnWidths, textArea } from '../docx/page-measures'
import { blankText } from '../docx/body-writer'
import type { Preset } from '../docx/presets'
import type { ScriptDocument, ScriptPiece, ScriptRun } from '../docx/script-document'
import { scriptWords } from '../docx/script-words'
import { notesRow } from '../docx/notes-table'
import type { Sheet, SheetPiece } from '../docx/sheet-document'
import { withoutForbidden } from '../xml'

/** Parts of a document that hold words. */
export type WordyPart = 'document' | 'footnotes' | 'header'

/**
 * A planned document taken apart into how it is built and what it says: documents with the same build differ in these texts alone, each of which is one
 * `w:t` of its part, in order. Where that cannot be said of something, it belongs to the build with all its words.
 */
export type DocumentTrace = { readonly build: string; readonly texts: Readonly<Record<WordyPart, readonly string[]>> }

type Traced = { readonly build: string; readonly texts: readonly string[] }

/** What an XML writer might write in another way than as it stands: such a text is part of the build. */
// oxlint-disable-next-line no-control-regex
const UNUSUAL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/** Takes documents of one preset and language apart; pieces that the one before had, too, are not measured again. */
export class DocumentTracer {
  readonly #preset: Preset
  readonly #language: Language
  readonly #pagesOf: ReturnType<typeof pageEstimator>
  readonly #rows = rememberRounds((_key, content: readonly ScriptPiece[]) => this.#rowAnew(content))
  readonly #traced = rememberRounds((_key, piece: SheetPiece, width: number) => this.#pieceAnew(piece, width))
  /** By the pieces themselves, which stay the same objects where their block was planned before. */
  readonly #byPiece = new WeakMap<SheetPiece, { readonly width: number; readonly traced: Traced }>()

  constructor(preset: Preset, language: Language) {
    this.#preset = preset
    this.#language = language
    this.#pagesOf = pageEstimator(preset, language)
  }

  script(script: ScriptDocument): DocumentTrace {
    this.#begin()
    const { width } = textArea(this.#preset.margins)
    const opening = script.opening.map((piece) => this.#piece(piece, width))
    const body = script.body.map((piece) => this.#piece(piece, width))
    const contents = this.#contents(script)
    const notes = script.notes.map((note) => spoken(` ${note}`))
    return {
      build: [...opening, ...contents, ...body, ...notes].map(({ build }) => build).join('\n'),
      texts: { document: [...opening, ...contents, ...body].flatMap(({ texts }) => texts), footnotes: notes.flatMap(({ texts }) => texts), header: [] },
    }
  }

  sheet(sheet: Sheet): DocumentTrace {
    this.#begin()
    const { width } = textArea(this.#preset.margins)
    const body = sheet.body.map((piece) => this.#piece(piece, width))
    const head = spoken(sheet.runningHead)
    // What a logo is drawn from, and how large, is no part of the build: the head that it stands in is each copy's own.
    return { build: [sheet.marks?.logo?.mime ?? '', ...[head, ...body].map(({ build }) => build)].join('\n'), texts: { document: body.flatMap(({ texts }) => texts), footnotes: [], header: head.texts } }
  }

  #begin(): void {
    this.#rows.next()
    this.#traced.next()
  }

  /** The table of contents: its title, and of every heading its text and its page. */
  #contents(script: ScriptDocument): readonly Traced[] {
    const headings = script.body.flatMap((piece, index) => (piece.kind === 'paragraph' && (piece.style === 'section' || piece.style === 'block') ? [{ runs: piece.runs, index }] : []))
    if (headings.length === 0) return []
    const pages = this.#pagesOf(script)
    const words = scriptWords[this.#language]
    return [spoken(words.contents), ...headings.flatMap(({ runs, index }) => [spoken(runs.map((run) => ('text' in run ? run.text : '')).join('')), spoken(String(pages[index]))])]
  }

  #piece(piece: SheetPiece, width: number): Traced {
    // A whole table of notes is hardly ever the same in two schools, and long: its rows are remembered.
    if (piece.kind === 'notes-table') return this.#pieceAnew(piece, width)
    const known = this.#byPiece.get(piece)
    if (known?.width === width) return known.traced
    const traced = this.#traced.get(`${width} ${JSON.stringify(piece)}`, piece, width)
    this.#byPiece.set(piece, { width, traced })
    return traced
  }

  #pieceAnew(piece: SheetPiece, width: number): Traced {
    switch (piece.kind) {
      case 'paragraph': {
        const runs = this.#runs(piece.runs)
        return { build: JSON.stringify([piece.style, piece.keepNext, piece.newPage, runs.build]), texts: runs.texts }
      }
      case 'picture':
      case 'ruled-lines':
        return { build: JSON.stringify(piece), texts: [] }
      case 'table': {
        const cells = joined([piece.header, ...piece.rows].flatMap((row) => row.map((runs) => this.#runs(runs))))
        return { build: JSON.stringify([piece.align, piece.rows.length, columnWidths(piece, width, this.#preset.looks.cell.size, this.#language), cells.build]), texts: cells.texts }
      }
      case 'notes-table': {
        const heads = piece.head.map(spoken)
        const rows = piece.rows.map((content) => this.#row(content))
        const all = joined([...heads, ...rows])
        return { build: JSON.stringify(['notes', all.build]), texts: all.texts }
      }
      default:
        return assertNever(piece)
    }
  }

  #row(content: readonly ScriptPiece[]): Traced {
    return this.#rows.get(JSON.stringify(content), content)
  }

  #rowAnew(content: readonly ScriptPiece[]): Traced {
    const { width, lines, unbroken } = notesRow(content, this.#preset, this.#language)
    const pieces = joined(content.map((piece) => this.#piece(piece, width)))
    return { build: JSON.stringify([lines, unbroken, pieces.build]), texts: pieces.texts }
  }

  /** As {@link BodyWriter} writes them: two footnote marks that follow each other are parted by a comma. */
  #runs(runs: readonly ScriptRun[]): Traced {
    return joined(runs.flatMap((run, index) => (run.kind === 'note' && runs[index - 1]?.kind === 'note' ? [spoken(','), this.#run(run)] : [this.#run(run)])))
  }

  #run(run: ScriptRun): Traced {
    switch (run.kind) {
      case 'note':
        return { build: JSON.stringify(run), texts: [] }
      case 'blank':
        return { build: JSON.stringify(run), texts: [blankText(run.ems, this.#language)] }
      case 'text':
      case 'cue':
      case 'label':
      case 'marker':
      case 'mark': {
        const { text, ...look } = run
        const said = spoken(run.kind === 'cue' ? text.replaceAll(' ', '\u00a0') : text)
        return { build: JSON.stringify([look, said.build]), texts: said.texts }
      }
      default:
        return assertNever(run)
    }
  }
}

const joined = (parts: readonly Traced[]): Traced => ({ build: parts.map(({ build }) => build).join('\t'), texts: parts.flatMap(({ texts }) => texts) })

/** One text. Its words stay in the build where it may be written otherwise than others. */
function spoken(text: string): Traced {
  const written = withoutForbidden(text)
  return { build: written === '' || UNUSUAL.test(text) ? `=${text}` : '', texts: written === '' ? [] : [written] }
}
