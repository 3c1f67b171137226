import { escapeLine, escapeText } from '../../../shared/markdown/escape-text'
import { cellMarkdown } from '../../../shared/table-grid/cell-markdown'
import { emptyGrid, withCells } from '../../../shared/table-grid/grid'
import { writeTableInto } from '../../../shared/table-grid/markdown-table'
import { cellsOfHtml } from '../table-grid/cells-of-html'

/**
 * HTML from the clipboard — of a browser, Word, WPS — as Markdown: headings, paragraphs, emphasis, lists, quotations, links to the web and tables;
 * of everything else its text. The document is parsed, never shown: nothing in it runs or is fetched.
 * @returns null when there is nothing in it but plain text, which is better pasted as it is
 */
export function markdownOfHtml(html: string): string | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of body.querySelectorAll('script, style, head, title, template, noscript')) element.remove()
  if (!body.querySelector('h1, h2, h3, h4, h5, h6, strong, b, em, i, ul, ol, blockquote, table, a[href], [style*="bold"]')) return null
  const markdown = blocksOf(body).join('\n\n')
  return markdown === '' ? null : markdown
}

/** A table as Markdown, from the cells of a spreadsheet or a page. */
export const tableMarkdown = (cells: readonly (readonly string[])[]): string => {
  const written = cells.map((row) => row.map(cellMarkdown))
  const grid = withCells({ rows: [[]], align: [] }, 0, 0, written)
  return writeTableInto('', grid.align.length === 0 ? emptyGrid : grid).trim()
}

const BLOCKS = 'address, article, aside, blockquote, center, div, dl, dd, dt, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, ul'

const blocksOf = (parent: Element): string[] => {
  const blocks: string[] = []
  let inline = ''
  const endInline = () => {
    const text = inline.trim()
    if (text !== '') blocks.push(text)
    inline = ''
  }
  for (const node of parent.childNodes) {
    if (node instanceof Element && (node.matches(BLOCKS) || node.querySelector(BLOCKS))) {
      endInline()
      blocks.push(...blockOf(node))
    } else inline += inlineOf(node, inline === '')
  }
  endInline()
  return blocks
}

const blockOf = (element: Element): string[] => {
  const name = element.localName
  if (/^h[1-6]$/.test(name)) {
    const text = lineOf(element)
    return text === '' ? [] : [`${'#'.repeat(Math.max(3, Number(name.slice(1))))} ${text}`]
  }
  if (name === 'ul' || name === 'ol') return [listOf(element)].filter((list) => list !== '')
  if (name === 'blockquote') return [blocksOf(element).join('\n\n').replace(/^/gm, '> ').replace(/ +$/gm, '')].filter((quote) => quote.replace(/[>\s]/g, '') !== '')
  if (name === 'hr') return ['---']
  if (name === 'table') {
    const cells = cellsOfHtml(element.outerHTML) ?? []
    // A table of one column lays out text and holds no data.
    return cells.every((row) => row.length < 2) ? Array.from(element.querySelectorAll('td, th')).flatMap(blocksOf) : [tableMarkdown(cells)]
  }
  if (name === 'pre') return [`\`\`\`\n${(element.textContent ?? '').replace(/\n$/, '')}\n\`\`\``]
  return blocksOf(element)
}

const listOf = (list: Element): string =>
  Array.from(list.children)
    .filter((child) => child.localName === 'li' || /^[uo]l$/.test(child.localName))
    .map((item, index) => {
      // Word and WPS put an inner list beside its item instead of into it.
      if (item.localName !== 'li') return listOf(item).replace(/^/gm, '  ')
      const mark = list.localName === 'ol' ? `${index + 1}. ` : '- '
      const [first = '', ...rest] = blocksOf(item)
      const below = rest.map((block) => (/^(?:[-*+]|\d+[.)]) /.test(block) ? `\n${block}` : `\n\n${block}`)).join('')
      return mark + `${first}${below}`.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)
    })
    .join('\n')

const lineOf = (element: Element): string =>
  Array.from(element.childNodes, (node) => inlineOf(node, false))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** @param startsLine whether it stands where a mark would begin a block */
const inlineOf = (node: Node, startsLine: boolean): string => {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ')
    return startsLine ? escapeLine(text.trimStart()) : escapeText(text)
  }
  if (!(node instanceof HTMLElement)) return ''
  if (node.localName === 'br') return '\n'
  if (node.localName === 'code') return `\`${node.textContent}\``
  const inner = Array.from(node.childNodes, (child, at) => inlineOf(child, startsLine && at === 0)).join('')
  if (node.localName === 'a') {
    const href = node.getAttribute('href') ?? ''
    return /^(?:https?:|mailto:)[^\s()<>]+$/i.test(href) && inner.trim() !== '' ? `[${inner.trim()}](${href})` : inner
  }
  const weight = node.style.fontWeight
  const isPlain = weight === 'normal' || weight === '400'
  const isStrong = (/^(?:b|strong)$/.test(node.localName) && !isPlain) || weight === 'bold' || Number(weight) >= 600
  const isEmphasis = (/^(?:i|em)$/.test(node.localName) && node.style.fontStyle !== 'normal') || node.style.fontStyle === 'italic'
  return marked(inner, `${isStrong ? '**' : ''}${isEmphasis ? '*' : ''}`)
}

/** Blanks stay outside the marks, where CommonMark wants them (§6.2). */
const marked = (text: string, mark: string): string => {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return mark === '' || inner === '' ? text : `${before}${mark}${inner}${mark}${after}`
}
