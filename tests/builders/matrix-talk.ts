/** One block of every kind in every amount and language, for tests that look at all of them. */
import type { Language } from '../../src/shared/language'
import { type BlockContent, chartTypes, type Talk } from '../../src/shared/model/block'
import type { Reveal } from '../../src/shared/model/look'
import { aTalk, block, content, front, section, type PointLike } from './talk'

export const amounts = ['empty', 'short', 'long', 'huge'] as const
export type Amount = (typeof amounts)[number]

/** In a section: four of them hold one block of every kind. */
const BLOCKS = 5
/** How many entries a list has in each amount. */
const counts: Readonly<Record<Amount, number>> = { empty: 0, short: 2, long: 6, huge: 16 }
/** How often the phrase is said in one entry. */
const repeats: Readonly<Record<Amount, number>> = { empty: 0, short: 1, long: 3, huge: 12 }

const phrases: Readonly<Record<Language, string>> = { 'zh-CN': '示例资源走进课堂，', en: 'example resources reach every classroom, ' }
const names: Readonly<Record<Language, readonly [string, string, string, string]>> = { 'zh-CN': ['背景', '做法', '成效', '启示'], en: ['Background', 'Approach', 'Result', 'Lesson'] }

function contentsOf(amount: Amount, language: Language): Readonly<Record<Exclude<BlockContent['kind'], 'agenda' | 'references' | 'chart'>, BlockContent>> {
  const count = counts[amount]
  const text = (share = 1): string => phrases[language].repeat(Math.ceil(repeats[amount] * share)).replace(/[，, ]+$/, '')
  const list = (most = count): PointLike[] => Array.from({ length: Math.min(count, most) }, (_, index) => `${text()}${index + 1}`)
  const [background, approach, result, lesson] = names[language]
  const rows = Array.from({ length: count }, (_, index) => [`${text(0.3)}${index + 1}`, text(0.5), String(1240 + index)])
  return {
    points: content.points(...list()),
    quote: content.quote(text(), amount === 'empty' ? '' : text(0.3)),
    table: content.table(amount === 'empty' ? [''] : [background, approach, result], ...rows),
    picture: content.picture(amount === 'empty' ? 'gone.png' : 'photo', amount === 'empty' ? '' : background, text(0.5)),
    case: content.caseStudy(amount === 'empty' ? '' : text(0.2), ...(amount === 'empty' ? [] : ([background, approach, result, lesson] as const).map((name): [string, ...PointLike[]] => [name, ...list(amount === 'huge' ? 8 : 2)]))),
    ...Object.fromEntries(chartTypes.map((type) => [`chart ${type}`, content.chart(type, '%', rows.length === 0 ? ['1'] : rows.map((_, index) => `${2010 + index}`), { [background]: rows.map((_, index) => 10 + index * 7), ...(amount === 'huge' || type === 'combined' ? { [result]: rows.map((_, index) => 90 - index) } : {}) })])),
    'two-columns': content.twoColumns([background, ...list()], [result, ...list()]),
    timeline: content.timeline(...Array.from({ length: count }, (_, index): [string, string] => [`${2010 + index}`, text(0.6)])),
    question: content.question(text() || '？', amount === 'empty' ? [] : ['A', 'B', 'C', 'D'].map((letter) => `${text(0.6)}${letter}`), amount === 'empty' ? '' : 'B', text()),
    discussion: content.discussion(amount === 'empty' ? null : 8, ...list()),
    activity: content.activity(amount === 'empty' ? null : 90, ...list()),
    'local-case': content.localCase(...list()),
    closing: content.closing(...list()),
  }
}

/** A talk whose blocks are of every kind, charts of every type, in one amount; cover, agenda, sections, sources and closing are of that amount too. */
export function matrixTalk(amount: Amount, language: Language, reveal: Reveal = 'slides'): Talk {
  const long = phrases[language].repeat(repeats[amount]).slice(0, 240)
  const title = amount === 'empty' ? '' : long.slice(0, 90)
  const contents = Object.entries(contentsOf(amount, language)).map(([kind, shown]) => block(title === '' ? kind : title, shown, amount === 'empty' ? {} : { script: `${long}[停顿 2]`, cites: [[long.slice(0, 60), '二/(一)']] }))
  const sections = Array.from({ length: amount === 'huge' ? 16 : 4 }, (_, index) => section(`${title}${index + 1}`, ...contents.slice(index * BLOCKS, index * BLOCKS + BLOCKS)))
  const named = { title: title || phrases[language], subtitle: long.slice(0, amount === 'huge' ? 120 : 30), speaker: long.slice(0, 40), occasion: long.slice(0, 40), date: amount === 'empty' ? '' : '2026-09-10' }
  return aTalk(front({ ...named, lang: language, reveal }), ...sections)
}
