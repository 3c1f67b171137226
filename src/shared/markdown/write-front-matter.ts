import { isMap, isNode, isScalar, parseDocument, stringify } from 'yaml'
import { locateFrontMatter } from './front-matter'
import { lineEndingOf } from './lines'
import { splice } from './splice'

/** The text with one key of its front matter set, or taken away for null and ''. Every other line stays as it is, unknown keys and comments included. */
export const writeFrontMatter = (markdown: string, key: string, value: string | number | null): string => {
  const ending = lineEndingOf(markdown)
  const located = locateFrontMatter(markdown)
  const line = value === null || value === '' ? '' : `${key}: ${frontMatterScalar(value)}${ending}`
  if (located === null) {
    const start = markdown.startsWith('\uFEFF') ? 1 : 0
    return line === '' ? markdown : splice(markdown, { start, end: start, text: `---${ending}${line}---${ending}${start === markdown.length ? '' : ending}` })
  }
  const yaml = markdown.slice(located.yamlStart, located.yamlEnd)
  const found = rangeOf(yaml, key)
  if (found === null) return splice(markdown, { start: located.yamlEnd, end: located.yamlEnd, text: line })
  return splice(markdown, { start: located.yamlStart + found.start, end: located.yamlStart + found.end, text: line === '' ? '' : line.slice(0, -ending.length) + found.tail })
}

/** A value as YAML writes it on one line; quoted also where a reader by lines would stumble. */
export const frontMatterScalar = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  const text = value.replace(/\s+/g, ' ').trim()
  return stringify(text, { lineWidth: 0, defaultStringType: /[:#'"{}[\]&*!|>%@`,\\]/.test(text) ? 'QUOTE_DOUBLE' : 'PLAIN' }).trimEnd()
}

type LineRange = { readonly start: number; readonly end: number; /** What follows the value on its last line and stays when it is replaced: a comment, the line ending. */ readonly tail: string }

/** The lines of one key, found by the YAML parser where it can read the text, else by the line that begins with the key. */
const rangeOf = (yaml: string, key: string): LineRange | null => {
  const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false })
  const pair = document.errors.length === 0 && isMap(document.contents) ? document.contents.items.findLast((item) => isScalar(item.key) && item.key.value === key) : undefined
  if (pair !== undefined && isNode(pair.key) && pair.key.range) {
    const start = yaml.lastIndexOf('\n', pair.key.range[0]) + 1
    const valueEnd = isNode(pair.value) && pair.value.range ? Math.max(pair.value.range[1], pair.key.range[1] + 1) : pair.key.range[1] + 1
    // A block scalar's range reaches to the next line's start.
    const onLine = yaml[valueEnd - 1] === '\n' ? valueEnd - 1 : valueEnd
    const next = yaml.indexOf('\n', onLine)
    const end = next < 0 ? yaml.length : next + 1
    return { start, end, tail: yaml.slice(onLine, end).replace(/^(?=\n)/, yaml[onLine - 1] === '\r' ? '\r' : '') }
  }
  const escaped = key.replace(/[^\p{L}\p{N}_-]/gu, '')
  const match = new RegExp(`^${escaped}[ \\t]*[:：].*(?:\\r?\\n|$)`, 'mu').exec(yaml)
  return match === null ? null : { start: match.index, end: match.index + match[0].length, tail: /\r?\n$/.exec(match[0])?.[0] ?? '' }
}
