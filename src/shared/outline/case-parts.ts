import { caseParts, type CasePart } from '../model/case-study'

/** The parts of which a case study is told (product.md): background, action, result, lesson. */
const parts = [
  /^(?:案例|项目|工作|实施)?(?:背景|缘起|问题|挑战|background|context|challenge)/i,
  /^(?:主要|具体|实践)?(?:做法|举措|措施|过程|行动|实践|action|approach)/i,
  /^(?:主要|实践|取得的?)?(?:成效|效果|成果|结果|变化|results?|outcomes?)/i,
  /^(?:经验|主要)?(?:启示|经验|反思|思考|体会|lessons?)/i,
] as const

const partOf = (title: string): number => (title.length > 16 ? -1 : parts.findIndex((pattern) => pattern.test(title.trim())))

/** The part that a title names; null when it is of another kind. */
export const casePartNamed = (title: string): CasePart | null => caseParts[partOf(title)] ?? null

/** @returns which part each title names (0–3, −1 for none); null unless at least two different parts are named and they are most of the titles. */
export const casePartsOf = (titles: readonly string[]): readonly number[] | null => {
  const named = titles.map(partOf)
  const known = named.filter((part) => part >= 0)
  return new Set(known).size >= 2 && known.length * 2 > titles.length ? named : null
}

const labelled = /^(?:- )?(?:\*\*)?([^：:\n*]{2,10})(?:\*\*)?[：:](?:\*\*)?\s*(\S[\s\S]*)$/u

/** Turns paragraphs that begin with `背景：…`, `做法：…` into parts under `###`, where at least two of them do; otherwise the body stays as it is. */
export const headCaseParts = (body: string): string => {
  const paragraphs = body.split('\n\n')
  const labels = paragraphs.map((paragraph) => labelled.exec(paragraph))
  const known = labels.flatMap((label) => (label?.[1] !== undefined && partOf(label[1]) >= 0 ? [partOf(label[1])] : []))
  if (new Set(known).size < 2) return body
  return paragraphs.map((paragraph, at) => (labels[at]?.[1] !== undefined && partOf(labels[at][1]) >= 0 ? `### ${labels[at][1]}\n\n${labels[at][2] ?? ''}` : paragraph)).join('\n\n')
}
