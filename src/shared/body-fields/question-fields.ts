/** A question as the fields of a form, and back into the Markdown of its material. */
import { parseFlow } from '../markdown/flow'
import { questionDirectiveOf } from '../markdown/question-directive'
import type { DirectiveNode } from '../markdown/scan-talk'
import { splice } from '../markdown/splice'
import { writeDirective } from '../markdown/write-content'
import { directiveIn, openingOf } from './directive-in'
import { setAttribute } from './set-attribute'

export type QuestionOption = { readonly text: string; readonly isRight: boolean }
/** Every text is Markdown. Options are lettered by their order. */
export type QuestionFields = { readonly stem: string; readonly options: readonly QuestionOption[]; readonly explanation: string }

export const emptyQuestion: QuestionFields = { stem: '', options: [{ text: '', isRight: false }, { text: '', isRight: false }], explanation: '' }

/** The letter of an option; a question has at most 26, the most that letters name (more than that repeats them, as reading does). */
export const letterOf = (index: number): string => String.fromCharCode(65 + (index % 26))

/** Reads the first question of a body; a body without the directive is read as documents write questions. */
export const readQuestion = (body: string): QuestionFields => fieldsOf(locate(withDirective(body)))

/** Whether something stands beside the question: that stays, and is edited as text. */
export const hasMoreThanQuestion = (body: string): boolean => {
  const directive = directiveIn(body, 'question')
  return directive !== undefined && `${body.slice(0, directive.start)}${body.slice(directive.end)}`.trim() !== ''
}

/**
 * Writes the fields into the body. What did not change keeps its bytes, what stands around the question too, and options without text are left out.
 */
export const writeQuestion = (body: string, fields: QuestionFields): string => {
  const told: QuestionFields = { ...fields, options: fields.options.filter(({ text }) => text.trim() !== '') }
  const markdown = withDirective(body)
  const found = locate(markdown)
  const before = fieldsOf(found)
  const same = { stem: before.stem === told.stem.trim(), options: isSame(before.options, told.options), explanation: before.explanation === told.explanation.trim() }
  const { directive, stem, list, rest, explanation } = found
  const answer = told.options.map(({ isRight }, index) => (isRight ? letterOf(index) : '')).join('')
  const answerBefore = before.options.map(({ isRight }, index) => (isRight ? letterOf(index) : '')).join('')
  if (same.stem && same.options && same.explanation && answer === answerBefore) return body

  const newStem = same.stem ? stem.trim() : told.stem.trim()
  const why = told.explanation.trim()
  const inner = [
    newStem,
    same.options && same.stem ? list.trimEnd() : writeOptions(told.options, newStem),
    rest.trim(),
    same.explanation ? explanation.trim() : why === '' ? '' : writeDirective('explanation', {}, why),
  ].filter((part) => part !== '')
  const opening = openingOf(markdown, directive)
  // A container that holds another takes one colon more.
  const colons = Math.max(directive.colons, 2 + Math.max(1, ...Array.from(inner.join('\n').matchAll(/^[ \t]*(:{3,})/gm), ([, run = '']) => run.length - 1)))
  const fence = (answer === answerBefore ? opening : setAttribute(opening, 'answer', answer)).replace(/^(\s*):{3,}/, `$1${':'.repeat(colons)}`)
  const tail = /[\r\n]*$/.exec(markdown.slice(directive.start, directive.end))?.[0] ?? ''
  return splice(markdown, { start: directive.start, end: directive.end, text: `${[fence, inner.join('\n\n'), ':'.repeat(colons)].filter((part) => part !== '').join('\n')}${tail}` })
}

type Found = { readonly directive: DirectiveNode; readonly stem: string; /** The source of the options' list. */ readonly list: string; readonly options: readonly string[]; readonly rest: string; readonly explanation: string; readonly why: string }

const withDirective = (body: string): string => (directiveIn(body, 'question') === undefined ? `${questionDirectiveOf(body)}\n` : body)

const locate = (markdown: string): Found => {
  const directive = directiveIn(markdown, 'question')
  if (directive === undefined) throw new Error('A question without its directive')
  const explained = directive.children.find((node): node is DirectiveNode => node.type === 'directive' && node.name === 'explanation')
  const slice = (from: number, to: number) => markdown.slice(from, to)
  const inner = explained === undefined ? slice(directive.innerStart, directive.innerEnd) : slice(directive.innerStart, explained.start) + slice(explained.end, directive.innerEnd)
  const list = parseFlow(inner).children.findLast((node) => node.type === 'list')
  const from = list?.position?.start.offset ?? inner.length
  const to = list?.position?.end.offset ?? inner.length
  const options = list?.type === 'list' ? list.children.map(({ children }) => inner.slice(children[0]?.position?.start.offset ?? to, children.at(-1)?.position?.end.offset ?? to)) : []
  return {
    directive,
    stem: inner.slice(0, from),
    list: inner.slice(from, to),
    options,
    rest: inner.slice(to),
    explanation: explained === undefined ? '' : slice(explained.start, explained.end),
    why: explained === undefined ? '' : slice(explained.innerStart, explained.innerEnd).trim(),
  }
}

/** As the dialect reads letters: only when all options carry theirs in order. */
const letterMark = /^[(（]?([A-Z])(?:[)）][.．、]?\s*|[.．、:：]\s*|\s+)/

const fieldsOf = ({ directive, stem, options, why }: Found): QuestionFields => {
  const isMarked = options.every((option, index) => letterMark.exec(option)?.[1] === letterOf(index))
  const answer = (directive.attributes['answer'] ?? '').toUpperCase()
  return { stem: stem.trim(), options: options.map((option, index) => ({ text: isMarked ? option.replace(letterMark, '') : option, isRight: answer.includes(letterOf(index)) })), explanation: why }
}

const isSame = (before: readonly QuestionOption[], after: readonly QuestionOption[]): boolean => before.length === after.length && before.every(({ text }, index) => text === after[index]?.text)

const writeOptions = (options: readonly QuestionOption[], stem: string): string => {
  const last = parseFlow(stem).children.at(-1)
  // Another bullet begins another list (CommonMark §5.3): the options do not run on from a list that ends the stem.
  const bullet = last?.type === 'list' && stem[last.position?.start.offset ?? 0] === '-' ? '*' : '-'
  return options.map(({ text }, index) => `${bullet} ${letterOf(index)} ${text.trim().replace(/\n(?=\S)/g, '\n  ')}`).join('\n')
}
