import type { MaterialKind } from '../model/material'

/** What a stretch of a document says of itself, for {@link guessKind}. */
export type KindClues = {
  /** Titles of the headings above, outermost first, the own title last. */
  readonly path: readonly string[]
  readonly documentTitle: string
  /** Plain text without the headings. */
  readonly text: string
  readonly hasOnlyTables: boolean
  readonly hasOnlyPictures: boolean
  /** Every paragraph stands in quotation marks or in a block quotation. */
  readonly isQuotation: boolean
  readonly isArticle: boolean
}

/** Words in a title that say what stands beneath it; the first rule that fits decides. */
const byTitle: readonly (readonly [RegExp, MaterialKind])[] = [
  [/思考题|讨论题|问答|测试题|练习题|想一想|思考与讨论|问题与讨论|互动问题|discussion questions?|quiz/i, 'question'],
  [/活动(?:设计|方案|安排|环节|任务)?$|互动环节|课堂活动|小游戏|情景模拟|工作坊|\bactivit(?:y|ies)\b|workshop/i, 'activity'],
  // 做好案例推广 is a task, 案例：…, 案例一 and 典型案例 are cases.
  [/案例(?:[一二三四五六七八九十\d：:、（(】]|分析|分享|展示|精选|篇|集|$)|典型(?:经验|做法)|经验做法|实践探索|case stud(?:y|ies)/i, 'case'],
  [/故事(?:[一二三四五六七八九十\d：:、（(】]|$)|^(?:.{0,4}回忆|那一年)|\bstory\b|\bstories\b/i, 'story'],
  [/引文|摘录|语录|名言|重要论述|\bquotations?\b/i, 'quote'],
  [/统计表|数据表|一览表/, 'data'],
]
const policyTitle = /(?:意见|通知|办法|规划|方案|纲要|条例|规定|决定|细则|标准|通报|公告|章程|法|规程)(?:[（(][^）)]{1,12}[）)])?$/

/** Below this a text without any sign of its kind is a note rather than a passage of theory. */
const SHORTEST_THEORY = 120

/** Guesses what kind of material a stretch of a document is; the user sees the guess and changes it. */
export const guessKind = ({ path, documentTitle, text, hasOnlyTables, hasOnlyPictures, isQuotation, isArticle }: KindClues): MaterialKind => {
  if (hasOnlyTables) return 'data'
  if (hasOnlyPictures) return 'picture'
  if (isQuotation) return 'quote'
  for (const title of path.toReversed()) {
    const found = byTitle.find(([pattern]) => pattern.test(title))
    if (found !== undefined) return found[1]
  }
  if (isArticle || policyTitle.test(documentTitle.trim())) return 'policy'
  return text.length >= SHORTEST_THEORY ? 'theory' : 'note'
}

/** A school named in a title: the longest stretch of Han or Latin text up to 小学, 中学, 大学, 学校, 幼儿园, without the words that lead up to it. */
export const schoolIn = (title: string): string => {
  const match = /([\p{Script=Han}A-Za-z0-9]{1,16}?(?:小学|中学|大学|学院|学校|幼儿园))/u.exec(title.replace(/^.*(?:案例|做法|故事|来自|走进|记)[一二三四五六七八九十\d]*[：:、\s——-]*/u, ''))
  return match?.[1] ?? ''
}
