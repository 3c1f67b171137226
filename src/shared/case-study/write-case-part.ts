import { caseParts, type CasePart } from '../model/case-study'
import { caseLayout } from './case-segments'

const titles: Readonly<Record<CasePart, { readonly chinese: string; readonly english: string }>> = {
  background: { chinese: '背景', english: 'Background' },
  action: { chinese: '做法', english: 'Action' },
  result: { chinese: '成效', english: 'Result' },
  lesson: { chinese: '启示', english: 'Lesson' },
}

const endOfLine = (text: string) => (text === '' ? '' : text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n')

/**
 * Puts Markdown in the place of what a part of a case says; a part that is not there yet is added where it belongs in the order background, action,
 * result, lesson, headed or labelled as the others are. Everything else of the body stays to the byte.
 */
export const writeCasePart = (body: string, part: CasePart, markdown: string): string => {
  const { to, segments } = caseLayout(body)
  const text = markdown.trim()
  const told = segments.find((segment) => segment.part === part)
  if (told) {
    const before = body.slice(0, told.from)
    const after = body.slice(told.to)
    const opening = told.marks === '' ? '' : endOfLine(before)
    return text === '' ? `${before}${after === '' || before.endsWith('\n') ? '' : '\n\n'}${after}` : `${before}${opening}${text}${after === '' ? '\n' : endsWithDirective(after) ? '\n' : '\n\n'}${after}`
  }
  const place = caseParts.indexOf(part)
  const next = segments.find((segment) => segment.part !== null && caseParts.indexOf(segment.part) > place)
  const at = next?.start ?? to
  const others = segments.find((segment) => segment.part !== null)
  const { chinese, english } = titles[part]
  const title = body.trim() === '' || /\p{Script=Han}/u.test(body + markdown) ? chinese : english
  const before = body.slice(0, at)
  const after = body.slice(at)
  const named = others?.marks === '' ? `${title}${title === chinese ? '：' : ': '}${text}\n` : `${others?.marks ?? '###'} ${title}\n${text === '' ? '' : `\n${text}\n`}`
  return `${before}${endOfLine(before)}${named}${after === '' || endsWithDirective(after) ? '' : '\n'}${after}`
}

const endsWithDirective = (text: string): boolean => text.startsWith(':::')
