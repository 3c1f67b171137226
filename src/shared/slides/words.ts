import type { Language } from '../language'
import type { CaseStage } from '../model/material'

/** The few words that layout itself puts on a slide. */
export type SlideWords = {
  readonly agenda: string
  readonly references: string
  readonly closing: string
  readonly continued: (title: string) => string
  readonly source: string
  readonly minutes: string
  readonly discussion: string
  readonly activity: string
  readonly explanation: string
  /** Names the right options by their letters, written one behind the other. */
  readonly answer: (letters: string) => string
  readonly unit: (unit: string) => string
  /** A unit behind the name of what is counted in it; nothing for none. */
  readonly inBrackets: (unit: string) => string
  readonly separator: string
  readonly colon: string
  readonly missingPicture: string
  readonly stages: Readonly<Record<CaseStage, string>>
  readonly cite: (source: string, at: string) => string
}

const alreadyQuoted = (source: string): boolean => /^[《〈“"]/.test(source)

export const slideWords: Readonly<Record<Language, SlideWords>> = {
  'zh-CN': {
    agenda: '目录',
    references: '出处',
    closing: '谢谢大家',
    continued: (title) => `${title}（续）`,
    source: '来源：',
    minutes: '分钟',
    discussion: '讨论',
    activity: '活动',
    explanation: '解析',
    answer: (letters) => `答案：${letters.split('').join('、')}`,
    unit: (unit) => `单位：${unit}`,
    inBrackets: (unit) => (unit === '' ? '' : `（${unit}）`),
    separator: '；',
    colon: '：',
    missingPicture: '缺少图片',
    stages: { reviewed: '已评审', adopted: '已采用', 'in-practice': '实践中', feedback: '有反馈' },
    cite: (source, at) => (alreadyQuoted(source) ? source : `《${source}》`) + (at ? `，${at}` : ''),
  },
  en: {
    agenda: 'Agenda',
    references: 'Sources',
    closing: 'Thank you',
    continued: (title) => `${title} (continued)`,
    source: 'Source: ',
    minutes: 'min',
    discussion: 'Discussion',
    activity: 'Activity',
    explanation: 'Why',
    answer: (letters) => `Answer: ${letters.split('').join(', ')}`,
    unit: (unit) => `Unit: ${unit}`,
    inBrackets: (unit) => (unit === '' ? '' : ` (${unit})`),
    separator: '; ',
    colon: ': ',
    missingPicture: 'Picture missing',
    stages: { reviewed: 'Reviewed', adopted: 'Adopted', 'in-practice': 'In practice', feedback: 'With feedback' },
    cite: (source, at) => source + (at ? `, ${at}` : ''),
  },
}
