import type { AssetHash } from '../../../shared/model/ids'
import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import type { Relationship } from '../ooxml/relationships'
import { childOf, childrenOf, isElement, wholeNumber, type XmlElement } from '../ooxml/xml'
import type { MediaCollector } from '../media/media-collector'
import type { PictureCollector } from '../picture-collector'
import { chartTable, type ChartTable } from './chart-table'
import { diagramText } from './diagram-text'
import type { Findings } from './findings'
import type { PresentationParts } from './parts'
import { textLines, type TextLine } from './text-lines'

/** Placeholders whose text belongs to the design and is repeated on every slide (ECMA-376-1 §19.7.10). */
const furniture = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg'])
const titles = new Set(['title', 'ctrTitle'])
/** Placeholders that carry bullets unless their text says otherwise. */
const bulleted = new Set(['body', 'obj', undefined])

/** What stands on a slide besides its title, in the order in which it was laid down. A picture is the paragraph that its collector gave for it. */
export type SlideItem =
  | { readonly kind: 'text'; readonly text: string; /** 0–8. */ readonly depth: number; readonly marker: 'bullet' | 'number' | 'none'; /** The number as shown, empty without. */ readonly number: string; /** The index of the placeholder it fills; null outside. */ readonly placeholder: number | null; /** Name of its shape. */ readonly shape: string; /** The first colour of the scheme that it is written in; empty without. */ readonly colour: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | ({ readonly kind: 'chart'; readonly caption: string } & Omit<ChartTable, 'title'>)
  | { readonly kind: 'picture'; readonly picture: RawParagraph; /** What is played in its place. */ readonly played?: AssetHash }

export type SlideContent = {
  readonly title: string
  readonly items: readonly SlideItem[]
  readonly notes: readonly string[]
  /** Drawings without text. */
  readonly drawings: number
}

const placeholderOf = (shape: XmlElement): XmlElement | undefined => {
  const holder = shape.children.filter(isElement).find(({ name }) => /^p:nv\w*Pr$/.test(name))
  return childOf(childOf(holder, 'p:nvPr'), 'p:ph')
}
const propertiesOf = (shape: XmlElement): XmlElement | undefined => childOf(shape.children.filter(isElement).find(({ name }) => /^p:nv\w*Pr$/.test(name)), 'p:cNvPr')
const altOf = (shape: XmlElement): string => propertiesOf(shape)?.attributes.get('descr') ?? ''

/** Text that stands in no shape of its own. */
const free = { placeholder: null, shape: '', colour: '' }

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
  private readonly items: SlideItem[] = []
  private drawings = 0
  private title = ''
  private readonly relationships: readonly Relationship[]

  constructor(
    private readonly parts: PresentationParts,
    private readonly pictures: PictureCollector,
    private readonly findings: Findings,
    private readonly partName: string,
    private readonly page: number,
    /** Takes films and sounds out; null where they are left in the original. */
    private readonly media: MediaCollector | null = null,
  ) {
    this.relationships = parts.relationships(partName)
  }

  read(root: XmlElement): SlideContent {
    const tree = childOf(childOf(root, 'p:cSld'), 'p:spTree')
    if (tree !== undefined) this.shapes(tree)
    for (const { type, target, external } of this.relationships)
      if (type === 'comments' && !external) this.findings.comments += this.parts.read(target)?.children.filter(isElement).filter(({ name }) => name.endsWith(':cm')).length ?? 0
    return { title: this.title, items: this.items, notes: this.notes(), drawings: this.drawings }
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
    if (lines.length === 0) {
      if (placeholder === undefined) this.drawings += 1
      return
    }
    if (placeholder !== undefined && type !== undefined && titles.has(type) && this.title === '') {
      this.title = lines.map(({ text }) => text).join(' ')
      return
    }
    const holder = { placeholder: placeholder === undefined ? null : (wholeNumber(placeholder.attributes.get('idx')) ?? 0), shape: propertiesOf(shape)?.attributes.get('name') ?? '', colour: find(childOf(shape, 'p:txBody') ?? shape, 'a:schemeClr')?.attributes.get('val') ?? '' }
    this.lines(lines, placeholder !== undefined && bulleted.has(type), holder)
  }

  /** @param inList whether a line that does not say so itself carries a bullet. */
  private lines(lines: readonly TextLine[], inList: boolean, holder: Pick<Extract<SlideItem, { kind: 'text' }>, 'placeholder' | 'shape' | 'colour'>): void {
    const counters: number[] = []
    for (const { text, depth, bullet, startAt } of lines) {
      const marker = bullet === undefined ? (inList ? 'bullet' : 'none') : bullet
      counters.length = depth + 1
      counters[depth] = marker === 'number' ? (counters[depth] ?? startAt - 1) + 1 : 0
      this.items.push({ kind: 'text', text, depth, marker, number: marker === 'number' ? `${counters[depth]}.` : '', ...holder })
    }
  }

  private picture(shape: XmlElement): void {
    const film = find(shape, 'a:videoFile') ?? find(shape, 'a:audioFile') ?? find(shape, 'a:quickTimeFile')
    if (film === undefined) return this.blip(shape, altOf(shape))
    const before = this.items.length
    const played = this.playedBy(shape, film)
    this.blip(shape, altOf(shape), played ?? undefined)
    // Without a picture that stands for it nothing of it came along.
    if (played === null || this.items.length === before) this.findings.media += 1
  }

  /** Since 2010 films are embedded beside the link that older programs follow ([MS-PPTX] §2.2.3.7). */
  private playedBy(shape: XmlElement, film: XmlElement): AssetHash | null {
    const target = this.target(find(shape, 'p14:media')?.attributes.get('r:embed')) ?? this.target(film.attributes.get('r:link'))
    const bytes = this.media === null || target === undefined ? undefined : this.parts.archive.read(target)
    return bytes === undefined ? null : (this.media?.add(bytes) ?? null)
  }

  private blip(shape: XmlElement, alt: string, played?: AssetHash): void {
    const id = find(shape, 'a:blip')?.attributes.get('r:embed')
    if (id === undefined) return
    const target = this.target(id)
    const bytes = target === undefined ? undefined : this.parts.archive.read(target)
    this.keep(bytes, alt, played)
  }

  private frame(frame: XmlElement): void {
    const data = childOf(childOf(frame, 'a:graphic'), 'a:graphicData')
    if (data === undefined) return
    const table = childOf(data, 'a:tbl')
    if (table !== undefined) {
      this.items.push({ kind: 'table', rows: tableRows(table) })
      return
    }
    const chart = childOf(data, 'c:chart')
    if (chart !== undefined) return this.chart(this.target(chart.attributes.get('r:id')), altOf(frame))
    const diagram = childOf(data, 'dgm:relIds')
    if (diagram !== undefined) {
      const name = this.target(diagram.attributes.get('r:dm'))
      const root = name === undefined ? undefined : this.parts.read(name)
      if (root === undefined) return
      for (const { text, depth } of diagramText(root)) this.items.push({ kind: 'text', text, depth, marker: 'bullet', number: '', ...free })
      // A SmartArt can hold pictures of its own.
      if (name !== undefined) for (const { type, target, external } of this.parts.relationships(name)) if (type === 'image' && !external) this.keep(this.parts.archive.read(target), '')
      return
    }
    this.findings.objects += 1
    this.blip(data, altOf(frame))
  }

  private keep(bytes: Uint8Array | undefined, alt: string, played?: AssetHash): void {
    if (bytes === undefined) {
      this.findings.missing += 1
      return
    }
    const picture = this.pictures.add(bytes, alt, { page: this.page })
    if (picture !== null) this.items.push({ kind: 'picture', picture, ...(played && { played }) })
  }

  private chart(name: string | undefined, alt: string): void {
    const root = name === undefined ? undefined : this.parts.read(name)
    if (name === undefined || root === undefined) return
    this.parts.relationships(name) // for the workbooks outside that it was drawn from
    const { title, ...data } = chartTable(root)
    const caption = title || alt
    if (data.rows.length > 0) {
      this.items.push({ kind: 'chart', caption, ...data })
      return
    }
    this.findings.objects += 1
    if (caption !== '') this.items.push({ kind: 'text', text: caption, depth: 0, marker: 'none', number: '', ...free })
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
