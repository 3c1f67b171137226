import { gfmTablePieces } from '../../../shared/outline/gfm-table'
import { escapeMarkdown } from '../../../shared/outline/material-body'
import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import type { Relationship } from '../ooxml/relationships'
import { childOf, childrenOf, isElement, type XmlElement } from '../ooxml/xml'
import type { PictureCollector } from '../picture-collector'
import { chartTable } from './chart-table'
import { diagramText } from './diagram-text'
import type { Findings } from './findings'
import type { PresentationParts } from './parts'
import { textLines, type TextLine } from './text-lines'

/** Placeholders whose text belongs to the design and is repeated on every slide (ECMA-376-1 §19.7.10). */
const furniture = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg'])
const titles = new Set(['title', 'ctrTitle'])
/** Placeholders that carry bullets unless their text says otherwise. */
const bulleted = new Set(['body', 'obj', undefined])

export type SlideText = { readonly title: string; readonly paragraphs: readonly RawParagraph[]; readonly notes: readonly string[] }

const placeholderOf = (shape: XmlElement): XmlElement | undefined => {
  const holder = shape.children.filter(isElement).find(({ name }) => /^p:nv\w*Pr$/.test(name))
  return childOf(childOf(holder, 'p:nvPr'), 'p:ph')
}
const propertiesOf = (shape: XmlElement): XmlElement | undefined => childOf(shape.children.filter(isElement).find(({ name }) => /^p:nv\w*Pr$/.test(name)), 'p:cNvPr')
const altOf = (shape: XmlElement): string => propertiesOf(shape)?.attributes.get('descr') ?? ''

const find = (element: XmlElement, name: string): XmlElement | undefined => {
  for (const child of element.children)
    if (isElement(child)) {
      const found = child.name === name ? child : find(child, name)
      if (found !== undefined) return found
    }
  return undefined
}

/** Reads one slide: its shapes in the order in which they were laid down, groups opened. */
export class SlideReader {
  private readonly paragraphs: RawParagraph[] = []
  private title = ''
  private readonly relationships: readonly Relationship[]

  constructor(
    private readonly parts: PresentationParts,
    private readonly pictures: PictureCollector,
    private readonly findings: Findings,
    private readonly partName: string,
    private readonly page: number,
  ) {
    this.relationships = parts.relationships(partName)
  }

  read(root: XmlElement): SlideText {
    const tree = childOf(childOf(root, 'p:cSld'), 'p:spTree')
    if (tree !== undefined) this.shapes(tree)
    for (const { type, target, external } of this.relationships)
      if (type === 'comments' && !external) this.findings.comments += this.parts.read(target)?.children.filter(isElement).filter(({ name }) => name.endsWith(':cm')).length ?? 0
    return { title: this.title, paragraphs: this.paragraphs, notes: this.notes() }
  }

  private notes(): string[] {
    const name = this.relationships.find(({ type, external }) => type === 'notesSlide' && !external)?.target
    const root = name === undefined ? undefined : this.parts.read(name)
    const tree = childOf(childOf(root, 'p:cSld'), 'p:spTree')
    return childrenOf(tree, 'p:sp')
      .filter((shape) => placeholderOf(shape)?.attributes.get('type') === 'body')
      .flatMap((shape) => textLines(childOf(shape, 'p:txBody')).map(({ text }) => text))
  }

  private target(id: string | undefined): string | undefined {
    const found = id === undefined ? undefined : this.relationships.find((relationship) => relationship.id === id)
    return found === undefined || found.external ? undefined : found.target
  }

  private shapes(parent: XmlElement): void {
    for (const shape of parent.children.filter(isElement)) this.shape(shape)
  }

  private shape(shape: XmlElement): void {
    this.judge(shape)
    switch (shape.name) {
      case 'p:grpSp':
        return this.shapes(shape)
      case 'mc:AlternateContent': {
        const branch = childOf(shape, 'mc:Choice') ?? childOf(shape, 'mc:Fallback')
        if (branch !== undefined) this.shapes(branch)
        return
      }
      case 'p:sp':
      case 'p:cxnSp':
        return this.text(shape)
      case 'p:pic':
        return this.picture(shape)
      case 'p:graphicFrame':
        return this.frame(shape)
      default:
    }
  }

  /** What PowerPoint asks to repair: an identifier that is no number (§19.3.1.12), a length that is none. */
  private judge(shape: XmlElement): void {
    const id = propertiesOf(shape)?.attributes.get('id')
    if (id !== undefined && !/^\d+$/.test(id)) this.findings.invalid += 1
    const look = (element: XmlElement) => {
      for (const value of element.attributes.values()) if (value === 'NaN') this.findings.invalid += 1
      for (const child of element.children) if (isElement(child)) look(child)
    }
    // What holds shapes is looked at shape by shape.
    if (shape.name !== 'p:grpSp' && shape.name !== 'mc:AlternateContent') look(shape)
  }

  private text(shape: XmlElement): void {
    const placeholder = placeholderOf(shape)
    const type = placeholder?.attributes.get('type')
    if (placeholder !== undefined && type !== undefined && furniture.has(type)) return
    const lines = textLines(childOf(shape, 'p:txBody'))
    if (lines.length === 0) return
    if (placeholder !== undefined && type !== undefined && titles.has(type) && this.title === '') {
      this.title = lines.map(({ text }) => text).join(' ')
      return
    }
    this.lines(lines, placeholder !== undefined && bulleted.has(type))
  }

  /** @param inList whether a line that does not say so itself carries a bullet. */
  private lines(lines: readonly TextLine[], inList: boolean): void {
    const counters: number[] = []
    for (const { text, depth, bullet, startAt } of lines) {
      const kind = bullet === undefined ? (inList ? 'bullet' : 'none') : bullet
      counters.length = depth + 1
      counters[depth] = kind === 'number' ? (counters[depth] ?? startAt - 1) + 1 : 0
      const number = kind === 'number' ? `${counters[depth]}.` : kind === 'bullet' ? '•' : ''
      this.add({ text, number, kind: kind === 'none' ? 'body' : 'list', styled: 0, depth, markdown: escapeMarkdown(text) })
    }
  }

  private add(paragraph: RawParagraph): void {
    this.paragraphs.push({ ...paragraph, neverHeading: true, page: this.page })
  }

  private picture(shape: XmlElement): void {
    if (find(shape, 'a:videoFile') ?? find(shape, 'a:audioFile') ?? find(shape, 'a:quickTimeFile')) this.findings.media += 1
    this.blip(shape, altOf(shape))
  }

  private blip(shape: XmlElement, alt: string): void {
    const id = find(shape, 'a:blip')?.attributes.get('r:embed')
    if (id === undefined) return
    const target = this.target(id)
    const bytes = target === undefined ? undefined : this.parts.archive.read(target)
    this.keep(bytes, alt)
  }

  private table(rows: readonly (readonly string[])[]): void {
    for (const text of gfmTablePieces(rows)) this.add({ text, number: '', kind: 'table', styled: 0 })
  }

  private frame(frame: XmlElement): void {
    const data = childOf(childOf(frame, 'a:graphic'), 'a:graphicData')
    if (data === undefined) return
    const table = childOf(data, 'a:tbl')
    if (table !== undefined) return this.table(tableRows(table))
    const chart = childOf(data, 'c:chart')
    if (chart !== undefined) return this.chart(this.target(chart.attributes.get('r:id')), altOf(frame))
    const diagram = childOf(data, 'dgm:relIds')
    if (diagram !== undefined) {
      const name = this.target(diagram.attributes.get('r:dm'))
      const root = name === undefined ? undefined : this.parts.read(name)
      if (root === undefined) return
      for (const { text, depth } of diagramText(root)) this.add({ text, number: '•', kind: 'list', styled: 0, depth, markdown: escapeMarkdown(text) })
      // A SmartArt can hold pictures of its own.
      if (name !== undefined) for (const { type, target, external } of this.parts.relationships(name)) if (type === 'image' && !external) this.keep(this.parts.archive.read(target), '')
      return
    }
    this.findings.objects += 1
    this.blip(data, altOf(frame))
  }

  private keep(bytes: Uint8Array | undefined, alt: string): void {
    if (bytes === undefined) {
      this.findings.missing += 1
      return
    }
    const paragraph = this.pictures.add(bytes, alt, { page: this.page })
    if (paragraph !== null) this.paragraphs.push(paragraph)
  }

  private chart(name: string | undefined, alt: string): void {
    const root = name === undefined ? undefined : this.parts.read(name)
    if (name === undefined || root === undefined) return
    this.parts.relationships(name) // for the workbooks outside that it was drawn from
    const { title, rows } = chartTable(root)
    const caption = title || alt
    if (rows.length === 0) {
      this.findings.objects += 1
      if (caption !== '') this.add({ text: caption, number: '', kind: 'body', styled: 0, markdown: escapeMarkdown(caption) })
      return
    }
    const [header = [], ...body] = rows
    this.table([[caption, ...header.slice(1)], ...body])
  }
}

/** Cells that a merged one covers stand in the file and say nothing (§21.1.3.16). */
const tableRows = (table: XmlElement): string[][] =>
  childrenOf(table, 'a:tr').map((row) =>
    childrenOf(row, 'a:tc').map((cell) => {
      const covered = ['hMerge', 'vMerge'].some((name) => ['1', 'true'].includes(cell.attributes.get(name) ?? ''))
      return covered ? '' : textLines(childOf(cell, 'a:txBody')).map(({ text }) => text).join(' ')
    }),
  )
