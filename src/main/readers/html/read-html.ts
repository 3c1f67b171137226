import { html, parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Outcome, Warning } from '../../../shared/outcome'
import type { DocumentFacts } from '../../../shared/outline/document-facts'
import { gfmTablePieces } from '../../../shared/outline/gfm-table'
import { escapeMarkdown } from '../../../shared/outline/material-body'
import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import { dataPicture } from '../data-picture'
import type { PictureCollector } from '../picture-collector'
import { tooLarge } from '../refusals'
import { decodeHtml } from './html-encoding'
import { inlineSvg } from './inline-svg'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

export type WebPage = { readonly paragraphs: readonly RawParagraph[]; readonly facts: Partial<DocumentFacts> }

const MOST_PARAGRAPHS = 100_000
/** Beyond this a page is built to exhaust a reader; its text is still read, as one piece. */
const DEEPEST = 300
/** A cell of more text than this is a column of a page laid out as a table. */
const LONGEST_CELL = 2000
const WIDEST = 64

/** Never shown, never run: their content is dropped with them. Everything that could fetch or execute is among them. */
const dropped = new Set(['script', 'style', 'template', 'noscript', 'noframes', 'svg', 'math', 'iframe', 'frame', 'object', 'embed', 'applet', 'canvas', 'audio', 'video', 'map', 'head', 'link', 'meta', 'base', 'input', 'select', 'textarea', 'button', 'datalist', 'rt', 'rp'])
const active = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'applet'])
const inline = new Set(['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'nobr', 'q', 'ruby', 'rb', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'output', 'meter', 'progress'])

const isElement = (node: Node): node is Element => 'tagName' in node
const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'
const attribute = (element: Element, name: string): string | undefined => element.attrs.find((attr) => attr.name === name && (attr.namespace === undefined || attr.namespace === ''))?.value
const isHidden = (element: Element) => attribute(element, 'hidden') !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '')
const elementsIn = (element: Element): Element[] => element.childNodes.filter(isElement)

/** All text beneath a node, in order; iterative, for trees of any depth. */
const flatText = (root: Element): string => {
  const pending: Node[] = [root]
  let text = ''
  while (pending.length > 0) {
    const node = pending.pop()
    if (node === undefined) break
    if (isText(node)) text += node.value
    else if (isElement(node) && !dropped.has(node.tagName)) pending.push(...node.childNodes.toReversed())
  }
  return text
}

type Place = { readonly depth: number; readonly listDepth: number; readonly quoted: boolean; readonly kept: boolean }

class PageReader {
  readonly paragraphs: RawParagraph[] = []
  title = ''
  outside = new Set<string>()
  hidden = 0
  active = 0

  /** Text that runs on until the next block begins. */
  private run = ''
  private marker: { readonly number: string; readonly depth: number } | null = null
  private styled = 0
  private waiting: RawParagraph[] = []

  constructor(private readonly pictures: PictureCollector) {}

  private flush(place: Place): void {
    const lines = this.run
      .replaceAll(/[ \t\n\r\f]+/g, ' ')
      .split('\u2028')
      .map((line) => line.replaceAll('\u00A0', ' ').trim())
      .filter((line) => line !== '')
    this.run = ''
    const joined = this.styled > 0 ? [lines.join(' ')].filter((line) => line !== '') : lines
    for (const [at, text] of joined.entries()) {
      const listed = this.marker
      this.push({
        text,
        number: at === 0 ? (listed?.number ?? '') : '',
        kind: listed === null ? 'body' : 'list',
        styled: this.styled,
        depth: Math.max(0, listed?.depth ?? 0),
        ...(place.quoted ? { markdown: `> ${escapeMarkdown(text)}` } : {}),
      })
    }
    if (joined.length > 0 && this.marker !== null) this.marker = null
    for (const picture of this.waiting.splice(0)) this.push(picture)
  }

  private push(paragraph: RawParagraph): void {
    this.paragraphs.push(paragraph)
    if (this.paragraphs.length > MOST_PARAGRAPHS) throw tooLarge()
  }

  children(element: Element, place: Place): void {
    for (const child of element.childNodes) this.node(child, place)
  }

  private node(node: Node, place: Place): void {
    if (isText(node)) {
      this.run += place.kept ? node.value.replaceAll(/\r?\n/g, '\u2028').replaceAll(' ', '\u00A0') : node.value
      return
    }
    if (isElement(node)) this.element(node, { ...place, depth: place.depth + 1 })
  }

  private element(element: Element, place: Place): void {
    const { tagName } = element
    if (active.has(tagName)) this.active += 1
    if (tagName === 'title' && this.title === '') this.title = flatText(element).replaceAll(/\s+/g, ' ').trim()
    if (tagName === 'head') return this.head(element)
    if (tagName === 'svg' && !isHidden(element)) return this.drawing(element, '')
    if (dropped.has(tagName)) return
    if (isHidden(element)) {
      this.hidden += 1
      return
    }
    if (place.depth > DEEPEST) {
      this.run += `${flatText(element)} `
      return
    }
    if (tagName === 'br') this.run += '\u2028'
    else if (tagName === 'img') this.picture(element, '')
    else if (inline.has(tagName)) this.children(element, place)
    else this.block(element, place)
  }

  private head(element: Element): void {
    for (const child of elementsIn(element)) {
      if (active.has(child.tagName)) this.active += 1
      if (child.tagName === 'title' && this.title === '') this.title = flatText(child).replaceAll(/\s+/g, ' ').trim()
    }
  }

  private block(element: Element, place: Place): void {
    const { tagName } = element
    this.flush(place)
    const heading = /^h([1-6])$/.exec(tagName)
    if (heading !== null) {
      this.styled = Number(heading[1])
      this.children(element, place)
      this.flush(place)
      this.styled = 0
      return
    }
    switch (tagName) {
      case 'ul':
      case 'ol':
      case 'menu':
        this.list(element, place)
        break
      case 'table':
        this.table(element, place)
        break
      case 'blockquote':
        this.children(element, { ...place, quoted: true })
        this.flush({ ...place, quoted: true })
        break
      case 'pre':
        this.children(element, { ...place, kept: true })
        break
      case 'figure':
        this.figure(element, place)
        break
      default:
        this.children(element, place)
    }
    this.flush(place)
  }

  private list(list: Element, place: Place): void {
    let count = Number.parseInt(attribute(list, 'start') ?? '1', 10) || 1
    for (const child of list.childNodes) {
      if (isElement(child) && child.tagName === 'li') {
        this.flush(place)
        this.marker = { number: list.tagName === 'ol' ? `${count}.` : '•', depth: place.listDepth }
        count += 1
        if (place.depth < DEEPEST) this.children(child, { ...place, depth: place.depth + 1, listDepth: place.listDepth + 1 })
        else this.run += flatText(child)
        this.flush(place)
        this.marker = null
      } else this.node(child, { ...place, listDepth: place.listDepth + 1 })
    }
  }

  private figure(figure: Element, place: Place): void {
    const caption = elementsIn(figure).find(({ tagName }) => tagName === 'figcaption')
    const words = caption === undefined ? '' : flatText(caption).replaceAll(/\s+/g, ' ').trim()
    const before = this.waiting.length
    let shown = false
    for (const child of figure.childNodes)
      if (isElement(child) && (child.tagName === 'img' || child.tagName === 'svg')) {
        if (child.tagName === 'img') this.picture(child, words)
        else this.drawing(child, words)
        shown ||= this.waiting.length > before
      } else if (child !== caption) this.node(child, place)
    this.flush(place)
    // Beneath a picture that was kept the caption is its text already.
    if (words !== '' && !shown) this.push({ text: words, number: '', kind: 'body', styled: 0 })
  }

  private picture(element: Element, caption: string): void {
    const source = attribute(element, 'src') ?? ''
    const bytes = dataPicture(source)
    if (bytes === null) {
      if (source !== '') this.outside.add(source.startsWith('data:') ? 'data:…' : source)
      return
    }
    const paragraph = this.pictures.add(bytes, caption || (attribute(element, 'alt') ?? ''), { captioned: caption !== '' })
    if (paragraph !== null) this.waiting.push(paragraph)
  }

  private drawing(element: Element, caption: string): void {
    const svg = inlineSvg(element)
    if (svg === null) return
    const paragraph = this.pictures.add(svg.bytes, caption || svg.name, { captioned: caption !== '' })
    if (paragraph !== null) this.waiting.push(paragraph)
  }

  private table(table: Element, place: Place): void {
    const rows = rowsOf(table)
    const texts = rows.map((row) => row.flatMap((cell) => [this.cellText(cell), ...Array<string>(spanOf(cell) - 1).fill('')]))
    const isData = rows.length >= 2 && rows.some((row) => row.length >= 2) && !rows.flat().some(holdsTable) && texts.every((row) => row.every((text) => text.length <= LONGEST_CELL))
    if (!isData) return this.children(table, place)
    const caption = elementsIn(table).find(({ tagName }) => tagName === 'caption')
    if (caption !== undefined) {
      this.children(caption, place)
      this.flush(place)
    }
    for (const text of gfmTablePieces(texts)) this.push({ text, number: '', kind: 'table', styled: 0 })
  }

  private cellText(cell: Element): string {
    return flatText(cell).replaceAll(/\s+/g, ' ').trim()
  }
}

const rowsOf = (table: Element): Element[][] =>
  elementsIn(table)
    .flatMap((child) => (['thead', 'tbody', 'tfoot'].includes(child.tagName) ? elementsIn(child) : [child]))
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => elementsIn(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th'))

const spanOf = (cell: Element): number => Math.min(WIDEST, Math.max(1, Number.parseInt(attribute(cell, 'colspan') ?? '1', 10) || 1))

const holdsTable = (cell: Element): boolean => {
  const pending: Element[] = [cell]
  while (pending.length > 0) {
    const element = pending.pop()
    if (element === undefined) break
    for (const child of elementsIn(element)) {
      if (child.tagName === 'table') return true
      pending.push(child)
    }
  }
  return false
}

const NAMED = 5

/**
 * Reads a web page by the HTML standard's own parsing rules. Only text, lists, tables and pictures inside the file are taken; nothing is fetched, run or kept as HTML.
 * @param pictures takes the pictures out that stand in the page as `data:` addresses.
 * @throws LecternError `not-a-document` when the bytes are not text, `too-large`.
 */
export const readHtml = (bytes: Uint8Array, pictures: PictureCollector): Outcome<WebPage> => {
  const document = parse(decodeHtml(bytes))
  const reader = new PageReader(pictures)
  const root = document.childNodes.find((node): node is Element => isElement(node) && node.namespaceURI === html.NS.HTML)
  if (root !== undefined) reader.children(root, { depth: 0, listDepth: 0, quoted: false, kept: false })
  const warnings: Warning[] = []
  const say = (code: string, chinese: string, english: string) => warnings.push({ code, place: '', message: { 'zh-CN': chinese, en: english } })
  if (reader.active > 0) say('scripts-left-out', `网页中有 ${reader.active} 处脚本或嵌入内容，没有运行，也没有导入。`, `Scripts and embedded content left out, none of which was run: ${reader.active}.`)
  if (reader.hidden > 0) say('hidden-text-left-out', `网页中有 ${reader.hidden} 处隐藏内容，没有导入。`, `Hidden pieces of the page left out: ${reader.hidden}.`)
  const outside = [...reader.outside]
  if (outside.length > 0) {
    const named = outside.slice(0, NAMED).join(' , ')
    const more = outside.length > NAMED ? { 'zh-CN': ' 等', en: ' …' } : { 'zh-CN': '', en: '' }
    say('pictures-left-out', `网页中的 ${outside.length} 张图片在网页之外，没有导入，也没有访问：${named}${more['zh-CN']}`, `Pictures outside the page were left out, none of which was fetched: ${outside.length} (${named}${more.en}).`)
  }
  return { value: { paragraphs: reader.paragraphs, facts: reader.title === '' ? {} : { title: reader.title } }, warnings }
}
