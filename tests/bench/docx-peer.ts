/** A planned script through the docx library alone, compressed: what a program would do that has no writer of its own. The same paragraphs, runs, styles, footnotes, tables, pictures and contents. */
import * as D from 'docx'
import type { Look, Preset, RunLook } from '../../src/main/writers/docx/presets'
import { type ScriptDocument, type ScriptPiece, type ScriptRun, scriptStyles } from '../../src/main/writers/docx/script-document'
import { styleIds } from '../../src/main/writers/docx/styles-part'
import { columnWidths, textArea } from '../../src/main/writers/docx/page-measures'
import type { AssetHash } from '../../src/shared/model/ids'

const twips = (points: number): number => Math.round(points * 20)
const pixels = (points: number): number => Math.round((points / 72) * 96)

const runLook = ({ face, bold, colour, size }: Look | RunLook): D.IRunStylePropertiesOptions => ({
  font: { ascii: face.latin.name, hAnsi: face.latin.name, cs: face.latin.name, eastAsia: face.eastAsian.name },
  ...(size === undefined ? {} : { size: size * 2 }),
  ...(bold === undefined ? {} : { bold }),
  ...(colour === undefined ? {} : { color: colour }),
})

const paragraphLook = (look: Look) => ({
  alignment: look.align ?? 'left',
  spacing: { line: twips(look.pitch), lineRule: D.LineRuleType.EXACT, before: twips(look.before ?? 0), after: twips(look.after ?? 0) },
  indent: { left: twips((look.left ?? 0) * look.size), firstLine: twips((look.firstLine ?? 0) * look.size), hanging: twips((look.hanging ?? 0) * look.size) },
  keepNext: look.keepNext ?? false,
})

class Peer {
  constructor(
    readonly preset: Preset,
    readonly bytesOf: (hash: AssetHash) => Uint8Array,
  ) {}

  run(run: ScriptRun): D.ParagraphChild {
    switch (run.kind) {
      case 'note':
        return new D.FootnoteReferenceRun(run.note)
      case 'cue':
        return new D.TextRun({ text: run.text, style: 'CueMark' })
      case 'label':
        return new D.TextRun({ text: run.text, style: 'Label' })
      case 'marker':
        return new D.TextRun({ children: [run.text, new D.Tab()] })
      case 'mark':
        return new D.TextRun({ text: run.text, superScript: true })
      case 'blank':
        return new D.TextRun({ text: ' '.repeat(run.ems), underline: {} })
      case 'text':
        return new D.TextRun({ text: run.text, bold: run.strong ?? false, italics: run.emphasis ?? false, font: { hint: 'eastAsia' } })
    }
  }

  piece(piece: ScriptPiece): D.Paragraph | D.Table {
    switch (piece.kind) {
      case 'paragraph':
        return new D.Paragraph({
          style: styleIds[piece.style].id,
          children: [
            ...(piece.beside === undefined ? [] : [this.image(piece.beside, { horizontalPosition: { relative: D.HorizontalPositionRelativeFrom.COLUMN, offset: -1_800_000 }, verticalPosition: { relative: D.VerticalPositionRelativeFrom.PARAGRAPH, offset: 0 } })]),
            ...piece.runs.map((run) => this.run(run)),
          ],
        })
      case 'picture':
        return new D.Paragraph({ style: styleIds.picture.id, children: [this.image(piece)] })
      case 'table': {
        const measure = textArea(this.preset.margins).width
        const widths = columnWidths(piece, measure, this.preset.looks.cell.size, 'zh-CN').map(twips)
        const row = (cells: readonly (readonly ScriptRun[])[], style: 'cell-head' | 'cell') =>
          new D.TableRow({ cantSplit: true, children: cells.map((runs, column) => new D.TableCell({ width: { size: widths[column]!, type: D.WidthType.DXA }, children: [new D.Paragraph({ style: styleIds[style].id, children: runs.map((run) => this.run(run)) })] })) })
        return new D.Table({ width: { size: twips(measure), type: D.WidthType.DXA }, columnWidths: widths, rows: [row(piece.header, 'cell-head'), ...piece.rows.map((cells) => row(cells, 'cell'))] })
      }
    }
  }

  image({ hash, width, height, alt }: { readonly hash: AssetHash; readonly width: number; readonly height: number; readonly alt: string }, floating?: D.IFloating): D.ImageRun {
    return new D.ImageRun({ type: 'png', data: this.bytesOf(hash), transformation: { width: pixels(width), height: pixels(height) }, altText: { name: alt, description: alt, title: alt }, ...(floating && { floating }) })
  }
}

export function writeWithDocx(script: ScriptDocument, preset: Preset, bytesOf: (hash: AssetHash) => Uint8Array): Promise<Uint8Array> {
  const peer = new Peer(preset, bytesOf)
  return D.Packer.toBuffer(
    new D.Document({
      title: script.title,
      styles: {
        paragraphStyles: scriptStyles.map((style) => ({ id: styleIds[style].id, name: styleIds[style].name, basedOn: 'Normal', run: runLook(preset.looks[style]), paragraph: paragraphLook(preset.looks[style]) })),
        characterStyles: [
          { id: 'CueMark', name: 'Cue Mark', run: runLook(preset.cue) },
          { id: 'Label', name: 'Label', run: runLook(preset.label) },
        ],
      },
      footnotes: Object.fromEntries(script.notes.map((note, index) => [index + 1, { children: [new D.Paragraph({ style: styleIds.footnote.id, children: [new D.TextRun(note)] })] }])),
      sections: [
        { children: [...script.opening.map((piece) => peer.piece(piece)), new D.TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-2' })] },
        { footers: { default: new D.Footer({ children: [new D.Paragraph({ children: [new D.TextRun({ children: [D.PageNumber.CURRENT] })] })] }) }, children: script.body.map((piece) => peer.piece(piece)) },
      ],
    }),
  )
}
