import { z } from 'zod'
import { Localized } from '../language'
import { schoolFields } from './school-columns'

/** What is wrong with a row of a table of schools. `error`: the row is left out; `warning`: it comes in without this value. */
export const RowProblem = z.object({
  line: z.int(),
  /** Null where the row as a whole is meant. */
  column: z.enum(schoolFields).nullable(),
  /** What stands in the cell. */
  value: z.string(),
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: Localized,
})
export type RowProblem = Readonly<z.infer<typeof RowProblem>>

type Column = RowProblem['column']
const problem =
  (severity: RowProblem['severity'], code: string, column: Column, message: (value: string) => Localized) =>
  (line: number, value = ''): RowProblem => ({ line, column, value: value.slice(0, 200), severity, code, message: message(value.slice(0, 60)) })

/** Every sentence says what stands there and what would do. */
export const rowProblems = {
  noName: problem('error', 'no-name', 'name', () => ({ 'zh-CN': '没有学校名称。', en: 'The school has no name.' })),
  tooLong: (column: NonNullable<Column>, most: number) => problem('error', 'too-long', column, () => ({ 'zh-CN': `内容太长，最多 ${most} 个字。`, en: `The text is too long; at most ${most} characters.` })),
  badColour: (column: 'primary' | 'accent') =>
    problem('error', 'bad-colour', column, (value) => ({ 'zh-CN': `“${value}”不是颜色。请写成 #RRGGBB，例如 #1C5FB8。`, en: `“${value}” is no colour. Write it as #RRGGBB, for example #1C5FB8.` })),
  badLevel: problem('warning', 'bad-level', 'level', (value) => ({ 'zh-CN': `“${value}”不是认得的学段，先空着。可以写小学、初中、高中、中职、高校。`, en: `“${value}” is not a level that is known, so it stays open. There are primary, junior, senior, vocational and higher.` })),
  badCover: problem('warning', 'bad-cover', 'coverStyle', (value) => ({ 'zh-CN': `“${value}”不是认得的封面样式，按设计的样式。可以写按设计、图案、横幅、卡片。`, en: `“${value}” is no style of cover; the design’s is used. There are design, panel, band and card.` })),
  badContact: problem('warning', 'bad-contact', 'contacts', (value) => ({ 'zh-CN': `看不懂联系人“${value}”。一人写成“姓名 / 职务 / 电话”，几人之间用分号。`, en: `The contact “${value}” cannot be read. Write “name / role / telephone”, with semicolons between people.` })),
  twice: (first: number) => problem('error', 'twice', 'name', (value) => ({ 'zh-CN': `“${value}”在第 ${first} 行已经有了，只用那一行。`, en: `“${value}” stands in line ${first} already; only that line is used.` })),
  ambiguous: problem('error', 'ambiguous', 'name', (value) => ({ 'zh-CN': `有几所学校都叫“${value}”，请写明区县。`, en: `Several schools are called “${value}”; please give the district.` })),
  missingLogo: (column: 'logo' | 'logoOnDark') => problem('warning', 'missing-logo', column, (value) => ({ 'zh-CN': `没有找到校徽“${value}”，其余内容照常导入。`, en: `The logo “${value}” was not found; everything else comes in.` })),
  outsideLogo: (column: 'logo' | 'logoOnDark') =>
    problem('warning', 'logo-outside', column, (value) => ({ 'zh-CN': `校徽“${value}”不在表格所在的文件夹里，没有读取；其余内容照常导入。`, en: `The logo “${value}” lies outside the table’s folder and was not read; everything else comes in.` })),
  unreadableLogo: (column: 'logo' | 'logoOnDark', reason: Localized) =>
    problem('warning', 'logo-unreadable', column, (value) => ({ 'zh-CN': `校徽“${value}”不能用：${reason['zh-CN']}其余内容照常导入。`, en: `The logo “${value}” cannot be used: ${reason.en} Everything else comes in.` })),
  spareCells: problem('warning', 'spare-cells', null, (value) => ({ 'zh-CN': `这一行比表头多出内容“${value}”，没有读取。`, en: `The row goes on beyond its headings with “${value}”, which was not read.` })),
}
