import { assertNever } from '../../../shared/assert-never'
import { coreProperties } from '../core-properties'
import type { Relationships } from '../opc-package'
import { el, fragment, type Xml, xmlDocument } from '../xml'
import { BodyWriter, paragraphXml, runXml } from './body-writer'
import { CONTENT_SHARE, INSET, notesRow } from './notes-table'
import { pageNumbers } from './page-number'
import { textArea } from './page-measures'
import type { Preset } from './presets'
import { paragraph, type ScriptPiece, text } from './script-document'
import { sectionProperties } from './section'
import type { NotesTable, Sheet, SheetMarks, SheetPiece } from './sheet-document'
import { stylesPart } from './styles-part'
import { type Cell, tableXml } from './table'
import { CORE_PROPERTIES, FIRST_HEAD, STYLES } from './word-names'
import { type DocumentFacts, documentFiles, RunningParts } from './word-package'

/** Points above and below the words of a head. */
const HEAD_INSET = 3

/** A planned handout or quiz as the files of a `.docx` by their names, uncompressed. */
export function sheetFiles(sheet: Sheet, preset: Preset, facts: Omit<DocumentFacts, 'title' | 'speaker'>): ReadonlyMap<string, string | Uint8Array> {
  const writer = new SheetWriter(preset, facts.language, false)
  const running = new RunningParts(writer)
  const [foot] = pageNumbers(preset)
  const heads = [
    running.add('header', 'default', () => writer.paragraph(paragraph('running-head', text(sheet.runningHead)))),
    // The first page says all that in its title; whose it is stands above.
    running.add('header', 'first', (relationships) => writer.marks(sheet.marks, relationships)),
  ]
  const feet = (['default', 'first'] as const).map((on) => running.add('footer', on, () => foot!.paragraph))
  const body = fragment(writer.sheetPieces(sheet.body), sectionProperties(preset, { running: [...heads, ...feet], titlePage: true }))
  return documentFiles(body, [], running, writer, { ...facts, title: sheet.title, speaker: sheet.speaker })
}

/** The parts of {@link sheetFiles} that follow from a school's brand and not from what the sheet says or how it is built; and the document's properties. */
export function ownOfSheet(sheet: Sheet, preset: Preset, facts: Omit<DocumentFacts, 'title' | 'speaker'>): ReadonlyMap<string, string | Uint8Array> {
  const writer = new SheetWriter(preset, facts.language, false)
  const head = new RunningParts(writer)
  head.add('header', 'first', (relationships) => writer.marks(sheet.marks, relationships))
  return new Map<string, string | Uint8Array>([
    [CORE_PROPERTIES, coreProperties({ ...facts, title: sheet.title, speaker: sheet.speaker })],
    [STYLES, xmlDocument(stylesPart(preset))],
    ...head.parts.map(({ content }): [string, string | Uint8Array] => [FIRST_HEAD, content]),
    ...writer.media.map(({ name, hash }): [string, Uint8Array] => [name, facts.picture(hash)]),
  ])
}

/** A row with a paragraph that keeps to the next keeps to the next row (Word and LibreOffice alike): the whole table would move to a page of its own. */
const letGo = (piece: ScriptPiece): ScriptPiece => (piece.kind === 'table' ? piece : { ...piece, keepNext: false })

/** @param y points above and below its content */
const cell = (content: Xml, y = INSET.y): Cell => ({ content, inset: { x: INSET.x, y } })

class SheetWriter extends BodyWriter {
  /** The series on the left, the logo at the right edge. */
  marks(marks: SheetMarks | undefined, relationships: Relationships): Xml {
    if (marks === undefined) return paragraphXml('running-head', {})
    const logo = marks.logo && [runXml([], el('w:tab')), this.logo(marks.logo, relationships)]
    return paragraphXml('running-head', { line: 'single', tab: { at: textArea(this.preset.margins).width } }, this.run(text(marks.series)), ...(logo ?? []))
  }

  /** Runs of ordinary pieces are written together, so that a table keeps its distance from what follows. */
  sheetPieces(pieces: readonly SheetPiece[]): Xml {
    const written: Xml[] = []
    let run: ScriptPiece[] = []
    const flush = (): void => {
      written.push(this.pieces(run))
      run = []
    }
    for (const piece of pieces) {
      switch (piece.kind) {
        case 'paragraph':
        case 'picture':
        case 'table':
          run.push(piece)
          break
        case 'ruled-lines':
          flush()
          written.push(this.#ruledLines(piece.count, textArea(this.preset.margins).width, true))
          break
        case 'notes-table':
          flush()
          written.push(this.#notesTable(piece))
          break
        default:
          assertNever(piece)
      }
    }
    flush()
    return fragment(written, pieces.at(-1)?.kind === 'notes-table' ? this.afterTable() : null)
  }

  /**
   * A line is the leader of a tab: Word, WPS and LibreOffice all draw it, and nothing is read aloud or copied.
   * @param together on one page; in cells the row sees to that, and LibreOffice would take it for the whole table
   */
  #ruledLines(count: number, width: number, together: boolean): Xml {
    return fragment(Array.from({ length: count }, (_, index) => paragraphXml('ruled-line', { keepNext: together && index < count - 1, tab: { at: width, leader: 'underscore' } }, runXml([], el('w:tab')))))
  }

  #notesTable({ head, rows }: NotesTable): Xml {
    const { width } = textArea(this.preset.margins)
    const widths = [width * CONTENT_SHARE, width * (1 - CONTENT_SHARE)] as const
    const heading = (words: string): Cell => cell(this.paragraph(paragraph('meta', text(words))), HEAD_INSET)
    return tableXml(
      'NotesTable',
      widths,
      { unbroken: true, cells: head.map(heading) },
      rows.map((content) => {
        const { width: measure, lines, unbroken } = notesRow(content, this.preset, this.language)
        return { unbroken, cells: [cell(this.pieces(content.map(letGo), measure)), cell(this.#ruledLines(lines, widths[1] - 2 * INSET.x, false))] }
      }),
    )
  }
}
