import type { Language } from '../../src/shared/language'
import { type ChartType, chartTypes, type Talk } from '../../src/shared/model/block'
import { aTalk, block, content, front, section } from './talk'

type Words = { readonly titles: Readonly<Record<ChartType, string>>; readonly section: string; readonly unit: string; readonly categories: readonly string[]; readonly series: readonly [string, string] }

const words: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    section: '一、图怎么画', unit: '所', categories: ['城区', '乡镇', '山区', '海岛'], series: ['试点', '推广'],
    titles: { bar: '横条比多少', column: '立柱看变化', line: '折线看走向', area: '面积看积累', pie: '整圆看份额', doughnut: '圆环看份额', combined: '柱与线一起看' },
  },
  en: {
    section: '1. How charts are drawn', unit: 'schools', categories: ['City', 'Town', 'Hills', 'Islands'], series: ['Pilot', 'Roll-out'],
    titles: { bar: 'Bars compare', column: 'Columns over time', line: 'Lines show where it goes', area: 'Areas add up', pie: 'A pie shows shares', doughnut: 'A ring shows shares', combined: 'Columns and a line' },
  },
}

const isRound = (chart: ChartType): boolean => chart === 'pie' || chart === 'doughnut'

const talkOf = (language: Language): Talk => {
  const { titles, section: heading, unit, categories, series } = words[language]
  const figures = (chart: ChartType) => (isRound(chart) ? { [series[0]]: [46, 22, 20, 12] } : { [series[0]]: [12, 21, 30, 48], [series[1]]: [20, 26, 41, 55] })
  return aTalk(front({ title: heading, lang: language }), section(heading, ...chartTypes.map((chart) => block(titles[chart], content.chart(chart, unit, categories, figures(chart))))))
}

/** A talk with one chart of every kind, in each language. */
export const showcaseCharts: Readonly<Record<Language, Talk>> = { 'zh-CN': talkOf('zh-CN'), en: talkOf('en') }
