import type { BlockContent, Inline, Point } from '../model/block'
import type { ReadDirective } from './directive-content'
import { pointsOf, type Findings, type FlowNode } from './flow-points'
import { badAttribute } from './talk-warnings'

/** A question: paragraphs are its stem, the last list its options, `answer` the letters of the right ones. */
export const questionOf = ({ attributes, flow, explanation, line }: ReadDirective, beside: readonly FlowNode[], findings: Findings): BlockContent => {
  const list = flow.findLast(({ node }) => node.type === 'list')
  const stem = flatten(pointsOf([...beside, ...flow.filter((part) => part !== list)], findings))
  const options = list === undefined ? [] : lettered(pointsOf([list], findings))
  const answer = [...new Set((attributes['answer'] ?? '').toUpperCase().replace(/[\s,，、;；]+/g, ''))].sort().join('')
  const unknown = answer.split('').filter((letter) => !options.some((option) => option.letter === letter))
  if (unknown.length > 0)
    findings.warnings.push(
      badAttribute(line, `答案“${attributes['answer'] ?? ''}”不在选项里。请写选项的字母，例如 answer=B。`, `The answer “${attributes['answer'] ?? ''}” is not among the options. Write their letters, such as answer=B.`),
    )
  return { kind: 'question', stem, options, answer: unknown.length > 0 ? '' : answer, explanation: flatten(pointsOf(explanation, findings)) }
}

const flatten = (points: readonly Point[]): readonly (readonly Inline[])[] => points.flatMap(({ inlines, children }) => [inlines, ...flatten(children)])

/** `A 甲`, `A. 甲`, `A、甲`, `(A) 甲`: letters are read only when all options carry theirs in order; otherwise they are given. */
const letterMark = /^[(（]?([A-Z])(?:[)）][.．、]?\s*|[.．、:：]\s*|\s+)/

const lettered = (points: readonly Point[]): readonly { readonly letter: string; readonly inlines: readonly Inline[] }[] => {
  const letters = points.map((_, index) => String.fromCharCode(65 + (index % 26)))
  const marked = points.every(({ inlines }, index) => letterMark.exec(inlines[0]?.text ?? '')?.[1] === letters[index])
  return points.map(({ inlines, children }, index) => {
    const text = [...inlines, ...flatten(children).flatMap((line): readonly Inline[] => [{ text: ' ' }, ...line])]
    const [first, ...rest] = text
    const bare = marked && first !== undefined ? [{ ...first, text: first.text.replace(letterMark, '') }, ...rest].filter((inline) => inline.text !== '') : text
    return { letter: letters[index] ?? '', inlines: bare }
  })
}
