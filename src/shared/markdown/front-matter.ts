import { parseDocument } from 'yaml'
import type { FrontMatter } from '../model/block'
import { lookOf, plainLook, type Look } from '../model/look'
import type { Localized } from '../language'
import type { Warning } from '../outcome'
import { rememberMany } from '../remember-many'
import { linesOf, type Line } from './lines'
import { badFrontMatter, missingTitle } from './talk-warnings'

/** The YAML between the two `---` lines at the head of a text, and the whole with its fences: `[start, end)`. */
export type LocatedFrontMatter = { readonly start: number; readonly end: number; readonly yamlStart: number; readonly yamlEnd: number }

export const locateFrontMatter = (markdown: string): LocatedFrontMatter | null => {
  const start = markdown.startsWith('\uFEFF') ? 1 : 0
  if (!/^---[ \t]*(?:\r\n|\n|\r)/.test(markdown.slice(start, start + 200))) return null
  const closing = /(\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/g
  closing.lastIndex = start + 3
  const match = closing.exec(markdown)
  if (match === null) return null
  const firstLine = /\r\n|\n|\r/g
  firstLine.lastIndex = start
  firstLine.exec(markdown)
  const yamlStart = firstLine.lastIndex
  const yamlEnd = Math.max(yamlStart, match.index + (match[1]?.length ?? 0))
  return { start, end: closing.lastIndex, yamlStart, yamlEnd }
}

/**
 * The front matter of a whole talk: one without `lang` is in the language it is written in.
 * @param designs keys of the designs of the user's own; any other that is no built-in one is warned of
 */
export const readFrontMatter = (markdown: string, designs: readonly string[] = []): { readonly front: FrontMatter; readonly warnings: readonly Warning[] } => {
  const located = locateFrontMatter(markdown)
  const warnings: Warning[] = []
  if (located === null && /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)[\p{L}_-]+[ \t]*[:：]/u.test(markdown.slice(0, 400)))
    warnings.push(badFrontMatter(1, '开头的信息区没有结束。请在它后面单独写一行“---”。', 'The front matter is never closed. Put a line with just “---” after it.'))
  const { values, found } = located === null ? nothingSaid : valuesIn(markdown.slice(located.yamlStart, located.yamlEnd))
  warnings.push(...found)
  const lineOf = (key: string): number => 1 + Math.max(0, linesOf(markdown.slice(0, located?.yamlEnd ?? 0)).findIndex((line) => line.text.trimStart().startsWith(key)))
  const value = (key: string): string => values.get(key) ?? ''

  const minutes = value('minutes') === '' ? null : Number(value('minutes').replace(/\s*(?:分钟?|min(?:utes)?)\s*$/i, ''))
  if (minutes !== null && !(minutes > 0 && minutes <= 6000)) warnings.push(badFrontMatter(lineOf('minutes'), `“minutes: ${value('minutes')}”不是分钟数。请写一个数字，例如 30。`, `“minutes: ${value('minutes')}” is not a number of minutes. Write a number such as 30.`))
  const date = value('date')
  if (date !== '' && !isDate(date)) warnings.push(badFrontMatter(lineOf('date'), `“date: ${date}”不是日期。请写成 2026-09-10 这样。`, `“date: ${date}” is not a date. Write it like 2026-09-10.`))
  const look = <K extends keyof Look>(key: K): Look[K] => {
    const read = lookOf(key, value(key))
    if (read === null && !(key === 'design' && designs.includes(value(key)))) warnings.push(badFrontMatter(lineOf(key), `“${key}: ${value(key)}”读不懂，先不管它。${lookWords[key]['zh-CN']}`, `“${key}: ${value(key)}” is not known and is passed over. ${lookWords[key].en}`))
    return read ?? plainLook[key]
  }
  if (value('title') === '') warnings.push(missingTitle())
  return {
    front: {
      title: value('title'),
      subtitle: value('subtitle'),
      occasion: value('occasion'),
      format: value('format'),
      audience: value('audience'),
      minutes: minutes !== null && minutes > 0 && minutes <= 6000 ? minutes : null,
      speaker: value('speaker'),
      date: isDate(date) ? date : '',
      lang: languageOfTalk(value('lang'), markdown, located?.end ?? 0),
      design: look('design'),
      mode: look('mode'),
      ratio: look('ratio'),
      transition: look('transition'),
      reveal: look('reveal'),
      template: lookOf('design', value('design')) === null ? value('design') : '',
    },
    warnings,
  }
}

const lookWords: Readonly<Record<keyof Look, Localized>> = {
  design: { 'zh-CN': '可以写 clear（清朗）、formal（庄重）或 lively（活力），也可以写已导入的模板的名称。', en: 'Write clear, formal or lively, or the name of a template that was brought in.' },
  mode: { 'zh-CN': '可以写 light（浅色）或 dark（深色）。', en: 'Write light or dark.' },
  ratio: { 'zh-CN': '可以写 16:9 或 4:3。', en: 'Write 16:9 or 4:3.' },
  transition: { 'zh-CN': '可以写 none（无）、fade（淡入）或 push（推入）。', en: 'Write none, fade or push.' },
  reveal: { 'zh-CN': '可以写 slides（答案在下一页）或 click（答案同页，点击出现）。', en: 'Write slides (the answer follows) or click (it appears on the same slide).' },
}

/** Without `lang`, a talk is English when it has Latin letters and not one Han character. */
const languageOfTalk = (lang: string, markdown: string, bodyStart: number): FrontMatter['lang'] => {
  if (/^en\b/i.test(lang)) return 'en'
  if (lang !== '') return 'zh-CN'
  const body = markdown.slice(bodyStart).replace(/^ {0,3}:{3,}.*$/gm, '')
  return /[A-Za-z]/.test(body) && !/\p{Script=Han}/u.test(markdown) ? 'en' : 'zh-CN'
}

/** A day that exists, as ISO 8601 `YYYY-MM-DD`. */
const isDate = (text: string): boolean => {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

type Values = { readonly values: ReadonlyMap<string, string>; readonly found: readonly Warning[] }
const nothingSaid: Values = { values: new Map(), found: [] }

/** A talk is read several times on its way to a deck, and again with every keystroke; what stands at its head hardly changes. */
const HEADS = 16
const valuesIn = rememberMany((yaml): Values => {
  const found: Warning[] = []
  return { values: valuesOf(yaml, found), found }
}, HEADS)

const valuesOf = (yaml: string, warnings: Warning[]): ReadonlyMap<string, string> => {
  try {
    const document = parseDocument(withQuotedTokens(yaml), { logLevel: 'silent', prettyErrors: true, uniqueKeys: false })
    const error = document.errors[0]
    if (error === undefined) {
      const data: unknown = document.toJS()
      if (data === null || data === undefined) return new Map()
      if (typeof data === 'object' && !Array.isArray(data)) return new Map(Object.entries(data).map(([key, value]) => [key, plainText(value)]))
      warnings.push(badFrontMatter(2, '开头的信息区应当一行一项，例如“title: 题目”。', 'The front matter takes one “key: value” a line, such as “title: My talk”.'))
    } else {
      const line = 1 + (error.linePos?.[0].line ?? 1)
      warnings.push(badFrontMatter(line, '这一行读不懂，先按原样读取。值里有冒号等符号时，请用引号括起来，例如 title: "甲: 乙"。', 'This line cannot be read as YAML and is taken literally. Put a value with a colon in quotation marks, as in title: "A: B".'))
    }
  } catch {
    warnings.push(badFrontMatter(2, '开头的信息区读不懂，先按原样读取。请一行写一项，例如“title: 题目”。', 'The front matter cannot be read as YAML and is taken literally. Write one “key: value” a line.'))
  }
  return new Map(linesOf(yaml).flatMap(pairOf))
}

/** `title: {{school.name}}` is a nested mapping to YAML and plain text to the writer. */
const withQuotedTokens = (yaml: string): string => yaml.replace(/^([\p{L}_][\p{L}\p{N}_-]*:[ \t]+)([^"'\s][^\r\n]*)$/gmu, (line, key: string, value: string) => (value.includes('{{') ? key + JSON.stringify(value) : line))

const pairOf = (line: Line): readonly (readonly [string, string])[] => {
  const [, key, value = ''] = /^([\p{L}_][\p{L}\p{N}_-]*)[ \t]*[:：][ \t]*(.*?)[ \t]*$/u.exec(line.text) ?? []
  return key === undefined ? [] : [[key, value.replace(/^(["'])(.*)\1$/, '$2')]]
}

const plainText = (value: unknown): string => {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? value.map(plainText).filter((text) => text !== '').join('、') : ''
}
