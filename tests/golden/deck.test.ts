/** The parts of a small deck as they stand in the package, pretty-printed. `npm run golden` rewrites them: read the difference before committing it. */
import { describe, expect, it } from 'vitest'
import { deckFiles } from '../../src/main/writers/pptx/write-deck'
import { chartTypes } from '../../src/shared/model/block'
import { points } from '../../src/shared/units'
import { aChart, aDeck, aPicture, aPoint, aRun, aScene, aShape, aTable, aText, deckOptions, plainFrames } from '../builders/scene'
import { prettyXml } from './pretty-xml'

const deck = aDeck(
  [
    aScene('cover', [aText('title', '数字资源走进每一间教室')], { id: 'cover', section: -1, title: '数字资源走进每一间教室' }),
    aScene('points', [aText('title', '三个变化'), aShape(), aText('body', [aPoint('资源从本校走向全网'), aPoint([aRun('See '), aRun('the plan', { href: 'https://example.org/plan?a=1&b=2' })], { level: 1 })]), aText('number', '2')], {
      notes: '先看三个变化。[翻页]\n再看一所学校。',
    }),
    aScene('quote', [aText('body', '“改变从一节课开始。”')]),
    aScene('table', [aText('title', '课时'), aTable()]),
    aScene('chart', [aText('title', '学校数'), aChart({ series: [{ name: '学校数', values: [12, null, 41], colour: 'accent', pointColours: ['neutral-3', 'neutral-3', 'accent'] }] })]),
    aScene('picture', [aText('title', '课堂一角'), aPicture(), aShape({ shape: 'line', fill: null, line: { colour: 'accent', width: points(2) } })]),
  ],
  { sections: [{ title: '一、为什么是现在', scenes: ['0.1', '0.2', '0.3', '0.4', '0.5'] }] },
)
const files = deckFiles(deck, plainFrames, deckOptions)

const parts = [
  '[Content_Types].xml',
  'docProps/core.xml',
  'ppt/presentation.xml',
  'ppt/theme/theme1.xml',
  'ppt/slideMasters/slideMaster1.xml',
  'ppt/slideLayouts/slideLayout4.xml',
  'ppt/slideLayouts/slideLayout6.xml',
  ...[1, 2, 3, 4, 5, 6].map((n) => `ppt/slides/slide${n}.xml`),
  'ppt/slides/_rels/slide2.xml.rels',
  'ppt/notesMasters/notesMaster1.xml',
  'ppt/notesSlides/notesSlide2.xml',
  'ppt/charts/chart1.xml',
]

const series = [
  { name: '学校数', values: [12, null, 41], colour: 'accent' },
  { name: '教师数', values: [30, 45.5, 60], colour: 'second' },
] as const
const one = [{ ...series[0], values: [12, 30, 41], pointColours: ['accent', 'second', 'neutral-3'] }] as const
/** Of every kind of chart one, and a question whose answer comes on a click. */
const further = deckFiles(
  aDeck([
    ...chartTypes.map((chart) => aScene('chart', [aText('title', chart), aChart({ chart, series: chart === 'pie' || chart === 'doughnut' ? one : series, ...(chart === 'combined' ? { secondAxis: true, showLegend: true } : {}) })])),
    aScene('answer', [aText('title', '想一想'), aText('body', '哪一项变化最近？'), { ...aShape({ name: 'card' }), step: 1 }, { ...aText(null, '备课方式。', { name: 'reason' }), step: 2 }]),
  ]),
  plainFrames,
  deckOptions,
)
const furtherParts = [...chartTypes.map((_, at) => `ppt/charts/chart${at + 1}.xml`), `ppt/slides/slide${chartTypes.length + 1}.xml`]

describe('a small deck is written as it was read and agreed to', () => {
  it.each(parts)('%s', async (name) => {
    await expect(prettyXml(files.get(name) as string)).toMatchFileSnapshot(`parts/deck/${name.replaceAll('/', '__').replace('[Content_Types]', 'content-types')}`)
  })

  it.each(furtherParts)('with every kind of chart and with clicks: %s', async (name) => {
    await expect(prettyXml(further.get(name) as string)).toMatchFileSnapshot(`parts/charts-and-clicks/${name.replaceAll('/', '__')}`)
  })
})
