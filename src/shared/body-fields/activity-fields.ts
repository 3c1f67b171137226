/** An activity as the fields of a form, and back into the Markdown of its material. */
import { lineEndingOf, withLineEnding } from '../markdown/lines'
import { splice } from '../markdown/splice'
import { writeDirective } from '../markdown/write-content'
import { directiveIn, openingOf } from './directive-in'
import { setAttribute } from './set-attribute'

/** `minutes` as it is written, empty without; `steps` is Markdown. */
export type ActivityFields = { readonly minutes: string; readonly steps: string }

export const readActivity = (body: string): ActivityFields => {
  const directive = directiveIn(body, 'activity')
  if (directive === undefined) return { minutes: '', steps: body.trim() }
  return { minutes: directive.attributes['minutes'] ?? '', steps: body.slice(directive.innerStart, directive.innerEnd).trim() }
}

/** Whether something stands beside the activity: that stays, and is edited as text. */
export const hasMoreThanActivity = (body: string): boolean => {
  const directive = directiveIn(body, 'activity')
  return directive !== undefined && `${body.slice(0, directive.start)}${body.slice(directive.end)}`.trim() !== ''
}

/** Writes the fields into the body; a text without the directive becomes one when it gets minutes. */
export const writeActivity = (body: string, fields: ActivityFields): string => {
  const before = readActivity(body)
  const steps = fields.steps.trim()
  if (fields.minutes === before.minutes && steps === before.steps) return body
  const directive = directiveIn(body, 'activity')
  if (directive === undefined) return fields.minutes === '' ? `${steps}\n` : `${writeDirective('activity', { minutes: fields.minutes }, steps)}\n`
  const opening = openingOf(body, directive)
  const ending = lineEndingOf(body)
  return splice(
    body,
    ...(fields.minutes === before.minutes ? [] : [{ start: directive.start, end: directive.start + opening.length, text: setAttribute(opening, 'minutes', fields.minutes) }]),
    ...(steps === before.steps ? [] : [{ start: directive.innerStart, end: directive.innerEnd, text: steps === '' ? '' : withLineEnding(steps, ending) + ending }]),
  )
}
