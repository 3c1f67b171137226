/** A clause or a quotation as the fields of a form, and back into the Markdown of its material. */
import { toString } from 'mdast-util-to-string'
import { escapeText } from '../markdown/escape-text'
import { parseFlow } from '../markdown/flow'
import { lineEndingOf, linesOf, withLineEnding } from '../markdown/lines'
import { splice } from '../markdown/splice'
import { readAttribution, writeAttribution, type Attribution } from './attribution'

/** `text` is Markdown without the marks of the quotation. */
export type QuotationFields = Attribution & { readonly text: string }

type Found = { readonly start: number; readonly end: number; readonly isQuoted: boolean; readonly text: string; readonly attribution: string }

const QUOTED = /^ {0,3}> ?/
const DASHES = /^[ \t]*(?:—{1,2}|―{1,2}|⸺|--)[ \t]*(?=\S)/

/** The first quotation of the body with the attribution in it or behind it; a body without one is the text as a whole. */
export const readQuotation = (body: string): QuotationFields => {
  const { text, attribution } = locate(body)
  return { ...readAttribution(attribution), text }
}

/** Whether something stands beside what {@link readQuotation} reads: that stays, and is edited as text. */
export const hasMoreThanQuotation = (body: string): boolean => {
  const { start, end } = locate(body)
  return `${body.slice(0, start)}${body.slice(end)}`.trim() !== ''
}

/** Writes the fields into the body. What an unchanged field says keeps its bytes; whatever has an attribution becomes a quotation. */
export const writeQuotation = (body: string, fields: QuotationFields): string => {
  const found = locate(body)
  const before = { ...readAttribution(found.attribution), text: found.text }
  const attribution = writeAttribution(fields)
  const text = withLineEnding(fields.text.replace(/^(?:[ \t]*[\r\n])+|\s+$/g, ''), '\n')
  if (text === before.text && attribution === writeAttribution(before)) return body
  const isQuoted = found.isQuoted || attribution !== ''
  const lines = [...(text === '' ? [] : text.split('\n').map((line) => (isQuoted ? `> ${line}`.trimEnd() : line))), ...(attribution === '' ? [] : [`> —— ${escapeText(attribution)}`])]
  const tail = /[\r\n]+$/.exec(body.slice(found.start, found.end))?.[0] ?? (found.end === body.length && lines.length > 0 ? '\n' : '')
  return splice(body, { start: found.start, end: found.end, text: withLineEnding(lines.join('\n'), lineEndingOf(body)) + (lines.length === 0 ? '' : tail) })
}

const locate = (body: string): Found => {
  const lines = linesOf(body)
  const first = lines.findIndex(({ text }) => QUOTED.test(text))
  if (first < 0) {
    const last = lines.findLastIndex(({ text }) => text.trim() !== '')
    const signed = last > 0 && DASHES.test(lines[last]?.text ?? '')
    return { start: 0, end: body.length, isQuoted: false, text: joined(lines.slice(0, signed ? last : lines.length).map(({ text }) => text)), attribution: signed ? plain(lines[last]?.text ?? '') : '' }
  }
  let after = first
  while (after < lines.length && QUOTED.test(lines[after]?.text ?? '')) after++
  const quoted = lines.slice(first, after).map(({ text }) => text.replace(QUOTED, ''))
  const last = quoted.findLastIndex((text) => text.trim() !== '')
  const start = lines[first]?.start ?? 0
  if (DASHES.test(quoted[last] ?? '')) return { start, end: lines[after - 1]?.next ?? body.length, isQuoted: true, text: joined(quoted.slice(0, last)), attribution: plain(quoted[last] ?? '') }
  const behind = lines.findIndex(({ text }, at) => at >= after && text.trim() !== '')
  const signed = behind >= 0 && DASHES.test(lines[behind]?.text ?? '')
  return { start, end: lines[signed ? behind : after - 1]?.next ?? body.length, isQuoted: true, text: joined(quoted), attribution: signed ? plain(lines[behind]?.text ?? '') : '' }
}

const joined = (lines: readonly string[]): string => lines.join('\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '')

const plain = (line: string): string => toString(parseFlow(line.replace(DASHES, ''))).trim()
