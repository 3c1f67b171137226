import type { Localized } from '../language'
import type { TokenName } from '../markdown/fill-tokens'

/** What the user calls what a token stands for. */
export const tokenLabels: Readonly<Record<TokenName, Localized>> = {
  'school.name': { 'zh-CN': '校名', en: 'name' },
  'school.short': { 'zh-CN': '简称', en: 'short name' },
  'school.district': { 'zh-CN': '区县', en: 'district' },
  'brand.series': { 'zh-CN': '系列名', en: 'series name' },
  'brand.slogan': { 'zh-CN': '口号', en: 'slogan' },
  'brand.motto': { 'zh-CN': '校训', en: 'motto' },
  date: { 'zh-CN': '日期', en: 'date' },
  speaker: { 'zh-CN': '主讲人', en: 'speaker' },
}
