/**
 * Paragraphs, tables, pictures and styles in WordprocessingML, by way of the docx library. Only this file, `serialise-script.ts` and
 * `serialise-sheet.ts` know it.
 */
import * as D from 'docx'
import { assertNever } from '../../../shared/assert-never'
import type { Language } from '../../../shared/language'
import { EMU_PER_POINT } from '../../../shared/units'
import { withoutForbidden } from '../xml'
import { CELL_MARGINS, columnWidths, PAPER, pointsOfMillimetres, textArea } from './page-measures'
import type { Look, Preset, RunLook } from './presets'
import type { ScriptParagraph, ScriptPicture, ScriptPiece, ScriptRun, ScriptStyle, ScriptTable, SlideBeside } from './script-document'
import { SLIDE_FRAME, SLIDE_OFFSET } from './slides-beside'
import type { Typeface } from './typefaces'

/** Twentieths of a point, the unit of page and paragraph measures in WordprocessingML. */
export const twips = (points: number): number => Math.round(points * 20)
const twipsOfMillimetres = (millimetres: number): number => twips(pointsOfMillimetres(millimetres))
/** Sizes of type are in half-points. */
const halfPoints = (points: number): number => Math.round(points * 2)

/** Word knows these by name, shows them in the user's language and offers them first; the others are ours. */
export const styleIds: Readonly<Record<ScriptStyle, { readonly id: string; readonly name: string }>> = {
  title: { id: 'Title', name: 'Title' },
  subtitle: { id: 'Subtitle', name: 'Subtitle' },
  facts: { id: 'TalkFacts', name: 'Talk Facts' },
  'contents-title': { id: 'TOCHeading', name: 'TOC Heading' },
  'contents-1': { id: 'TOC1', name: 'toc 1' },
  'contents-2': { id: 'TOC2', name: 'toc 2' },
  section: { id: 'Heading1', name: 'heading 1' },
  block: { id: 'Heading2', name: 'heading 2' },
  meta: { id: 'SlideReference', name: 'Slide Reference' },
  body: { id: 'BodyText', name: 'Body Text' },
  'cue-line': { id: 'Cue', name: 'Cue' },
  shown: { id: 'OnTheSlide', name: 'On the Slide' },
  quote: { id: 'Quote', name: 'Quote' },
  attribution: { id: 'Attribution', name: 'Attribution' },
  caption: { id: 'Caption', name: 'caption' },
  'cell-head': { id: 'TableHead', name: 'Table Head' },
  cell: { id: 'TableText', name: 'Table Text' },
  reference: { id: 'Reference', name: 'Reference' },
  footnote: { id: 'FootnoteText', name: 'footnote text' },
  'page-number': { id: 'Footer', name: 'footer' },
  'running-head': { id: 'Header', name: 'header' },
  point: { id: 'Point', name: 'Point' },
  'sub-point': { id: 'SubPoint', name: 'Sub Point' },
  picture: { id: 'PictureLine', name: 'Picture Line' },
  'ruled-line': { id: 'RuledLine', name: 'Ruled Line' },
}
/** Millimetres from the edge of the page to its head. */
const HEADER = 11
const CUE_MARK = 'CueMark'
const LABEL = 'Label'

/** Page and grid of a section. */
export function pageOf({ margins, grid }: Preset) {
  const page = {
    size: { width: twipsOfMillimetres(PAPER.width), height: twipsOfMillimetres(PAPER.height) },
    margin: {
      top: twipsOfMillimetres(margins.top),
      bottom: twipsOfMillimetres(margins.bottom),
      left: twipsOfMillimetres(margins.left),
      right: twipsOfMillimetres(margins.right),
      header: twipsOfMillimetres(HEADER),
      footer: twipsOfMillimetres(margins.footer),
    },
  }
  // `lines`, never `linesAndChars`: the latter collapses in LibreOffice (exports.md, "DOCX").
  return { page, ...(grid === null ? {} : { grid: { type: D.DocumentGridType.LINES, linePitch: twips(grid) } }) }
}

/** The library measures pictures in pixels of 96 an inch. */
const pixels = (points: number): number => Math.round((points / 72) * 96)

export function styles(preset: Preset): D.IStylesOptions {
  const { looks } = preset
  const style = (name: ScriptStyle) => ({ name: styleIds[name].name, ...(name === 'footnote' ? {} : { quickFormat: true }), run: runOptions(looks[name]), paragraph: paragraphOptions(looks[name], preset) })
  const own = (Object.keys(styleIds) as ScriptStyle[]).filter((name) => !['title', 'section', 'block', 'footnote'].includes(name))
  return {
    default: {
      document: { run: { ...runOptions(looks.body), characterSpacing: twips(preset.tracking), language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      title: style('title'),
      heading1: { ...style('section'), next: styleIds.body.id },
      heading2: { ...style('block'), next: styleIds.body.id },
      footnoteText: style('footnote'),
      hyperlink: { run: { color: looks.body.colour ?? '000000', underline: { type: D.UnderlineType.SINGLE } } },
    },
    paragraphStyles: own.map((name) => ({ id: styleIds[name].id, basedOn: 'Normal', ...style(name) })),
    characterStyles: [
      { id: CUE_MARK, name: 'Cue Mark', quickFormat: true, run: runOptions(preset.cue) },
      { id: LABEL, name: 'Label', quickFormat: true, run: runOptions(preset.label) },
    ],
  }
}

const fonts = ({ latin, eastAsian }: Typeface): D.IRunOptions['font'] => ({ ascii: latin.name, hAnsi: latin.name, cs: latin.name, eastAsia: eastAsian.name })

const runOptions = (look: Look | RunLook): D.IRunStylePropertiesOptions => ({
  font: fonts(look.face),
  ...(look.size === undefined ? {} : { size: halfPoints(look.size) }),
  ...(look.bold === undefined ? {} : { bold: look.bold }),
  ...(look.colour === undefined ? {} : { color: look.colour }),
  ...('shade' in look && look.shade !== undefined ? { shading: { type: D.ShadingType.CLEAR, color: 'auto', fill: look.shade } } : {}),
  ...('box' in look && look.box !== undefined ? { border: { style: D.BorderStyle.SINGLE, color: look.box, size: 6, space: 1 } } : {}),
})

const alignments = { left: D.AlignmentType.LEFT, center: D.AlignmentType.CENTER, right: D.AlignmentType.RIGHT, both: D.AlignmentType.BOTH }

function paragraphOptions(look: Look, preset: Preset) {
  return {
    alignment: alignments[look.align ?? 'left'],
    spacing: { line: twips(look.pitch), lineRule: D.LineRuleType.EXACT, before: twips(look.before ?? 0), after: twips(look.after ?? 0) },
    indent: {
      left: twips((look.left ?? 0) * look.size),
      ...(look.firstLine === undefined ? {} : { firstLine: twips(look.firstLine * look.size), firstLineChars: look.firstLine * 100 }),
      ...(look.hanging === undefined ? {} : { hanging: twips(look.hanging * look.size) }),
    },
    keepNext: look.keepNext ?? false,
    keepLines: look.keepLines ?? false,
    widowControl: preset.widowControl,
    ...(look.bar === undefined ? {} : { border: { left: { style: D.BorderStyle.SINGLE, color: look.bar, size: 12, space: 8 } } }),
  }
}

/** What stands on a line to write on. */
export const blankText = (ems: number, language: Language): string => (language === 'zh-CN' ? IDEOGRAPHIC_SPACE : NO_BREAK_SPACE.repeat(4)).repeat(ems)

/** Paragraphs, tables and footers in one preset and language. */
export class BodyWriter {
  constructor(
    protected readonly preset: Preset,
    protected readonly language: Language,
  ) {}

  /** @param width of the measure in points; the text area's without */
  pieces(pieces: readonly ScriptPiece[], width = textArea(this.preset.margins).width): (D.Paragraph | D.Table)[] {
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
    // Word wants a paragraph after the last table of a body or cell.
    return pieces.at(-1)?.kind === 'table' ? [...written, new D.Paragraph({ style: styleIds.cell.id })] : written
  }

  paragraph({ style, runs, keepNext, newPage, beside, after }: ScriptParagraph, afterTable = false): D.Paragraph {
    const look = this.preset.looks[style]
    const spacing = { ...(afterTable && (look.before ?? 0) < TABLE_GAP ? { before: twips(TABLE_GAP) } : {}), ...(after === undefined ? {} : { after: twips(after) }) }
    return new D.Paragraph({
      style: styleIds[style].id,
      ...(Object.keys(spacing).length === 0 ? {} : { spacing }),
      ...(keepNext === undefined ? {} : { keepNext }),
      ...(newPage ? { pageBreakBefore: true } : {}),
      children: [...(beside === undefined ? [] : [this.slide(beside)]), ...runs.flatMap((run, index) => (run.kind === 'note' && runs[index - 1]?.kind === 'note' ? [new D.TextRun({ text: ',', superScript: true }), this.run(run)] : [this.run(run)]))],
    })
  }

  /** In the margin, so that no line of text gives way to it. */
  private slide({ hash, width, height, alt }: SlideBeside): D.ImageRun {
    return this.image(hash, 'png', alt, {
      transformation: { width: pixels(width), height: pixels(height) },
      floating: {
        horizontalPosition: { relative: D.HorizontalPositionRelativeFrom.COLUMN, offset: Math.round(-SLIDE_OFFSET * EMU_PER_POINT) },
        verticalPosition: { relative: D.VerticalPositionRelativeFrom.PARAGRAPH, offset: 0 },
        wrap: { type: D.TextWrappingType.NONE },
        allowOverlap: false,
      },
      // A white slide would be lost on white paper.
      outline: { type: 'solidFill', solidFillType: 'rgb', value: this.preset.table.rule, width: SLIDE_FRAME * EMU_PER_POINT },
    })
  }

  /** The library gets the picture's hash in place of its bytes; `office-frame.ts` puts them in. */
  private image(hash: string, type: 'png' | 'jpg', alt: string, more: Pick<D.IImageOptions, 'transformation' | 'outline'> & { readonly crop?: ScriptPicture['crop']; readonly floating?: D.IFloating }): D.ImageRun {
    const name = withoutForbidden(alt)
    return new D.ImageRun({ type, data: new TextEncoder().encode(hash), altText: { name: hash.slice(0, 8), description: name, title: name }, ...more })
  }

  run(run: ScriptRun): D.ParagraphChild {
    switch (run.kind) {
      case 'note':
        return new D.FootnoteReferenceRun(run.note)
      case 'cue':
        return this.textRun(run.text.replaceAll(' ', NO_BREAK_SPACE), { style: CUE_MARK })
      case 'marker':
        return new D.TextRun({ children: [run.text, new D.Tab()] })
      case 'mark':
        return this.textRun(run.text, { superScript: true })
      case 'blank':
        return this.textRun(blankText(run.ems, this.language), { underline: { type: D.UnderlineType.SINGLE } })
      case 'label':
        return this.textRun(run.text, { style: LABEL })
      case 'text': {
        const marks = { ...(run.strong ? { bold: true } : {}), ...(run.emphasis ? { italics: true } : {}), ...(run.code ? { font: { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New' } } : {}) }
        return run.href !== undefined && /^(?:https?|mailto):/i.test(run.href) ? new D.ExternalHyperlink({ link: withoutForbidden(run.href), children: [this.textRun(run.text, { style: 'Hyperlink', ...marks })] }) : this.textRun(run.text, marks)
      }
      default:
        return assertNever(run)
    }
  }

  /**
   * In a Chinese script quotation marks, dashes and ellipses are Han punctuation, which only the hint tells Word (ECMA-376-1 §17.3.2.26):
   * Unicode gives Latin and Chinese ones the same code points.
   */
  private textRun(text: string, options: D.IRunOptions): D.TextRun {
    const hint = this.language === 'zh-CN' ? { font: { ...(options.font as D.IFontAttributesProperties | undefined), hint: 'eastAsia' } } : {}
    return new D.TextRun({ ...options, ...hint, text: withoutForbidden(text) })
  }

  picture({ hash, mime, width, height, crop, alt, keepNext }: ScriptPicture): D.Paragraph {
    return new D.Paragraph({
      style: styleIds.picture.id,
      // An exact pitch would cut the picture down to one line of text.
      spacing: { line: 240, lineRule: D.LineRuleType.AUTO },
      ...(keepNext ? { keepNext } : {}),
      children: [this.image(hash, mime === 'image/png' ? 'png' : 'jpg', alt, { transformation: { width: pixels(width), height: pixels(height) }, ...(crop === undefined ? {} : { crop }) })],
    })
  }

  table(table: ScriptTable, measure = textArea(this.preset.margins).width): D.Table {
    const { rule, head, sides } = this.preset.table
    const line = { style: D.BorderStyle.SINGLE, size: 4, color: rule }
    const none = { style: D.BorderStyle.NONE, size: 0, color: 'auto' }
    const widths = columnWidths(table, measure, this.preset.looks.cell.size, this.language).map(twips)
    const cells = (row: readonly (readonly ScriptRun[])[], style: 'cell-head' | 'cell') =>
      row.map((runs, column) => {
        const align = table.align[column]!
        return new D.TableCell({
          width: { size: widths[column]!, type: D.WidthType.DXA },
          verticalAlign: D.VerticalAlignTable.CENTER,
          ...(style === 'cell-head' && head !== null ? { shading: { type: D.ShadingType.CLEAR, color: 'auto', fill: head } } : {}),
          children: [new D.Paragraph({ style: styleIds[style].id, ...(align === 'left' ? {} : { alignment: alignments[align] }), children: runs.map((run) => this.run(run)) })],
        })
      })
    return new D.Table({
      width: { size: twips(measure), type: D.WidthType.DXA },
      columnWidths: widths,
      layout: D.TableLayoutType.FIXED,
      margins: { left: twips(CELL_MARGINS / 2), right: twips(CELL_MARGINS / 2), top: 40, bottom: 40 },
      borders: { top: line, bottom: line, insideHorizontal: line, left: sides ? line : none, right: sides ? line : none, insideVertical: sides ? line : none },
      rows: [
        new D.TableRow({ tableHeader: true, cantSplit: true, children: cells(table.header, 'cell-head') }),
        ...table.rows.map((row) => new D.TableRow({ cantSplit: true, children: cells(row, 'cell') })),
      ],
    })
  }

  footers(): { readonly default: D.Footer; readonly even?: D.Footer } {
    const dashes = this.preset.pageNumber === 'dashes'
    const footer = (alignment: 'left' | 'center' | 'right') => {
      const number = new D.TextRun({ children: dashes ? ['— ', D.PageNumber.CURRENT, ' —'] : [D.PageNumber.CURRENT] })
      // The number stands one character in from the outer edge (GB/T 9704-2012 §7.5).
      const indent = alignment === 'center' ? {} : { indent: { [alignment]: twips(this.preset.looks['page-number'].size) } }
      return new D.Footer({ children: [new D.Paragraph({ style: styleIds['page-number'].id, alignment: alignments[alignment], ...indent, children: [number] })] })
    }
    return dashes ? { default: footer('right'), even: footer('left') } : { default: footer('center') }
  }
}

/** A cue is taken in at one glance: it does not break at its spaces. */
const NO_BREAK_SPACE = '\u00a0'
const IDEOGRAPHIC_SPACE = '\u3000'
/** Points between a table and what follows it. */
const TABLE_GAP = 8
