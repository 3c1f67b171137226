/** Who said it and where it stands, as the line behind the dashes of a quotation. Empty parts are left out. */
export type Attribution = { /** A person, or the body that issued a document. */ readonly author: string; readonly work: string; /** 文号 of an official document. */ readonly number: string; readonly date: string; readonly place: string }

export const emptyAttribution: Attribution = { author: '', work: '', number: '', date: '', place: '' }

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)
const DATE = /^\d{4}(?:-\d{1,2}(?:-\d{1,2})?|年(?:\d{1,2}月(?:\d{1,2}日)?)?)?$/

/** 示例教育局《示例规划》（示例发〔2026〕1号，2026-03-01），二、(一) — or, without a Han character, `Author, “Work” (number, date), place`. */
export const writeAttribution = ({ author, work, number, date, place }: Attribution): string => {
  const chinese = isChinese(`${author}${work}${place}`)
  const issue = [number, date].filter((part) => part !== '').join(chinese ? '，' : ', ')
  const title = work === '' ? '' : chinese ? `《${work}》` : `“${work}”`
  const named = [author, title].filter((part) => part !== '').join(chinese ? '' : ', ')
  return [issue === '' ? named : chinese ? `${named}（${issue}）` : `${named} (${issue})`, place].filter((part) => part !== '').join(chinese ? '，' : ', ')
}

const CHINESE = /^([^《]*)《(.+?)》(?:（([^）]*)）)?(?:，(.+))?$/
const ENGLISH = /^(?:([^“]*), )?“(.+?)”(?: \(([^)]*)\))?(?:, (.+))?$/

/** The parts of an attribution that is written as {@link writeAttribution} does; any other line is the author as a whole, so that nothing of it is lost. */
export const readAttribution = (line: string): Attribution => {
  const match = CHINESE.exec(line) ?? ENGLISH.exec(line)
  if (match === null) return { ...emptyAttribution, author: line }
  const [, author = '', work = '', issue = '', place = ''] = match
  const parts = issue === '' ? [] : issue.split(/，|, /)
  const last = parts.at(-1) ?? ''
  const date = DATE.test(last) ? last : ''
  const number = (date === '' ? parts : parts.slice(0, -1)).join(issue.includes('，') ? '，' : ', ')
  const read = { author, work, number, date, place }
  return writeAttribution(read) === line ? read : { ...emptyAttribution, author: line }
}
