/** The columns of a table of schools (formats.md, "A school and its brand") and the words that people write above them. */
import type { Localized } from '../language'

export const schoolFields = ['name', 'short', 'district', 'level', 'motto', 'series', 'slogan', 'primary', 'accent', 'headingFont', 'bodyFont', 'logo', 'logoOnDark', 'coverStyle', 'contacts', 'notes'] as const
export type SchoolField = (typeof schoolFields)[number]

/** The names under which columns are written; those in English are the format's, and both are read. */
export const columnNames: Readonly<Record<SchoolField, Localized>> = {
  name: { 'zh-CN': '学校名称', en: 'name' },
  short: { 'zh-CN': '简称', en: 'short' },
  district: { 'zh-CN': '区县', en: 'district' },
  level: { 'zh-CN': '学段', en: 'level' },
  motto: { 'zh-CN': '校训', en: 'motto' },
  series: { 'zh-CN': '系列名', en: 'series' },
  slogan: { 'zh-CN': '口号', en: 'slogan' },
  primary: { 'zh-CN': '主色', en: 'primary' },
  accent: { 'zh-CN': '强调色', en: 'accent' },
  headingFont: { 'zh-CN': '标题字体', en: 'heading_font' },
  bodyFont: { 'zh-CN': '正文字体', en: 'body_font' },
  logo: { 'zh-CN': '校徽', en: 'logo' },
  logoOnDark: { 'zh-CN': '深色底校徽', en: 'logo_on_dark' },
  coverStyle: { 'zh-CN': '封面', en: 'cover' },
  contacts: { 'zh-CN': '联系人', en: 'contacts' },
  notes: { 'zh-CN': '备注', en: 'notes' },
}

/** What else stands above such columns in the tables that schools and bureaus keep. */
const otherNames: Readonly<Partial<Record<SchoolField, readonly string[]>>> = {
  name: ['学校', '校名', '学校全称', '全称', 'school', 'schoolname'],
  short: ['学校简称', 'shortname'],
  district: ['区', '县', '区域', '所属区县', '区（县）', '地区', 'area'],
  level: ['学校类型', '类型', '学段类型', 'stage'],
  series: ['品牌', '品牌名', '系列', '系列名称', 'brand'],
  slogan: ['宣传语', '标语'],
  primary: ['主色调', '主题色', '品牌色', 'primarycolor', 'primarycolour', 'color', 'colour'],
  accent: ['辅色', '辅助色', '副色', 'accentcolor', 'accentcolour', 'secondary'],
  headingFont: ['标题字', 'headingfont'],
  bodyFont: ['正文字', 'bodyfont'],
  logo: ['标志', '校标', 'logo文件'],
  logoOnDark: ['反白校徽', 'logodark'],
  coverStyle: ['封面样式', 'coverstyle'],
  contacts: ['联系方式', 'contact'],
  notes: ['说明', 'note', 'remarks'],
}

/** Full-width and half-width letters, capitals, spaces, dashes and remarks in brackets make no difference: `主色（#RRGGBB）` is 主色. */
const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replaceAll(/\([^)]*\)/g, '')
    .replaceAll(/[\s_\-*:：]/g, '')
    .toLowerCase()

const fieldOfHeading = new Map<string, SchoolField>(schoolFields.flatMap((field) => [columnNames[field]['zh-CN'], columnNames[field].en, ...(otherNames[field] ?? [])].map((name) => [plain(name), field] as const)))

/** The field that a column's heading names; null for one that means nothing to us. */
export const fieldOf = (heading: string): SchoolField | null => fieldOfHeading.get(plain(heading)) ?? null
