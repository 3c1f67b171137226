import type { BlockContent as BlockNode, List, Nodes, Parents, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toString } from 'mdast-util-to-string'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { parse as parseYaml } from 'yaml'
import type { Outcome, Warning } from '../../shared/outcome'
import { gfmTablePieces } from '../../shared/outline/gfm-table'
import type { DocumentFacts } from '../../shared/outline/document-facts'
import type { RawParagraph } from '../../shared/outline/raw-paragraph'
import { dataPicture } from './data-picture'
import { markdownParts, type MarkdownPart } from './markdown-parts'
import type { PictureCollector } from './picture-collector'
import { decodeText } from './text-encoding'

export type MarkdownDocument = { readonly paragraphs: readonly RawParagraph[]; readonly facts: Partial<DocumentFacts> }

const plain = (node: Nodes): string => toString(node, { includeHtml: false, includeImageAlt: false }).replaceAll(/[ \t]*\n[ \t]*/g, '\n').trim()

/** Text of raw HTML: comments, scripts and styles gone with their content, tags without. Nothing of it is ever rendered as HTML. */
const textOfHtml = (html: string): string =>
  html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replaceAll(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replaceAll(/<(?:br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' })[name] ?? "'")
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()

/**
 * Built once for all parts. What turns bare addresses within a finished text into links is left out: a link's text and its place in the file are the same
 * either way, and nothing else of it is read, but it looked at every word of every cell.
 */
const syntax = [gfm(), frontmatter(['yaml'])]
const trees = [...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })), frontmatterFromMarkdown(['yaml'])]

const isParent = (node: Nodes): node is Parents => 'children' in node

/** Reads one Markdown file; holds what is told to the user at the end. */
class MarkdownReader {
  readonly paragraphs: RawParagraph[] = []
  /** Addresses of pictures outside the file. */
  readonly outside: string[] = []
  facts: Partial<DocumentFacts> = {}
  readonly warnings: Warning[] = []

  constructor(private readonly pictures: PictureCollector) {}

  /** The part being read; positions count from its start. */
  private source = ''

  read({ text, definitions }: MarkdownPart): void {
    const source = definitions === '' ? text : `${text}\n\n${definitions}`
    this.source = source
    const root = fromMarkdown(source, { extensions: syntax, mdastExtensions: trees })
    // What was added for the references is read with the part in which it stands.
    for (const node of root.children) if ((node.position?.start.offset ?? 0) < text.length) this.block(node)
  }

  /** The Markdown of a node as written, without the HTML and the pictures in it. */
  private markdownOf(node: Nodes): string {
    const cuts: { start: number; end: number }[] = []
    const look = (inner: Nodes) => {
      const start = inner.position?.start.offset
      const end = inner.position?.end.offset
      if ((inner.type === 'html' || inner.type === 'image' || inner.type === 'imageReference') && start !== undefined && end !== undefined) cuts.push({ start, end })
      else if (isParent(inner)) for (const child of inner.children) look(child)
    }
    look(node)
    let at = node.position?.start.offset ?? 0
    let text = ''
    for (const { start, end } of cuts) {
      text += this.source.slice(at, start)
      at = end
    }
    // Continuation lines of a list item or quotation carry the indentation or `>` of their container.
    return (text + this.source.slice(at, node.position?.end.offset ?? at)).replaceAll(/\n[ \t>]+/g, '\n').trim()
  }

  /** Pictures inside the file are taken out, to stand behind the paragraph that shows them; of the others the addresses are noted. */
  private picturesIn(node: Nodes): RawParagraph[] {
    if (node.type === 'image') return this.picture(node.url, node.alt ?? '')
    if (node.type === 'imageReference') return this.picture(node.identifier, node.alt ?? '')
    if (node.type === 'html') return [...node.value.matchAll(/<img\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)/gi)].flatMap((match) => this.picture(match[1] ?? '', /\balt\s*=\s*["']([^"']*)/i.exec(match[0])?.[1] ?? ''))
    return isParent(node) ? node.children.flatMap((child) => this.picturesIn(child)) : []
  }

  private picture(address: string, alt: string): RawParagraph[] {
    const bytes = dataPicture(address)
    if (bytes === null) {
      this.outside.push(address.startsWith('data:') ? 'data:…' : address)
      return []
    }
    const paragraph = this.pictures.add(bytes, alt)
    return paragraph === null ? [] : [paragraph]
  }

  private add(node: Nodes, part: Partial<RawParagraph>, prefix = ''): void {
    const pictures = this.picturesIn(node)
    this.addText(node, part, prefix)
    this.paragraphs.push(...pictures)
  }

  private addText(node: Nodes, part: Partial<RawParagraph>, prefix: string): void {
    const text = part.text ?? plain(node)
    if (text === '') return
    const markdown = part.markdown ?? this.markdownOf(node)
    this.paragraphs.push({ number: '', kind: 'body', styled: 0, ...part, text, markdown: prefix === '' ? markdown : markdown.replaceAll(/^/gm, prefix) })
  }

  private list(list: List, depth: number, prefix: string): void {
    for (const [at, item] of list.children.entries()) {
      const number = list.ordered === true ? `${(list.start ?? 1) + at}.` : '•'
      for (const [index, child] of item.children.entries())
        if (child.type === 'list') this.list(child, depth + 1, prefix)
        else if (child.type === 'paragraph') this.add(child, { kind: 'list', number: index === 0 ? number : '', depth }, prefix)
        else this.block(child, prefix)
    }
  }

  block(node: RootContent | BlockNode, prefix = ''): void {
    switch (node.type) {
      case 'heading':
        return this.add(node, { styled: node.depth })
      case 'paragraph':
        return this.add(node, {}, prefix)
      case 'list':
        return this.list(node, 0, prefix)
      case 'blockquote':
        for (const child of node.children) this.block(child, `${prefix}> `)
        return
      case 'table': {
        const pictures = this.picturesIn(node)
        for (const table of gfmTablePieces(node.children.map((row) => row.children.map(plain)))) this.paragraphs.push({ text: table, number: '', kind: 'table', styled: 0, markdown: table })
        this.paragraphs.push(...pictures)
        return
      }
      case 'code':
        return this.add(node, { text: node.value.trim() }, prefix)
      case 'html':
        return this.add(node, { text: textOfHtml(node.value), markdown: textOfHtml(node.value) }, prefix)
      case 'footnoteDefinition':
        return this.add(node, { kind: 'note', number: `[${node.label ?? node.identifier}]`, markdown: plain(node) })
      case 'yaml':
        return this.frontMatter(node.value)
      // Rules and link definitions say nothing; the others never stand where blocks do.
      case 'thematicBreak':
      case 'definition':
      case 'listItem':
      case 'tableRow':
      case 'tableCell':
      case 'text':
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'inlineCode':
      case 'break':
      case 'link':
      case 'linkReference':
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
        return
    }
  }

  private frontMatter(text: string): void {
    try {
      const value: unknown = parseYaml(text)
      if (typeof value !== 'object' || value === null) return
      const fields = new Map(Object.entries(value))
      const read = (...names: readonly string[]) => {
        const found = names.map((name) => fields.get(name)).find((field) => typeof field === 'string' || typeof field === 'number')
        return found === undefined ? {} : String(found).trim()
      }
      const entries = { title: read('title', '标题'), issuer: read('issuer', '发文机关'), number: read('number', '文号'), date: read('date', '日期', '成文日期') }
      this.facts = Object.fromEntries(Object.entries(entries).filter(([, entry]) => typeof entry === 'string'))
    } catch {
      this.warnings.push({ code: 'front-matter-unreadable', place: 'line 1', message: { 'zh-CN': '文件开头的信息区（--- 之间）格式有误，已跳过，正文不受影响。', en: 'The block between --- at the start of the file is malformed and was skipped. The text is complete.' } })
    }
  }
}

/** Columns of indentation, list and quotation marks before a line's text, beyond any real document's. */
const DEEPEST_LINE = 64

/** Nesting is written in front of a line, and the parser's work grows with the square of it: what is beyond the deepest is dropped, the words stay. */
const boundNesting = (text: string): string => text.replaceAll(new RegExp(`^([ \\t>*+-]{${DEEPEST_LINE}})[ \\t>*+-]+`, 'gm'), '$1')

/** As many pictures as a message can name. */
const NAMED_PICTURES = 5

/**
 * Reads a Markdown file (CommonMark, GFM, YAML front matter). HTML is reduced to its text, pictures outside the file are named in a warning.
 * @param collector takes the pictures out that stand in the text as `data:` addresses.
 * @throws LecternError `not-a-document` when the bytes are not text.
 */
export const readMarkdown = (bytes: Uint8Array, collector: PictureCollector): Outcome<MarkdownDocument> => {
  const text = boundNesting(decodeText(bytes).text)
  const reader = new MarkdownReader(collector)
  for (const part of markdownParts(text)) reader.read(part)
  const { paragraphs, facts, outside, warnings } = reader
  if (outside.length > 0) {
    const names = outside.slice(0, NAMED_PICTURES).join(' , ')
    const more = outside.length > NAMED_PICTURES
    warnings.push({
      code: 'pictures-left-out',
      place: '',
      message: { 'zh-CN': `文中引用的 ${outside.length} 张图片在文件之外，没有导入：${names}${more ? ' 等' : ''}`, en: `Pictures outside the file were left out: ${outside.length} (${names}${more ? ' …' : ''}).` },
    })
  }
  return { value: { paragraphs, facts }, warnings }
}
