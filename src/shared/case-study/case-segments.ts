import type { CasePart } from '../model/case-study'
import { casePartNamed } from '../outline/case-parts'

/** A part of a case in its body: what names it, and the range of UTF-16 units that it says. */
export type CaseSegment = { readonly part: CasePart | null; readonly title: string; /** Heading marks, `###`; empty for a label in front of a paragraph. */ readonly marks: string; readonly start: number; readonly from: number; readonly to: number }
export type CaseLayout = { /** Where the case is told: the whole body, or what stands inside its `:::case`. */ readonly from: number; readonly to: number; readonly segments: readonly CaseSegment[] }

type Line = { readonly text: string; readonly start: number; readonly end: number; /** Inside a fence of code. */ readonly isCode: boolean }

const linesOf = (body: string): Line[] => {
  let fence = ''
  let start = 0
  return body.split('\n').map((text) => {
    const line = { text, start, end: Math.min(start + text.length + 1, body.length), isCode: fence !== '' }
    start += text.length + 1
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? ''
    if (fence === '' && mark !== '') fence = mark
    else if (fence !== '' && mark.startsWith(fence)) fence = ''
    return line
  })
}

/** The lines between `:::case…` and the `:::` that closes it, directives inside it passed over; all lines without one. */
const insideDirective = (lines: readonly Line[]): readonly Line[] => {
  const open = lines.findIndex(({ text, isCode }) => !isCode && /^:{3,}case\b/.test(text))
  if (open < 0) return lines
  let depth = 0
  for (const [at, { text, isCode }] of lines.entries()) {
    if (at < open || isCode) continue
    if (/^:{3,}[a-z]/.test(text)) depth++
    else if (/^:{3,}\s*$/.test(text) && --depth === 0) return lines.slice(open + 1, at)
  }
  return lines.slice(open + 1)
}

const HEADING = /^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/
const LABEL = /^(?:\*\*)?([^：:\n*#]{2,10})(?:\*\*)?[：:](?:\*\*)?[ \t]*/u

/** Where the parts of a case stand in its body: under headings, or, where no heading names a part, behind labels such as `背景：`. */
export const caseLayout = (body: string): CaseLayout => {
  const lines = insideDirective(linesOf(body))
  const from = lines[0]?.start ?? body.length
  const to = lines.at(-1)?.end ?? body.length
  const isFirst = (at: number) => at === 0 || lines[at - 1]?.text.trim() === ''

  const headings = lines.flatMap(({ text, start, end, isCode }) => {
    const [, marks = '', title = ''] = isCode ? [] : (HEADING.exec(text) ?? [])
    return marks === '' ? [] : [{ part: casePartNamed(title), title, marks, start, from: end }]
  })
  const labels = lines.flatMap(({ text, start, isCode }, at) => {
    const label = isCode || !isFirst(at) ? null : LABEL.exec(text)
    const part = casePartNamed(label?.[1] ?? '')
    return label && part ? [{ part, title: label[1] ?? '', marks: '', start, from: start + label[0].length }] : []
  })
  const found = headings.some(({ part }) => part !== null) ? headings : labels
  return { from, to, segments: found.map((segment, index) => ({ ...segment, to: found[index + 1]?.start ?? to })) }
}
