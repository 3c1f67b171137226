/**
 * The numbers in front of headings. Official Chinese documents number their levels 一、（一）1.（1）（党政机关公文格式 GB/T 9704—2012, 7.3.3);
 * laws 编, 章, 节, 条 (立法技术规范); scholarly and Western documents 1, 1.1, Chapter 1, Article 1.
 */
import { chineseNumeralCharacters, parseChineseNumeral } from './chinese-numeral'

/** From the outermost level to the innermost, as these forms are usually nested. */
export const numberForms = [
  'annex', // 附件1, Appendix A
  'part', // 第一编, 第一部分, Part I
  'chapter', // 第一章, 第一讲, Chapter 1
  'section', // 第一节, Section 1
  'article', // 第一条, Article 1
  'roman', // I.
  'han', // 一、
  'han-paren', // （一）
  'labelled', // 案例一：, 【活动2】
  'decimal-bare', // 1 Introduction — counts only where 1.1 is about
  'decimal', // 1. 1． 1、
  'dotted-2', // 1.1
  'dotted-3', // 1.1.1
  'dotted-4', // 1.1.1.1
  'letter', // A.
  'decimal-paren', // （1）
  'decimal-half-paren', // 1)
  'circled', // ①
  'point', // 一是, 二要: an argument in running text, never a heading
] as const
export type NumberForm = (typeof numberForms)[number]

/** Forms that number nothing but headings, and always nest in the order above: articles go on counting through chapters, so their sequence says nothing of nesting. */
export const structuralForms: ReadonlySet<NumberForm> = new Set(['annex', 'part', 'chapter', 'section', 'article'])

/** A number read off the start of a paragraph. */
export type ParsedNumber = {
  readonly form: NumberForm
  /** Position among its siblings, from 1; for dotted numbers the last component. */
  readonly value: number
  /** The number as printed, its closing punctuation included: `（一）`, `1．`, `第三条`. */
  readonly label: string
  /** The text after it, without leading space. */
  readonly rest: string
  /** Components before the last of a dotted number: `1.2` for `1.2.3`; empty for other forms. */
  readonly prefix: string
}

const han = `[${chineseNumeralCharacters}]{1,7}`
const figures = '[0-9０-９]{1,3}'
const roman = '[IVXLⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]{1,6}'

const ascii = (text: string): string => text.normalize('NFKC')

const parseRoman = (text: string): number | null => {
  const letters = Array.from(ascii(text).toUpperCase())
  const values = letters.map((letter) => ({ I: 1, V: 5, X: 10, L: 50 })[letter] ?? Number.NaN)
  const total = values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
  return Number.isNaN(total) ? null : total
}

const parseValue = (text: string): number | null => {
  const plain = ascii(text)
  if (/^\d+$/.test(plain)) return Number(plain)
  return parseChineseNumeral(text)
}

const western = (text: string): number | null => parseValue(text) ?? parseRoman(text)
const letter = (text: string): number => ascii(text).toUpperCase().charCodeAt(0) - 64

type Rule = { readonly form: NumberForm; readonly pattern: RegExp; readonly value: (matched: string) => number | null }

/** In each pattern, group 1 is the label and group 2 the number within it; the rest of the paragraph follows. The first match wins. */
const rules: readonly Rule[] = [
  { form: 'annex', pattern: new RegExp(`^(附\\s*[件录表]\\s*(${figures}|${han})?)[：:]?(?=\\s*$)`), value: (text) => (text === '' ? 1 : parseValue(text)) },
  { form: 'annex', pattern: /^(Appendix\s+([A-Z]|\d{1,2}))[.:]?(?=\s|$)/i, value: (text) => parseValue(text) ?? letter(text) },
  { form: 'part', pattern: new RegExp(`^(第\\s*(${han}|${figures})\\s*(?:编|篇|部分|单元|板块))(?![^\\s　：:、．.]{0,3}[，。；])`), value: parseValue },
  { form: 'part', pattern: /^(Part\s+(\d{1,3}|[IVXL]{1,6}|One|Two|Three))[.:]?(?=\s|$)/i, value: (text) => ['one', 'two', 'three'].indexOf(text.toLowerCase()) + 1 || western(text) },
  { form: 'chapter', pattern: new RegExp(`^(第\\s*(${han}|${figures})\\s*(?:章|讲|课))`), value: parseValue },
  { form: 'chapter', pattern: /^((?:Chapter|Lecture|Lesson)\s+(\d{1,3}|[IVXL]{1,6}))[.:]?(?=\s|$)/i, value: western },
  { form: 'section', pattern: new RegExp(`^(第\\s*(${han}|${figures})\\s*节)(?!课)`), value: parseValue },
  { form: 'section', pattern: /^((?:Section|§)\s*(\d{1,3}))[.:]?(?=\s|$)/i, value: parseValue },
  { form: 'article', pattern: new RegExp(`^(第\\s*(${han}|${figures})\\s*条)(?:之${han})?(?=[\\s　：:、【（(]|$|\\p{Script=Han})`, 'u'), value: parseValue },
  { form: 'article', pattern: /^((?:Article|Clause)\s+(\d{1,3}|[IVXL]{1,6}))[.:]?(?=\s|$)/i, value: western },
  { form: 'labelled', pattern: new RegExp(`^([【［[]?(?:案例|故事|活动|任务|专题|主题|模块|环节|问题|经验|链接|阅读材料)\\s*(${han}|${figures})[】］\\]]?)(?=[\\s　：:、．.]|$|(?<=[】］\\]]))[：:、．.]?`), value: parseValue },
  { form: 'point', pattern: new RegExp(`^(([一二三四五六七八九十]{1,3})(?:是|要|则|来))(?=.)`), value: parseValue },
  { form: 'han', pattern: new RegExp(`^((${han})\\s*[、．.])`), value: parseValue },
  { form: 'han-paren', pattern: new RegExp(`^([（(]\\s*(${han})\\s*[)）][、．.]?)`), value: parseValue },
  { form: 'han-paren', pattern: /^(([㈠-㈩]))/, value: (text) => parseChineseNumeral(ascii(text).replaceAll(/[()]/g, '')) },
  { form: 'decimal-paren', pattern: new RegExp(`^([（(]\\s*(${figures})\\s*[)）][、．.]?)`), value: parseValue },
  { form: 'decimal-paren', pattern: /^(([⑴-⒇]))/, value: (text) => Number(ascii(text).replaceAll(/[()]/g, '')) },
  { form: 'circled', pattern: /^(([①-⑳㉑-㉟]))[、．.]?/, value: (text) => Number(ascii(text)) },
  { form: 'decimal', pattern: /^(([⒈-⒛]))/, value: (text) => Number.parseInt(ascii(text), 10) },
  { form: 'decimal-half-paren', pattern: new RegExp(`^((${figures})\\s*[)）])`), value: parseValue },
  { form: 'decimal', pattern: new RegExp(`^((${figures})\\s*[．.、](?![0-9０-９]))`), value: parseValue },
  { form: 'roman', pattern: new RegExp(`^((${roman})\\s*[．.、])(?=\\s|\\p{Script=Han})`, 'u'), value: parseRoman },
  { form: 'letter', pattern: /^(([A-HJ-ZＡ-Ｚ])[．.、)）])(?=\s|\p{Script=Han})/u, value: letter },
  { form: 'decimal-bare', pattern: /^((\d{1,2}))(?=[\s　]+[^\d\s])/, value: Number },
]

/** `1.2.3`, also with full-width figures and dots; `1.5%` and `1.5亿元` are quantities. */
const dotted = /^((?:[0-9０-９]{1,3}[．.]){1,3}[0-9０-９]{1,3})[．.、]?(?=[\s　]|$|\p{L})(?![\s]*(?:[亿万千百倍元米吨年月天个所名人次级版]|公里|分钟|小时|平方|立方|学时))/u

/**
 * Reads the number at the start of a paragraph.
 * @returns null when there is none. Whether it numbers a heading is for the sequence to say: see heading-tree.ts.
 */
export const parseNumber = (text: string): ParsedNumber | null => {
  const start = text.trimStart()
  const parts = dotted.exec(start)
  if (parts?.[1] !== undefined) {
    const components = ascii(parts[1]).split('.')
    const value = Number(components.at(-1))
    const form = components.length === 2 ? 'dotted-2' : components.length === 3 ? 'dotted-3' : 'dotted-4'
    return { form, value, label: parts[1], rest: start.slice(parts[0].length).trim(), prefix: components.slice(0, -1).join('.') }
  }
  for (const { form, pattern, value: read } of rules) {
    const match = pattern.exec(start)
    if (match === null) continue
    const value = read(match[2] ?? '')
    if (value === null || value < 1) continue
    return { form, value, label: (match[1] ?? '').trim(), rest: start.slice(match[0].length).replace(/^[\s　：:]+/, '').trim(), prefix: '' }
  }
  return null
}

/** A number as a citation writes it: `二、` → `二`, `（一）` → `(一)`, `1．` → `1`, `第三条` as it is. */
export const locatorOf = (label: string): string =>
  label
    .normalize('NFKC')
    .replaceAll(/[【】［］[\]]/g, '')
    .replaceAll(/(?<![A-Za-z])\s+/g, '')
    .replace(/[、.:]+$/, '')
    .replace(/^(\d+)\)$/, '$1')
