/** A planned handout or quiz in WordprocessingML; its frame comes from `office-frame.ts` as for a script. */
import * as D from 'docx'
import { assertNever } from '../../../shared/assert-never'
import type { Language } from '../../../shared/language'
import { withoutForbidden } from '../xml'
import { BodyWriter, pageOf, styleIds, styles, twips } from './body-writer'
import { CONTENT_SHARE, INSET, notesRow } from './notes-table'
import { textArea } from './page-measures'
import type { Preset } from './presets'
import type { ScriptPiece } from './script-document'
import type { NotesTable, Sheet, SheetPiece } from './sheet-document'

/** Points above and below the words of a head. */
const HEAD_INSET = 3

/** The sheet as a `.docx` of the library's making: right in its body, not yet in its frame. */
export function serialiseSheet(sheet: Sheet, preset: Preset, language: Language): Promise<Uint8Array> {
  const writer = new SheetWriter(preset, language)
  const { default: footer } = writer.footers()
  const header = new D.Header({ children: [new D.Paragraph({ style: styleIds['running-head'].id, children: [writer.run({ kind: 'text', text: sheet.runningHead })] })] })
  const blank = new D.Header({ children: [new D.Paragraph({ style: styleIds['running-head'].id })] })
  return D.Packer.toBuffer(
    new D.Document({
      title: withoutForbidden(sheet.title),
      styles: styles(preset),
      sections: [{ properties: { ...pageOf(preset), titlePage: true }, headers: { default: header, first: blank }, footers: { default: footer, first: footer }, children: writer.sheetPieces(sheet.body) }],
    }),
  )
}

/** A row with a paragraph that keeps to the next keeps to the next row (Word and LibreOffice alike): the whole table would move to a page of its own. */
const letGo = (piece: ScriptPiece): ScriptPiece => (piece.kind === 'table' ? piece : { ...piece, keepNext: false })

class SheetWriter extends BodyWriter {
  /** Runs of ordinary pieces are written together, so that a table keeps its distance from what follows. */
  sheetPieces(pieces: readonly SheetPiece[]): (D.Paragraph | D.Table)[] {
    const written: (D.Paragraph | D.Table)[] = []
    let run: ScriptPiece[] = []
    const flush = (): void => {
      written.push(...this.pieces(run))
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
          written.push(...this.ruledLines(piece.count, textArea(this.preset.margins).width, true))
          break
        case 'notes-table':
          flush()
          written.push(this.notesTable(piece))
          break
        default:
          assertNever(piece)
      }
    }
    flush()
    if (written.at(-1) instanceof D.Table) written.push(new D.Paragraph({ style: styleIds.cell.id }))
    return written
  }

  /**
   * A line is the leader of a tab: Word, WPS and LibreOffice all draw it, and nothing is read aloud or copied.
   * @param together on one page; in cells the row sees to that, and LibreOffice would take it for the whole table
   */
  private ruledLines(count: number, width: number, together: boolean): D.Paragraph[] {
    const tabStops = [{ type: D.TabStopType.RIGHT, position: twips(width), leader: D.LeaderType.UNDERSCORE }]
    return Array.from({ length: count }, (_, index) => new D.Paragraph({ style: styleIds['ruled-line'].id, tabStops, keepNext: together && index < count - 1, children: [new D.TextRun({ children: [new D.Tab()] })] }))
  }

  private notesTable({ head, rows }: NotesTable): D.Table {
    const area = textArea(this.preset.margins)
    const widths = [area.width * CONTENT_SHARE, area.width * (1 - CONTENT_SHARE)] as const
    const line = { style: D.BorderStyle.SINGLE, size: 4, color: this.preset.table.rule }
    const none = { style: D.BorderStyle.NONE, size: 0, color: 'auto' }
    const cell = (column: 0 | 1, children: (D.Paragraph | D.Table)[], inset = INSET.y) =>
      new D.TableCell({ margins: { left: twips(INSET.x), right: twips(INSET.x), top: twips(inset), bottom: twips(inset) }, width: { size: Math.round(twips(widths[column])), type: D.WidthType.DXA }, children })
    const heading = (column: 0 | 1) => cell(column, [new D.Paragraph({ style: styleIds.meta.id, children: [this.run({ kind: 'text', text: head[column] })] })], HEAD_INSET)
    return new D.Table({
      width: { size: twips(area.width), type: D.WidthType.DXA },
      columnWidths: widths.map(twips),
      layout: D.TableLayoutType.FIXED,
      borders: { top: line, bottom: line, insideHorizontal: line, insideVertical: line, left: none, right: none },
      rows: [
        new D.TableRow({ tableHeader: true, cantSplit: true, children: [heading(0), heading(1)] }),
        ...rows.map((content) => {
          const { width, lines, unbroken } = notesRow(content, this.preset, this.language)
          return new D.TableRow({ cantSplit: unbroken, children: [cell(0, this.pieces(content.map(letGo), width)), cell(1, this.ruledLines(lines, widths[1] - 2 * INSET.x, false))] })
        }),
      ],
    })
  }
}
