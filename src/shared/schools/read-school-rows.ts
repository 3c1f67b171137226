import type { BrandDraft } from '../model/brand'
import type { SchoolDraft as School } from '../model/school'
import type { TableRow } from '../model/table'
import { LecternError } from '../outcome'
import { cellText, readColour, readContacts, readCover, readLevel } from './read-cells'
import { rowProblems, type RowProblem } from './row-problem'
import { columnNames, fieldOf, type SchoolField } from './school-columns'

/** What a row says of a school. A field that is not here was left empty, or has no column: it says nothing, and what stands in the library stays. */
export type SchoolRow = {
  readonly line: number
  readonly school: Partial<School> & Pick<School, 'name'>
  readonly brand: Partial<Omit<BrandDraft, 'logo' | 'logoOnDark'>>
  /** Files, as written. */
  readonly logo: string
  readonly logoOnDark: string
}

export type SchoolSheet = {
  readonly rows: readonly SchoolRow[]
  readonly problems: readonly RowProblem[]
  /** Headings that mean nothing to us, in order. */
  readonly ignored: readonly string[]
}

/** Titles and remarks may stand above the headings. */
const HEADINGS_WITHIN = 10

const noHeadings = () =>
  new LecternError('no-school-column', {
    'zh-CN': `表格里没有“学校名称”这一列，没有导入。认得的列名有：${Object.values(columnNames).map((name) => name['zh-CN']).join('、')}。`,
    en: `The table has no column “name”, so nothing was imported. Columns may be called: ${Object.values(columnNames).map(({ en }) => en).join(', ')}.`,
  })

/**
 * What a table says of schools. Every row stands for itself: one with an error is left out and named, the others are read.
 * @throws LecternError `no-school-column` where no row names the columns
 */
export function readSchoolRows(table: readonly TableRow[]): SchoolSheet {
  const at = table.slice(0, HEADINGS_WITHIN).findIndex(({ cells }) => cells.some((cell) => fieldOf(cell) === 'name') && cells.filter((cell) => cell.trim() !== '').length > 0)
  const headings = table[at]
  if (headings === undefined) throw noHeadings()
  const columns = headings.cells.map(fieldOf)
  const rows: SchoolRow[] = []
  const problems: RowProblem[] = []
  for (const { line, cells } of table.slice(at + 1)) {
    const found: RowProblem[] = []
    const row = readRow(line, cells, columns, found)
    problems.push(...found)
    if (row !== null && found.every(({ severity }) => severity === 'warning')) rows.push(row)
  }
  return { rows, problems, ignored: headings.cells.filter((heading, index) => columns[index] === null && cellText(heading) !== '').map(cellText) }
}

const LIMITS = { name: 200, short: 100, district: 100, motto: 200, series: 100, slogan: 200, headingFont: 100, bodyFont: 100, notes: 10_000 } as const

function readRow(line: number, cells: readonly string[], columns: readonly (SchoolField | null)[], problems: RowProblem[]): SchoolRow | null {
  const texts = new Map<SchoolField, string>()
  for (const [index, field] of columns.entries()) {
    const text = cellText(cells[index] ?? '')
    // Of two columns of one meaning the first that says something counts.
    if (field !== null && text !== '' && !texts.has(field)) texts.set(field, field === 'notes' || field === 'contacts' ? text : text.replaceAll(/\s+/g, ' '))
  }
  const spare = cells.slice(columns.length).map(cellText).filter((text) => text !== '')
  if (spare.length > 0) problems.push(rowProblems.spareCells(line, spare.join(' ')))
  for (const [field, most] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) if ((texts.get(field) ?? '').length > most) problems.push(rowProblems.tooLong(field, most)(line, texts.get(field)))
  const name = texts.get('name')
  if (name === undefined) {
    problems.push(rowProblems.noName(line))
    return null
  }
  const plain = <Field extends SchoolField>(...fields: readonly Field[]) => Object.fromEntries(fields.flatMap((field) => (texts.has(field) ? [[field, texts.get(field)]] : []))) as Partial<Record<Field, string>>
  return {
    line,
    school: { name, ...plain('short', 'district', 'notes'), ...levelIn(texts, line, problems), ...contactsIn(texts, line, problems) },
    brand: { ...plain('series', 'slogan', 'motto', 'headingFont', 'bodyFont'), ...coloursIn(texts, line, problems), ...coverIn(texts, line, problems) },
    logo: texts.get('logo') ?? '',
    logoOnDark: texts.get('logoOnDark') ?? '',
  }
}

type Texts = ReadonlyMap<SchoolField, string>

const levelIn = (texts: Texts, line: number, problems: RowProblem[]): Pick<School, 'level'> | Record<string, never> => {
  const text = texts.get('level')
  if (text === undefined) return {}
  const level = readLevel(text)
  if (level === null) problems.push(rowProblems.badLevel(line, text))
  return level === null ? {} : { level }
}

const coverIn = (texts: Texts, line: number, problems: RowProblem[]): Pick<BrandDraft, 'coverStyle'> | Record<string, never> => {
  const text = texts.get('coverStyle')
  if (text === undefined) return {}
  const coverStyle = readCover(text)
  if (coverStyle === null) problems.push(rowProblems.badCover(line, text))
  return coverStyle === null ? {} : { coverStyle }
}

const contactsIn = (texts: Texts, line: number, problems: RowProblem[]): Pick<School, 'contacts'> | Record<string, never> => {
  const text = texts.get('contacts')
  if (text === undefined) return {}
  const { contacts, unread } = readContacts(text)
  problems.push(...unread.map((piece) => rowProblems.badContact(line, piece)))
  return contacts.length === 0 ? {} : { contacts: contacts.slice(0, 50) }
}

const coloursIn = (texts: Texts, line: number, problems: RowProblem[]): Partial<Pick<BrandDraft, 'primary' | 'accent'>> => {
  const colours: Partial<Record<'primary' | 'accent', string>> = {}
  for (const field of ['primary', 'accent'] as const) {
    const text = texts.get(field)
    if (text === undefined) continue
    const colour = readColour(text)
    if (colour === null) problems.push(rowProblems.badColour(field)(line, text))
    else colours[field] = colour
  }
  return colours
}
