import type { Localized } from '../language'
import type { LayoutName } from './scene'

/** Names of the kinds of page: in PowerPoint's menu "Layout", and where a template's layouts are mapped to them. */
export const layoutTitles: Readonly<Record<LayoutName, Localized>> = {
  cover: { 'zh-CN': '封面', en: 'Cover' },
  agenda: { 'zh-CN': '目录', en: 'Agenda' },
  section: { 'zh-CN': '章节页', en: 'Section' },
  points: { 'zh-CN': '标题和要点', en: 'Title and points' },
  statement: { 'zh-CN': '一句话', en: 'Statement' },
  quote: { 'zh-CN': '引文', en: 'Quotation' },
  case: { 'zh-CN': '案例', en: 'Case' },
  'two-columns': { 'zh-CN': '两栏', en: 'Two columns' },
  picture: { 'zh-CN': '图片', en: 'Picture' },
  chart: { 'zh-CN': '图表', en: 'Chart' },
  table: { 'zh-CN': '表格', en: 'Table' },
  timeline: { 'zh-CN': '时间线', en: 'Timeline' },
  question: { 'zh-CN': '提问', en: 'Question' },
  answer: { 'zh-CN': '答案', en: 'Answer' },
  activity: { 'zh-CN': '活动', en: 'Activity' },
  references: { 'zh-CN': '参考资料', en: 'References' },
  closing: { 'zh-CN': '结束页', en: 'Closing' },
}
