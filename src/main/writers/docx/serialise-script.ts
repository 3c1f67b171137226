/**
 * The only file that knows the docx library: it turns a planned script into WordprocessingML. What the library writes around the body
 * (relationships, settings, font table, properties, the archive) is replaced by `office-frame.ts`.
 */
import * as D from 'docx'
import { assertNever } from '../../../shared/assert-never'
import type { Language } from '../../../shared/language'
import { withoutForbidden } from '../xml'
import { estimatePages } from './estimate-pages'
import { columnWidths, PAPER, pointsOfMillimetres, textArea } from './page-measures'
import type { Look, Preset, RunLook } from './presets'
import type { ScriptDocument, ScriptParagraph, ScriptPiece, ScriptRun, ScriptStyle, ScriptTable } from './script-document'
import { scriptWords } from './script-words'
import type { Typeface } from './typefaces'

/** Twentieths of a point, the unit of page and paragraph measures in WordprocessingML. */
const twips = (points: number): number => Math.round(points * 20)
const twipsOfMillimetres = (millimetres: number): number => twips(pointsOfMillimetres(millimetres))
/** Sizes of type are in half-points. */
const halfPoints = (points: number): number => Math.round(points * 2)

/** Word knows these by name, shows them in the user's language and offers them first; the others are ours. */
const styleIds: Readonly<Record<ScriptStyle, { readonly id: string; readonly name: string }>> = {
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
}
const CUE_MARK = 'CueMark'
const LABEL = 'Label'

/** The script as a `.docx` of the library's making: right in its body, not yet in its frame. */
export function serialiseScript(script: ScriptDocument, preset: Preset, language: Language): Promise<Uint8Array> {
  const words = scriptWords[language]
  const writer = new BodyWriter(preset, language)
  const page = {
    size: { width: twipsOfMillimetres(PAPER.width), height: twipsOfMillimetres(PAPER.height) },
    margin: {
      top: twipsOfMillimetres(preset.margins.top),
      bottom: twipsOfMillimetres(preset.margins.bottom),
      left: twipsOfMillimetres(preset.margins.left),
      right: twipsOfMillimetres(preset.margins.right),
      header: twipsOfMillimetres(15),
      footer: twipsOfMillimetres(preset.margins.footer),
    },
  }
  // `lines`, never `linesAndChars`: the latter collapses in LibreOffice (exports.md, "DOCX").
  const grid = preset.grid === null ? {} : { grid: { type: D.DocumentGridType.LINES, linePitch: twips(preset.grid) } }
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
        { properties: { page, ...grid }, children: [...script.opening.map((paragraph) => writer.paragraph(paragraph)), ...contents] },
        { properties: { page: { ...page, pageNumbers: { start: 1, formatType: D.NumberFormat.DECIMAL } }, ...grid, type: D.SectionType.NEXT_PAGE }, footers: writer.footers(), children: writer.pieces(script.body) },
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

function styles(preset: Preset): D.IStylesOptions {
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
})

const alignments = { left: D.AlignmentType.LEFT, center: D.AlignmentType.CENTER, right: D.AlignmentType.RIGHT, both: D.AlignmentType.BOTH }

function paragraphOptions(look: Look, preset: Preset) {
  return {
    alignment: alignments[look.align ?? 'left'],
    spacing: { line: twips(look.pitch), lineRule: D.LineRuleType.EXACT, before: twips(look.before ?? 0), after: twips(look.after ?? 0) },
    indent: {
      left: twips((look.left ?? 0) * look.size),
      ...(look.firstLine === undefined ? {} : { firstLine: twips(look.firstLine * look.size), firstLineChars: look.firstLine * 100 }),
    },
    keepNext: look.keepNext ?? false,
    keepLines: look.keepLines ?? false,
    widowControl: preset.widowControl,
    ...(look.bar === undefined ? {} : { border: { left: { style: D.BorderStyle.SINGLE, color: look.bar, size: 12, space: 8 } } }),
  }
}

/** Paragraphs, tables and footers in one preset and language. */
class BodyWriter {
  constructor(
    private readonly preset: Preset,
    private readonly language: Language,
  ) {}

  pieces(pieces: readonly ScriptPiece[]): (D.Paragraph | D.Table)[] {
    const written = pieces.map((piece, index) => (piece.kind === 'table' ? this.table(piece) : this.paragraph(piece, pieces[index - 1]?.kind === 'table')))
    // Word wants a paragraph after the last table of a body.
    return pieces.at(-1)?.kind === 'table' ? [...written, new D.Paragraph({ style: styleIds.cell.id })] : written
  }

  paragraph({ style, runs, keepNext }: ScriptParagraph, afterTable = false): D.Paragraph {
    const look = this.preset.looks[style]
    return new D.Paragraph({
      style: styleIds[style].id,
      ...(afterTable && (look.before ?? 0) < TABLE_GAP ? { spacing: { before: twips(TABLE_GAP) } } : {}),
      ...(keepNext ? { keepNext } : {}),
      children: runs.flatMap((run, index) => (run.kind === 'note' && runs[index - 1]?.kind === 'note' ? [new D.TextRun({ text: ',', superScript: true }), this.run(run)] : [this.run(run)])),
    })
  }

  run(run: ScriptRun): D.ParagraphChild {
    switch (run.kind) {
      case 'note':
        return new D.FootnoteReferenceRun(run.note)
      case 'cue':
        return this.textRun(run.text.replaceAll(' ', NO_BREAK_SPACE), { style: CUE_MARK })
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

  table(table: ScriptTable): D.Table {
    const { rule, head, sides } = this.preset.table
    const line = { style: D.BorderStyle.SINGLE, size: 4, color: rule }
    const none = { style: D.BorderStyle.NONE, size: 0, color: 'auto' }
    const width = twips(textArea(this.preset.margins).width)
    const widths = columnWidths(table, width, this.language).map(Math.round)
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
      width: { size: width, type: D.WidthType.DXA },
      columnWidths: widths,
      layout: D.TableLayoutType.FIXED,
      margins: { left: 100, right: 100, top: 40, bottom: 40 },
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
/** Points between a table and what follows it. */
const TABLE_GAP = 8
