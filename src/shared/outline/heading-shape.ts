import type { NumberForm } from './numbering'

/** How a numbered paragraph looks: a heading alone, a heading that runs into its text, or a sentence of a list. */
export type HeadingShape = { readonly kind: 'heading' | 'run-in' | 'item'; readonly title: string; readonly runIn: string; /** One short sentence that ends with a full stop. */ readonly stopped: boolean }

/** Widths count a Han character as 2 and a Latin letter as 1. Measured on official documents: headings rarely exceed one line of 28 characters. */
const LONGEST_HEADING = 100
const LONGEST_RUN_IN = 64
const LONGEST_LABEL = 24
const LONGEST_STOPPED = 60
const LONGEST_TITLE = 60

const width = (text: string): number => {
  let sum = 0
  for (const character of text) sum += character.charCodeAt(0) > 0x2e7f ? 2 : 1
  return sum
}

const truncate = (text: string): string => {
  let taken = ''
  for (const character of text) {
    if (width(taken) >= LONGEST_TITLE) return `${taken}…`
    taken += character
  }
  return taken
}

const sentenceEnd = /[。；;，,、]$|(?<=\p{L}{2})\.$/u
/** A lecture asks in its headings: 一、为什么要用？ A longer question is text. */
const LONGEST_QUESTION = 48
const isLongQuestion = (text: string) => /[？?！!]$/u.test(text) && width(text) > LONGEST_QUESTION

/** @param rest the paragraph without its number. */
export const shapeOf = (rest: string, form: NumberForm | null): HeadingShape => {
  const text = rest.trim()
  const stopped = /^[^。！？；]+。$/u.test(text) && width(text) <= LONGEST_STOPPED
  const shape = plainShapeOf(text, form)
  return { ...shape, title: stopped && shape.kind === 'item' ? text.slice(0, -1) : shape.title, stopped }
}

const plainShapeOf = (text: string, form: NumberForm | null): Omit<HeadingShape, 'stopped'> => {
  if (form === 'article') {
    const titled = /^[【〔（(]([^】〕）)]{1,30})[】〕）)]\s*(.*)$/su.exec(text)
    if (titled !== null) return { kind: 'run-in', title: titled[1] ?? '', runIn: titled[2] ?? '' }
    if (text === '' || (!sentenceEnd.test(text) && width(text) <= LONGEST_RUN_IN)) return { kind: 'heading', title: text, runIn: '' }
    return { kind: 'run-in', title: firstClause(text), runIn: text }
  }
  if (!sentenceEnd.test(text) && !isLongQuestion(text) && width(text) <= LONGEST_HEADING && !/[。；]|[！？].*[！？]/u.test(text)) return { kind: 'heading', title: text.replace(/[：:]$/, ''), runIn: '' }
  const sentence = /^([^。！？；]{2,})。\s*(.+)$/su.exec(text)
  if (sentence?.[1] !== undefined && sentence[2] !== undefined && width(sentence[1]) <= LONGEST_RUN_IN) return { kind: 'run-in', title: sentence[1], runIn: sentence[2] }
  const labelled = /^([^。！？；，：:]{2,})[：:]\s*(.{12,})$/su.exec(text)
  if (labelled?.[1] !== undefined && labelled[2] !== undefined && width(labelled[1]) <= LONGEST_LABEL && form !== 'han') return { kind: 'item', title: labelled[1], runIn: labelled[2] }
  if (labelled?.[1] !== undefined && labelled[2] !== undefined && width(labelled[1]) <= LONGEST_LABEL) return { kind: 'run-in', title: labelled[1], runIn: labelled[2] }
  return { kind: 'item', title: firstClause(text), runIn: text }
}

/** The beginning of a text as a title: up to its first pause, at most some thirty characters. */
export const firstClause = (text: string): string => {
  const clause = /^[^。！？；，：,;!?\n]{6,}?(?=[。！？；，：,;!?\n]|\.(?:\s|$)|$)/u.exec(text)?.[0] ?? text
  return truncate(clause.replaceAll(/\s+/g, ' ').trim())
}
