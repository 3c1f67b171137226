import { coverStyles, type CoverStyle } from '../model/brand'
import { SchoolContact, type SchoolLevel } from '../model/school'

/** A cell without what Excel, forms and copying leave around its text. */
export const cellText = (cell: string): string =>
  cell
    .replaceAll(/[\u00A0\u3000\t]/g, ' ')
    .replaceAll(/[\u200B-\u200D\uFEFF]/g, '')
    .trim()
    // A text that Excel would take for a formula is written behind an apostrophe.
    .replace(/^'(?=[=+\-@])/, '')

/**
 * `RRGGBB` of a colour as people write it: `#1c5fb8`, `1C5FB8`, `＃1C5FB8`, `#15B`, `rgb(28, 95, 184)`. Excel takes 001122 for the number 1122: digits alone are filled up with zeros.
 * @returns null for what is no colour
 */
export function readColour(cell: string): string | null {
  const text = cell.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  const long = /^(?:#|0X)?([0-9A-F]{6})$/.exec(text)?.[1]
  if (long !== undefined) return long
  const short = /^#([0-9A-F])([0-9A-F])([0-9A-F])$/.exec(text)
  if (short !== null) return short.slice(1).map((digit) => digit + digit).join('')
  if (/^\d{1,5}$/.test(text)) return text.padStart(6, '0')
  const channels = /^(?:RGB)?\(?(\d{1,3})[,，](\d{1,3})[,，](\d{1,3})\)?$/.exec(text)?.slice(1).map(Number)
  if (channels === undefined || channels.some((channel) => channel > 255)) return null
  return channels.map((channel) => channel.toString(16).padStart(2, '0')).join('').toUpperCase()
}

const levelNames: Readonly<Record<SchoolLevel, readonly string[]>> = {
  primary: ['primary', '小学', '小'],
  junior: ['junior', '初中', '初级中学'],
  senior: ['senior', '高中', '高级中学', '普通高中', '普高'],
  vocational: ['vocational', '中职', '职高', '中等职业学校', '职业高中', '中专', '技校', '职业学校'],
  higher: ['higher', '高校', '大学', '高等学校', '学院', '高职', '高等教育'],
}
const levelOfName = new Map(Object.entries(levelNames).flatMap(([level, names]) => names.map((name) => [name, level as SchoolLevel] as const)))

/** Null for what is no level. */
export const readLevel = (cell: string): SchoolLevel | null => levelOfName.get(cell.normalize('NFKC').toLowerCase()) ?? null

const coverNames: Readonly<Record<CoverStyle, readonly string[]>> = { design: ['按设计', '默认'], panel: ['图案'], band: ['横幅'], card: ['卡片'] }

/** Null for what is no style of cover. */
export const readCover = (cell: string): CoverStyle | null => {
  const text = cell.normalize('NFKC').toLowerCase()
  return coverStyles.find((style) => style === text || coverNames[style].includes(text)) ?? null
}

/** `姓名 / 职务 / 电话；…` @returns those that were read, and the pieces that were not */
export function readContacts(cell: string): { readonly contacts: readonly SchoolContact[]; readonly unread: readonly string[] } {
  const contacts: SchoolContact[] = []
  const unread: string[] = []
  for (const piece of cell.split(/[;；\n]/).map((one) => one.trim()).filter((one) => one !== '')) {
    const [name = '', role = '', ...rest] = piece.split(/[/／]/).map((part) => part.trim())
    // With two parts only, a number is what they are reached by.
    const reach = rest.length === 0 && /\d{5,}|@/.test(role) ? role : rest.join('/')
    const contact = SchoolContact.safeParse({ name, role: reach === role ? '' : role, reach })
    if (contact.success) contacts.push(contact.data)
    else unread.push(piece)
  }
  return { contacts, unread }
}

/** As {@link readContacts} reads them. */
export const writeContacts = (contacts: readonly SchoolContact[]): string => contacts.map(({ name, role, reach }) => [name, role, reach].map((part) => part.replaceAll(/[;；/／\n]/g, ' ')).join(' / ').replace(/(?: \/ )+$/, '')).join('；')
