/** Two columns as the fields of a form, and back. `text` is the Markdown of a column below its title. */
import { parseFlow } from '../markdown/flow'
import { readInner, writeInner } from './directive-fields'

export type ColumnFields = { readonly title: string; readonly text: string }
export type ColumnsFields = readonly [left: ColumnFields, right: ColumnFields]

/** Parts behind the second belong to the right column, headings and all. */
export const readColumns = (body: string): ColumnsFields => {
  const inner = readInner(body, 'two-columns')
  const { children } = parseFlow(inner)
  const offset = (place: 'start' | 'end', node: (typeof children)[number]) => node.position?.[place].offset ?? 0
  const isHeading = (node: (typeof children)[number]) => node.type === 'heading' && inner.slice(offset('start', node)).startsWith('#')
  const headings = children.filter(isHeading)
  const [left, right] = headings
  if (left !== undefined) {
    const title = (node: (typeof children)[number] | undefined) => (node === undefined ? '' : inner.slice(offset('start', node), offset('end', node)).replace(/^#+[ \t]*|[ \t]*#*$/g, ''))
    const lead = inner.slice(0, offset('start', left)).trim()
    const ownText = inner.slice(offset('end', left), right === undefined ? inner.length : offset('start', right)).trim()
    return [
      { title: title(left), text: [lead, ownText].filter((part) => part !== '').join('\n\n') },
      { title: title(right), text: right === undefined ? '' : inner.slice(offset('end', right)).trim() },
    ]
  }
  const lines = inner.split(/\r?\n/)
  const at = lines.findIndex((line) => /^ {0,3}(?:-[ \t]*){3,}$/.test(line))
  if (at < 0) return [{ title: '', text: inner }, { title: '', text: '' }]
  return [{ title: '', text: lines.slice(0, at).join('\n').trim() }, { title: '', text: lines.slice(at + 1).join('\n').trim() }]
}

export const writeColumns = (body: string, columns: ColumnsFields): string => {
  const before = readColumns(body)
  if (columns.every(({ title, text }, at) => title.trim() === before[at]?.title && text.trim() === before[at].text)) return body
  const [left, right] = columns
  const parts = left.title.trim() === '' && right.title.trim() === '' ? [left.text, '---', right.text] : columns.map(({ title, text }) => `### ${title.replace(/\s+/g, ' ').trim()}\n${text.trim()}`)
  return writeInner(body, 'two-columns', parts.map((part) => part.trim()).filter((part) => part !== '').join('\n\n'))
}
