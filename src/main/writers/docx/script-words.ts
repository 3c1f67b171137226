import type { Language } from '../../../shared/language'
import type { CaseStage } from '../../../shared/model/material'

/** The words that a script adds to a talk's own, in the talk's language. */
export type ScriptWords = {
  readonly untitled: string
  readonly contents: string
  readonly references: string
  /** Over footnotes where they stand at the end. */
  readonly notes: string
  readonly empty: string
  readonly speaker: string
  /** Before the name of whoever says one block. */
  readonly speaks: string
  /** Before the names of all who share a talk. */
  readonly speakers: string
  readonly date: string
  readonly occasion: string
  readonly audience: string
  readonly time: string
  /** Between a label and what it labels. */
  readonly colon: string
  /** Between points that are run together in one line. */
  readonly listBreak: string
  /** Between names of one list. */
  readonly nameBreak: string
  /** Between a source and the place in it. */
  readonly placeBreak: string
  /** Between the facts of one line. */
  readonly gap: string
  readonly shown: string
  readonly picture: string
  /** A film or a sound, which paper cannot play. */
  readonly media: string
  readonly question: string
  readonly answer: string
  readonly explanation: string
  readonly discussion: string
  readonly activity: string
  readonly localCase: string
  readonly unit: string
  readonly dataSource: string
  readonly attributionDash: string
  readonly stage: Readonly<Record<CaseStage, string>>
  readonly slides: (first: number, last: number) => string
  /** Minutes allowed and minutes that the script takes; null where nothing is set. */
  readonly planned: (allowed: number | null, spoken: string) => string
  readonly duration: (seconds: number) => string
  readonly minutes: (minutes: number) => string
  readonly calendarDate: (year: number, month: number, day: number) => string
  readonly bracket: (text: string) => string
  /** Around an aside within a line, spaces included. */
  readonly brackets: readonly [open: string, close: string]
  readonly sourceTitle: (title: string) => string
  readonly only: (audiences: string) => string
  readonly except: (audiences: string) => string
  readonly cue: {
    readonly next: (slide: number | null) => string
    readonly pause: (seconds: number | null) => string
    readonly ask: string
    readonly activity: (minutes: number | null) => string
  }
}

const chinese: ScriptWords = {
  untitled: '未命名的宣讲稿',
  contents: '目　录',
  references: '参考与出处',
  notes: '注释',
  empty: '这份宣讲稿还没有内容。',
  speaker: '宣讲人',
  speaks: '主讲',
  speakers: '分工',
  date: '日期',
  occasion: '场合',
  audience: '对象',
  time: '用时',
  colon: '：',
  listBreak: '；',
  nameBreak: '、',
  placeBreak: '，',
  gap: '　　',
  shown: '屏幕显示',
  picture: '图片',
  media: '影音',
  question: '提问',
  answer: '答案',
  explanation: '解析',
  discussion: '讨论',
  activity: '现场活动',
  localCase: '这里讲承办学校自己的案例。',
  unit: '单位',
  dataSource: '数据来源',
  attributionDash: '——',
  stage: { reviewed: '已评审', adopted: '已采用', 'in-practice': '实践中', feedback: '有反馈' },
  slides: (first, last) => (first === last ? `第 ${first} 张` : `第 ${first}—${last} 张`),
  planned: (allowed, spoken) => (allowed === null ? `讲稿${spoken}` : `计划 ${allowed} 分钟，讲稿${spoken}`),
  duration: (seconds) => {
    const [whole, rest] = [Math.floor(seconds / 60), seconds % 60]
    return `约 ${[whole > 0 ? `${whole} 分${rest === 0 ? '钟' : ''}` : '', rest > 0 || whole === 0 ? `${rest} 秒` : ''].filter(Boolean).join(' ')}`
  },
  minutes: (minutes) => `${minutes} 分钟`,
  calendarDate: (year, month, day) => `${year}年${month}月${day}日`,
  bracket: (text) => `【${text}】`,
  brackets: ['（', '）'],
  sourceTitle: (title) => (/^[《〈「『“]/.test(title) ? title : `《${title}》`),
  only: (audiences) => `只对${audiences}讲`,
  except: (audiences) => `不对${audiences}讲`,
  cue: {
    next: (slide) => (slide === null ? '翻页' : `翻页 → 第 ${slide} 张`),
    pause: (seconds) => (seconds === null ? '停顿' : `停顿 ${seconds} 秒`),
    ask: '提问',
    activity: (minutes) => (minutes === null ? '互动' : `互动 ${minutes} 分钟`),
  },
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const english: ScriptWords = {
  untitled: 'Untitled talk',
  contents: 'Contents',
  references: 'Sources',
  notes: 'Notes',
  empty: 'This talk has no content yet.',
  speaker: 'Speaker',
  speaks: 'Speaking',
  speakers: 'Shared by',
  date: 'Date',
  occasion: 'Occasion',
  audience: 'Audience',
  time: 'Time',
  colon: ': ',
  listBreak: '; ',
  nameBreak: ', ',
  placeBreak: ', ',
  gap: '   ·   ',
  shown: 'On the slide',
  picture: 'Picture',
  media: 'Film or sound',
  question: 'Question',
  answer: 'Answer',
  explanation: 'Why',
  discussion: 'Discussion',
  activity: 'Activity',
  localCase: 'Here the host school tells its own case.',
  unit: 'Unit',
  dataSource: 'Data',
  attributionDash: '— ',
  stage: { reviewed: 'reviewed', adopted: 'adopted', 'in-practice': 'in practice', feedback: 'with feedback' },
  slides: (first, last) => (first === last ? `Slide ${first}` : `Slides ${first}–${last}`),
  planned: (allowed, spoken) => (allowed === null ? `script ${spoken}` : `${allowed} min planned, script ${spoken}`),
  duration: (seconds) => {
    const [whole, rest] = [Math.floor(seconds / 60), seconds % 60]
    return `about ${[whole > 0 ? `${whole} min` : '', rest > 0 || whole === 0 ? `${rest} s` : ''].filter(Boolean).join(' ')}`
  },
  minutes: (minutes) => `${minutes} min`,
  calendarDate: (year, month, day) => `${day} ${months[month - 1]} ${year}`,
  bracket: (text) => `[${text}]`,
  brackets: [' (', ')'],
  sourceTitle: (title) => (/^[《“"]/.test(title) ? title : `“${title}”`),
  only: (audiences) => `only for: ${audiences}`,
  except: (audiences) => `not for: ${audiences}`,
  cue: {
    next: (slide) => (slide === null ? 'Next slide' : `Next slide → ${slide}`),
    pause: (seconds) => (seconds === null ? 'Pause' : `Pause ${seconds} s`),
    ask: 'Ask',
    activity: (minutes) => (minutes === null ? 'Activity' : `Activity ${minutes} min`),
  },
}

/** The words of a script in `language`. */
export const scriptWords: Readonly<Record<Language, ScriptWords>> = { 'zh-CN': chinese, en: english }

/** The date as people of the language write it; what is no ISO 8601 date stays as it was typed. */
export function dateText(date: string, words: ScriptWords): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  return parts ? words.calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : date
}
