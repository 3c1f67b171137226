/**
 * References as GB/T 7714—2015 《信息与文献 参考文献著录规则》 asks for them (numeric system, 顺序编码制). What of its items a source of ours can have:
 *
 *     主要责任者. 题名: 其他题名信息[文献类型标识]. 日期: 引文位置.
 *
 * - Punctuation is the prescribed identifying punctuation (§7): half-width, a space after, not that of running text.
 * - A number (文号, 标准号) belongs to the title after a colon, as the standard's own examples write standards, patents and reports.
 * - Up to three responsible bodies are named; of more, the first three and 等 or et al. (§8.1.2). Without any the item is left out (§8.1.5).
 * - Dates are YYYY-MM-DD, or the part of it that is known (§8.8).
 */
import type { Source } from '../model/source'

/** 文献类型标识 of annex B that documents of this field have: standard, report, compilation, other. */
export type ReferenceType = 'S' | 'R' | 'G' | 'Z'

export type Cited = Pick<Source, 'title' | 'issuer' | 'number' | 'date'>

const STANDARD_NUMBER = /^(?:GB|GBZ|JY|CY|WH|DB\d{2}|T|Q|ISO|IEC)(?:\/[A-Z]{1,6})?\s?\d/
const REPORT = /(?:报告|白皮书|公报|report|white paper)\s*$/i
const COMPILATION = /(?:汇编|文集|案例集|选编|collection)\s*$/i

/** The type that number and title speak for; 其他 where they say nothing. Official documents have no type of their own in annex B and are Z. */
export const referenceType = ({ title, number }: Cited): ReferenceType => {
  if (STANDARD_NUMBER.test(number.trim())) return 'S'
  if (REPORT.test(title)) return 'R'
  if (COMPILATION.test(title)) return 'G'
  return 'Z'
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Bodies that issued a document together stand in one string as the document prints them. */
const bodies = (issuer: string): string => {
  const names = issuer
    .split(/[、，,；;\n]|\s{2,}|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length <= 3) return names.join(', ')
  return `${names.slice(0, 3).join(', ')}, ${isChinese(issuer) ? '等' : 'et al.'}`
}

const two = (digits: string): string => digits.padStart(2, '0')

/** `2026年1月5日`, `2026.1`, `2026/01/05` and ISO dates alike; what is no date stays as it is printed. */
const isoDate = (date: string): string => {
  const [, year, month, day] = /^(\d{4})(?:\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2})\s*日?|\s*月?)|\s*年?)$/.exec(date.trim()) ?? []
  if (year === undefined) return date.trim()
  return [year, month && two(month), day && two(day)].filter(Boolean).join('-')
}

/** A title without the quotation marks 《》 of running text, on one line, and without the full stop that would end the item. */
const bare = (title: string): string => {
  const line = title.replaceAll(/\s+/g, ' ').trim()
  const inner = /^《([^《》]*)》$/.exec(line)?.[1] ?? line
  return inner.replace(/[.。]+$/, '')
}

/** An item ends with a full stop, and never with two. */
const ended = (item: string): string => (item.endsWith('.') ? item : `${item}.`)

/**
 * The reference to a source, or to a place in it.
 *
 * @param locator where in the document: heading numbers (`二/(一)`) or a page; empty for the whole
 * @param type 文献类型标识; guessed by {@link referenceType} unless given
 * @returns one line, such as `示例教育局. 示例规划: 示教发〔2026〕1号[Z]. 2026-01-05: 二/(一).`
 */
export const gbt7714 = (source: Cited, locator = '', type: ReferenceType = referenceType(source)): string => {
  const issuer = bodies(source.issuer)
  const number = source.number.replaceAll(/\s+/g, ' ').trim()
  const place = locator.trim()
  const when = isoDate(source.date)
  const title = `${bare(source.title)}${number === '' ? '' : `: ${number}`}[${type}]`
  const whenAndWhere = when === '' ? place : place === '' ? when : `${when}: ${place}`
  return [issuer, title, whenAndWhere].filter((item) => item !== '').map(ended).join(' ')
}
