/** What an official document says of itself: title, issuing body, document number and date (GB/T 9704—2012, 7.2 and 7.3). */
import { parseChineseNumeral } from './chinese-numeral'

export type DocumentFacts = { readonly title: string; readonly issuer: string; readonly number: string; readonly date: string }

/** 发文字号: 某教发〔2026〕12号, the year in any brackets that people type. */
const documentNumber = /(?:^|[\s（(])((?:[\p{Script=Han}A-Za-z]{1,20})[〔[［【（(]\s*\d{4}\s*[〕\]］】）)]\s*第?\s*\d{1,5}\s*号)/u
const letterhead = /^([\p{Script=Han}（）()、\s]{2,40}?)文件$/u
const spelledDate = /^[〇零○O0一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$/u
const figureDate = /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/u
const isDate = (text: string) => figureDate.test(text.normalize('NFKC')) || spelledDate.test(text.replaceAll(/\s/g, ''))
/** 文种: the last word of an official title. */
const titleWord = /(?:意见|通知|办法|规划|方案|纲要|条例|规定|报告|讲话|决定|细则|指南|标准|通报|公告|函|纪要|制度|计划|总结|要点|讲稿|宣讲稿|章程|法|规程|倡议书|手册|教案)(?:[（(][^）)]{1,12}[）)])?$/u
const salutation = /[：:]$/
const LONGEST_TITLE = 60
/** Where the head and the sign-off of a document are looked for, in paragraphs. */
const HEAD = 12
const FOOT = 12

export type FactLine = { readonly at: number; readonly text: string; readonly title: boolean }

/** The whole line is nothing but a document number, a letterhead or a date. */
const isImprint = (text: string) => {
  const number = documentNumber.exec(text)?.[1]
  return number?.trim() === text.trim() || letterhead.test(text) || isDate(text.replace(/^[（(]|[）)]$/g, ''))
}

/** The lines of the title among the opening lines: one line with the word for its kind, with the line before it when that stands alone, or the first short line. */
const titleLines = (opening: readonly FactLine[]): readonly FactLine[] => {
  const marked = opening.filter(({ title }) => title)
  if (marked.length > 0) return marked
  const head: FactLine[] = []
  for (const line of opening.slice(0, HEAD)) {
    const { text } = line
    if (documentNumber.test(text) || letterhead.test(text) || isDate(text)) {
      if (head.length > 0) break
      continue
    }
    if (text.length > LONGEST_TITLE || /[。！；，]$/u.test(text) || salutation.test(text)) break
    head.push(line)
  }
  const worded = head.findIndex(({ text }) => titleWord.test(text))
  if (worded === -1) return head.slice(0, 1)
  const before = head[worded - 1]
  // A title over two lines breaks inside a phrase: 关于……的 / 通知, or before 的.
  const broken = before !== undefined && (/^关于|关于/u.test(before.text) || /^的|^[\p{Script=Han}]{2,6}$/u.test(head[worded]?.text ?? '')) && !titleWord.test(before.text)
  return head.slice(broken ? worded - 1 : worded, worded + 1)
}

const joinLines = (lines: readonly FactLine[]) => lines.reduce((text, line) => (text === '' ? line.text : /[A-Za-z0-9]$/.test(text) && /^[A-Za-z0-9]/.test(line.text) ? `${text} ${line.text}` : `${text}${line.text}`), '')

/** 国教〔2026〕12号 names its year in figures; 二〇二六年三月五日 its date in Chinese numerals. */
const tidyDate = (text: string): string => {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  if (!spelledDate.test(plain.replaceAll(/[O0]/g, '〇'))) return plain
  const match = /^(.{4})年(.{1,2})月(.{1,3})日$/u.exec(plain.replaceAll(/[O0]/g, '〇'))
  const [year, month, day] = (match?.slice(1) ?? []).map((part) => parseChineseNumeral(part))
  return year == null || month == null || day == null ? plain : `${year}年${month}月${day}日`
}

/**
 * @param opening the paragraphs before the first heading.
 * @param closing the last paragraphs of the document that are plain text.
 * @returns empty strings for what the document does not say, and the indices of the paragraphs that say nothing else.
 */
export const readFacts = (opening: readonly FactLine[], closing: readonly FactLine[]): DocumentFacts & { readonly imprint: readonly number[] } => {
  const lines = titleLines(opening)
  const head = opening.slice(0, HEAD)
  const number = head.map(({ text }) => documentNumber.exec(text)?.[1]).find((found) => found !== undefined) ?? ''
  const foot = closing.slice(-FOOT)
  const dateAt = foot.findLastIndex(({ text }) => isDate(text))
  const dateLine = foot[dateAt] ?? head.find(({ text }) => isDate(text.replace(/^[（(]|[）)]$/g, '')))
  const signature = dateAt > 0 ? foot[dateAt - 1] : undefined
  const signed = signature !== undefined && signature.text.length <= 30 && !/[。！？；：，]$/u.test(signature.text) && /\p{Script=Han}/u.test(signature.text) ? signature.text : ''
  const issuer = head.map(({ text }) => letterhead.exec(text)?.[1]?.trim()).find((found) => found !== undefined) ?? signed
  return {
    title: joinLines(lines).slice(0, 300),
    issuer: issuer.replaceAll(/\s+/g, ''),
    number: number.normalize('NFC').replaceAll(/\s+/g, ''),
    date: dateLine === undefined ? '' : tidyDate(dateLine.text.replace(/^[（(]|[）)]$/g, '')),
    imprint: [...lines, ...head.filter(({ text }) => isImprint(text)), ...(dateAt >= 0 && dateLine !== undefined ? [dateLine] : []), ...(signed !== '' && signature !== undefined ? [signature] : [])].map(({ at }) => at),
  }
}
