/** The parts of a small deck as they stand in the package, pretty-printed. `npm run golden` rewrites them: read the difference before committing it. */
import { describe, expect, it } from 'vitest'
import { deckFiles } from '../../src/main/writers/pptx/write-deck'
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

describe('a small deck is written as it was read and agreed to', () => {
  it.each(parts)('%s', async (name) => {
    await expect(prettyXml(files.get(name) as string)).toMatchFileSnapshot(`parts/deck/${name.replaceAll('/', '__').replace('[Content_Types]', 'content-types')}`)
  })
})
