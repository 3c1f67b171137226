/** Paragraphs of a document as Markdown of the talk dialect, ready to stand in a block (formats.md). */
import type { OutlinedParagraph } from './raw-paragraph'

/**
 * Escapes only what Markdown would otherwise take for markup: a body is read and searched as text, and every backslash is in the way there.
 * A number at the start of a line is left alone — as a list it says the same.
 */
export const escapeMarkdown = (text: string): string => {
  let safe = text.replaceAll('\\', '\\\\')
  if ((safe.match(/\*/g)?.length ?? 0) > 1) safe = safe.replaceAll('*', '\\*')
  if (/(?<![\p{L}\p{N}])_[^_]+_(?![\p{L}\p{N}])/u.test(safe)) safe = safe.replaceAll('_', '\\_')
  if ((safe.match(/`/g)?.length ?? 0) > 1) safe = safe.replaceAll('`', '\\`')
  if (safe.includes('](')) safe = safe.replaceAll('](', ']\\(')
  safe = safe.replaceAll(/<(?=[A-Za-z/!?])/g, '\\<').replaceAll('~~', '\\~~')
  return safe.replace(/^(\s*)(#{1,6}(?=\s|$)|>|[-+*](?=\s)|:::|-{3,}|={3,}|\|)/u, '$1\\$2')
}

const ordered = /^(\d{1,3})[.．、)）]$/
const isListed = ({ kind }: OutlinedParagraph) => kind === 'list'

/** Four spaces nest beneath `- ` and `10. ` alike (CommonMark §5.2). */
const INDENT = '    '

/**
 * The marker of a list item: a bullet and a decimal number are Markdown's own, any other number is part of the text.
 * @param level from 0, within the list it stands in.
 */
const itemOf = ({ number }: OutlinedParagraph, level: number, text: string): string => {
  const indent = INDENT.repeat(level)
  const decimal = ordered.exec(number.normalize('NFKC'))?.[1]
  if (decimal !== undefined) return `${indent}${decimal}. ${text}`
  // A typed number of Markdown's own kind starts an ordered list as soon as a space follows.
  const typed = /^(\d{1,3}[.)])\s*(?!\d)(.+)$/su.exec(text)
  if (number === '' && typed !== null) return `${indent}${typed[1]} ${typed[2]}`
  return `${indent}- ${number === '•' ? '' : number}${text}`
}

const altOf = (text: string) => escapeMarkdown(text.replaceAll(/\s+/g, ' ').trim()).replaceAll(/(?<!\\)[[\]]/g, '\\$&')

const textOf = (paragraph: OutlinedParagraph, level: number): string => {
  const { kind, text, number, markdown, runIn } = paragraph
  switch (kind) {
    case 'heading':
      return escapeMarkdown(runIn)
    case 'table':
      return text
    case 'note':
      return `${escapeMarkdown(number)} ${markdown ?? escapeMarkdown(text)}`.trim()
    case 'list':
      return itemOf(paragraph, level, markdown ?? escapeMarkdown(text))
    case 'body':
      return markdown ?? `${number}${escapeMarkdown(text)}`
    case 'picture':
      return paragraph.asset === null ? '' : `![${altOf(text)}](asset:${paragraph.asset})`
    case 'toc':
      return ''
  }
}

const isQuoted = (markdown: string) => markdown.startsWith('>')

/** @returns Markdown; items of one list stand line under line, everything else is parted by an empty line. */
export const bodyOf = (paragraphs: readonly OutlinedParagraph[]): string => {
  let body = ''
  let before: OutlinedParagraph | null = null
  /** Depths of the items that the current one stands beneath: a list may begin, and jump, at any depth. */
  let above: number[] = []
  for (const paragraph of paragraphs) {
    above = isListed(paragraph) ? above.filter((depth) => depth < paragraph.depth) : []
    const text = textOf(paragraph, above.length)
    if (isListed(paragraph)) above.push(paragraph.depth)
    if (text === '') continue
    const sameList = before !== null && isListed(before) && isListed(paragraph)
    const sameQuotation = before !== null && before.markdown !== null && paragraph.markdown !== null && isQuoted(before.markdown) && isQuoted(paragraph.markdown)
    body += before === null ? text : sameList ? `\n${text}` : sameQuotation ? `\n>\n${text}` : `\n\n${text}`
    before = paragraph
  }
  return body
}
