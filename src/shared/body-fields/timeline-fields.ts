/** A timeline as the fields of a form, and back: `- when：what` a row. */
import { readInner, writeInner } from './directive-fields'
import { readRows, writeRows, type PointRow } from './point-rows'

/** `row` is the point that the event was read from; null for a new one. Both texts are Markdown. */
export type EventFields = { readonly when: string; readonly what: string; readonly row: PointRow | null }

export const readEvents = (body: string): readonly EventFields[] => readRows(readInner(body, 'timeline')).map((row) => ({ ...split(row.text), row }))

export const writeEvents = (body: string, events: readonly EventFields[]): string => writeInner(body, 'timeline', writeRows(readInner(body, 'timeline'), events.map(rowOf)))

/** A colon between digits is a time of day, as in reading (directive-content.ts). */
const SEPARATOR = /：|(?<!\d):|:(?!\d)/

const split = (text: string): { readonly when: string; readonly what: string } => {
  const match = SEPARATOR.exec(text)
  return match === null ? { when: '', what: text } : { when: text.slice(0, match.index).trimEnd(), what: text.slice(match.index + match[0].length).trimStart() }
}

/** An event that says what its point said keeps it letter for letter. */
const rowOf = ({ when, what, row }: EventFields): PointRow => {
  const place = { level: row?.level ?? 0, marker: row?.marker ?? ('bullet' as const) }
  if (row !== null) {
    const before = split(row.text)
    if (before.when === when.trim() && before.what === what.trim()) return row
  }
  const colon = /[\p{Script=Han}]/u.test(when + what) || /^[\d\s.\-–—/]*$/.test(when + what) ? '：' : ': '
  return { ...place, text: when.trim() === '' ? what.trim() : `${when.trim()}${colon}${what.trim()}` }
}
