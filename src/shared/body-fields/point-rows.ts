/** Points as rows of a form — one line each, with its level — and back into the Markdown that they stand in. */
import type { List, Paragraph, RootContent } from 'mdast'
import { parseFlow } from '../markdown/flow'
import { lineEndingOf, withLineEnding } from '../markdown/lines'
import { scanTalk } from '../markdown/scan-talk'
import { insertLines, splice } from '../markdown/splice'
import type { Point } from '../model/block'

/** `text` is inline Markdown on one line; `level` counts from 0, and a row is at most one level below the one above. */
export type PointRow = { readonly text: string; readonly level: number; readonly marker: Point['marker'] }

type Found = { readonly start: number; readonly end: number; readonly rows: readonly PointRow[] }

/** The first run of points and plain paragraphs; what holds anything else (a picture, a table, a point of two paragraphs) is no row and stays as it is. */
export const readRows = (markdown: string): readonly PointRow[] => locate(markdown)?.rows ?? []

/** Whether something stands beside the rows: that stays, and is edited as text. */
export const hasMoreThanRows = (markdown: string): boolean => {
  const found = locate(markdown)
  return found === null ? markdown.trim() !== '' : `${markdown.slice(0, found.start)}${markdown.slice(found.end)}`.trim() !== ''
}

/** Writes rows in place of those that {@link readRows} gives; rows without text are left out, and rows that did not change keep the bytes of the whole. */
export const writeRows = (markdown: string, rows: readonly PointRow[]): string => {
  const told = rows.map((row) => ({ ...row, text: row.text.replace(/\s+/g, ' ').trim() })).filter(({ text }) => text !== '')
  const found = locate(markdown)
  if (isSame(told, found?.rows ?? [])) return markdown
  const text = withLineEnding(rowsText(told), lineEndingOf(markdown))
  if (found !== null) return splice(markdown, { start: found.start, end: found.end, text })
  return markdown.trim() === '' ? text : insertLines(markdown, 0, text)
}

const isSame = (a: readonly PointRow[], b: readonly PointRow[]): boolean => a.length === b.length && a.every((row, at) => row.text === b[at]?.text && row.level === b[at].level && row.marker === b[at].marker)

const locate = (markdown: string): Found | null => {
  for (const node of scanTalk(markdown).nodes) {
    if (node.type !== 'text') continue
    const source = markdown.slice(node.start, node.end)
    const blocks = parseFlow(source).children
    const first = blocks.findIndex((block) => rowsOf(block, source) !== null)
    if (first < 0) continue
    const run: { readonly block: RootContent; readonly rows: readonly PointRow[] }[] = []
    for (const block of blocks.slice(first)) {
      const rows = rowsOf(block, source)
      if (rows === null) break
      run.push({ block, rows })
    }
    return { start: node.start + (run[0]?.block.position?.start.offset ?? 0), end: node.start + (run.at(-1)?.block.position?.end.offset ?? 0), rows: run.flatMap(({ rows }) => rows) }
  }
  return null
}

/** Null for what is neither a paragraph of text nor a list of single lines. */
const rowsOf = (block: RootContent, source: string): readonly PointRow[] | null => {
  if (block.type === 'paragraph') return isText(block) ? [{ text: lineOf(block, source), level: 0, marker: 'none' }] : null
  return block.type === 'list' ? listRows(block, source, 0) : null
}

const listRows = (list: List, source: string, level: number): readonly PointRow[] | null => {
  const rows: PointRow[] = []
  for (const item of list.children) {
    const [first, below, ...more] = item.children
    if (first?.type !== 'paragraph' || !isText(first) || more.length > 0 || (below !== undefined && below.type !== 'list')) return null
    const children = below === undefined ? [] : listRows(below, source, level + 1)
    if (children === null) return null
    rows.push({ text: lineOf(first, source), level, marker: list.ordered === true ? 'number' : 'bullet' }, ...children)
  }
  return rows
}

const isText = ({ children }: Paragraph): boolean => children.every((child) => child.type !== 'image' && child.type !== 'break')

const lineOf = ({ position }: Paragraph, source: string): string => source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).replace(/[ \t]*\r?\n[ \t]*/g, ' ').trim()

/** CommonMark: what belongs to a point is indented by the width of its marker. */
const rowsText = (rows: readonly PointRow[]): string => {
  const indents: number[] = [0]
  const numbers: number[] = []
  return rows
    .map((row, at) => {
      const above = rows[at - 1]
      const level = row.marker === 'none' || above === undefined || above.marker === 'none' ? 0 : Math.min(row.level, above.level + 1, indents.length - 1)
      if (row.marker === 'none') {
        indents.length = 1
        numbers.length = 0
        return `${above === undefined ? '' : '\n'}${row.text}`
      }
      const number = row.marker === 'number' ? (numbers[level] ?? 0) + 1 : 0
      const mark = row.marker === 'bullet' ? '- ' : `${number}. `
      numbers.length = level
      numbers[level] = number
      indents.length = level + 1
      indents.push((indents[level] ?? 0) + mark.length)
      const parted = above !== undefined && (above.marker === 'none' || (above.marker !== row.marker && level === 0))
      return `${parted ? '\n' : ''}${' '.repeat(indents[level] ?? 0)}${mark}${row.text}`
    })
    .join('\n')
}
