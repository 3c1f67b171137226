import { lineEndingOf, withLineEnding } from './lines'

export type Splice = { readonly start: number; readonly end: number; readonly text: string }

/** `text` with each range replaced; ranges do not overlap. */
export const splice = (text: string, ...changes: readonly Splice[]): string =>
  [...changes].sort((a, b) => b.start - a.start || b.end - a.end).reduce((result, { start, end, text: replacement }) => result.slice(0, start) + replacement + result.slice(end), text)

export const endsLine = (text: string): boolean => text === '' || /[\r\n]$/.test(text)

/** The lines of a range together with the blank lines behind it, when blank lines also stand before it. */
export const removal = (markdown: string, start: number, end: number): Splice => {
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(markdown.slice(end))?.[0] ?? ''
  const blankBefore = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(markdown.slice(Math.max(0, start - 200), start))
  return { start, end: blankBefore ? end + blank.length : end, text: '' }
}

/** Puts lines of their own at a line's start, with a blank line on either side where text stands. */
export const insertLines = (markdown: string, at: number, lines: string): string => {
  const ending = lineEndingOf(markdown)
  const before = markdown.slice(0, at)
  const after = markdown.slice(at)
  const isHead = before.replace(/^\uFEFF/, '') === ''
  const lead = isHead ? '' : !endsLine(before) ? ending + ending : /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before) ? '' : ending
  const tail = after === '' || /^[ \t]*(?:\r\n|\n|\r)/.test(after) ? '' : ending
  return `${before}${lead}${withLineEnding(lines, ending)}${ending}${tail}${after}`
}
