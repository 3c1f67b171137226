import type { PhrasingContent } from 'mdast'
import type { Inline } from '../model/block'

type Style = Omit<Inline, 'text'>

/** A line of text with its styles; `breaks` separates lines at hard breaks. */
export const inlineLinesOf = (nodes: readonly PhrasingContent[]): readonly (readonly Inline[])[] => {
  const lines: Inline[][] = [[]]
  const add = (text: string, style: Style): void => {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (text === '' || line === undefined) return
    if (last !== undefined && sameStyle(last, style)) line[line.length - 1] = { ...last, text: last.text + text }
    else line.push({ ...style, text })
  }
  const walk = (children: readonly PhrasingContent[], style: Style): void => {
    for (const node of children) {
      if (node.type === 'text') add(node.value, style)
      else if (node.type === 'inlineCode') add(node.value, { ...style, code: true })
      else if (node.type === 'strong') walk(node.children, { ...style, strong: true })
      else if (node.type === 'emphasis') walk(node.children, { ...style, emphasis: true })
      else if (node.type === 'link') walk(node.children, { ...style, href: node.url })
      else if (node.type === 'linkReference') walk(node.children, style)
      else if (node.type === 'break' || (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value))) lines.push([])
      // Other HTML is dropped, its text content is kept by the text nodes around it. Pictures are read by `picture.ts`.
    }
  }
  walk(nodes, {})
  return lines.map((line) => trimLine(joinSoftBreaks(line))).filter((line, index) => line.length > 0 || index === 0)
}

/** The same on one line, as a heading or a table cell has it. */
export const inlinesOf = (nodes: readonly PhrasingContent[]): readonly Inline[] => inlineLinesOf(nodes).reduce<readonly Inline[]>((all, line) => (all.length === 0 ? line : line.length === 0 ? all : [...all, { text: ' ' }, ...line]), [])

export const plainTextOf = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('')

const sameStyle = (a: Style, b: Style): boolean => a.strong === b.strong && a.emphasis === b.emphasis && a.code === b.code && a.href === b.href

/**
 * A line ending inside a paragraph is a space between Latin words and nothing between full-width characters
 * (CSS Text 3 §4.1.3, "segment break transformation").
 */
const joinSoftBreaks = (line: readonly Inline[]): readonly Inline[] => {
  const whole = plainTextOf(line)
  let offset = 0
  return line.map((inline) => {
    const start = offset
    offset += inline.text.length
    if (!inline.text.includes('\n')) return inline
    const text = inline.text.replace(/[ \t]*\r?\n[ \t]*/g, (ending, at: number) => (isWide(whole[start + at - 1]) && isWide(whole[start + at + ending.length]) ? '' : ' '))
    return { ...inline, text }
  })
}

const isWide = (character: string | undefined): boolean => character !== undefined && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60“”‘’—…·]/u.test(character)

const trimLine = (line: readonly Inline[]): readonly Inline[] => {
  const trimmed = line.map((inline, index) => ({ ...inline, text: index === 0 ? inline.text.replace(/^[ \t]+/, '') : inline.text }))
  const last = trimmed.at(-1)
  if (last !== undefined) trimmed[trimmed.length - 1] = { ...last, text: last.text.replace(/[ \t]+$/, '') }
  return trimmed.filter(({ text }) => text !== '')
}

/** Splits styled text at the first match of `separator`; null when it does not occur within one style. */
export const splitInlines = (inlines: readonly Inline[], separator: RegExp): readonly [readonly Inline[], readonly Inline[]] | null => {
  for (const [index, inline] of inlines.entries()) {
    const match = separator.exec(inline.text)
    if (match === null) continue
    const before = { ...inline, text: inline.text.slice(0, match.index).trimEnd() }
    const after = { ...inline, text: inline.text.slice(match.index + match[0].length).trimStart() }
    return [[...inlines.slice(0, index), before].filter(({ text }) => text !== ''), [after, ...inlines.slice(index + 1)].filter(({ text }) => text !== '')]
  }
  return null
}
