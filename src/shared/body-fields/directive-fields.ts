/** The attributes of a block's content directive and the Markdown within it, and back: what stands around it, and attributes that nobody asks for, stay. */
import { lineEndingOf, withLineEnding } from '../markdown/lines'
import { splice } from '../markdown/splice'
import { writeDirective } from '../markdown/write-content'
import { directiveIn, openingOf } from './directive-in'
import { setAttribute } from './set-attribute'

export const readAttribute = (body: string, name: string, key: string): string => directiveIn(body, name)?.attributes[key] ?? ''

/** @param value empty takes the attribute away; a body without the directive is put into one. */
export const writeAttribute = (body: string, name: string, key: string, value: string): string => {
  const directive = directiveIn(body, name)
  if (directive === undefined) return `${writeDirective(name, { [key]: value }, body.trim())}\n`
  if ((directive.attributes[key] ?? '') === value) return body
  const opening = openingOf(body, directive)
  return splice(body, { start: directive.start, end: directive.start + opening.length, text: setAttribute(opening, key, value) })
}

/** What stands in the directive; the whole body where there is none. */
export const readInner = (body: string, name: string): string => {
  const directive = directiveIn(body, name)
  return directive === undefined ? body.trim() : body.slice(directive.innerStart, directive.innerEnd).trim()
}

export const writeInner = (body: string, name: string, inner: string): string => {
  const directive = directiveIn(body, name)
  if (directive === undefined) return `${writeDirective(name, {}, inner.trim())}\n`
  if (inner.trim() === readInner(body, name)) return body
  const ending = lineEndingOf(body)
  return splice(body, { start: directive.innerStart, end: directive.innerEnd, text: inner.trim() === '' ? '' : withLineEnding(inner.trim(), ending) + ending })
}

/** Whether something stands beside the directive: that stays, and is edited as text. */
export const hasMoreThanDirective = (body: string, name: string): boolean => {
  const directive = directiveIn(body, name)
  return directive !== undefined && `${body.slice(0, directive.start)}${body.slice(directive.end)}`.trim() !== ''
}
