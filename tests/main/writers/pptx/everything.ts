import { chartTypes } from '../../../../src/shared/model/block'
import { points } from '../../../../src/shared/units'
import { aChart, aDeck, aParagraph, aPicture, aPoint, aRun, aScene, aShape, aTable, aText } from '../../../builders/scene'

/** A deck with every kind of item in it, and the awkward ones among them. */
export const everything = aDeck(
  [
    aScene('cover', [aText('title', '数字资源'), aText('subtitle', '面向青年教师')], { id: 'cover', section: -1, notes: '各位老师，大家好。[停顿 2]\n\n先看三个变化。[翻页]' }),
    aScene('points', [aText('title', '三个变化'), aText('body', [aPoint('资源从本校走向全网'), aPoint([aRun('See '), aRun('the site', { href: 'https://example.org/路?a=1&b=2', bold: true, colour: 'accent' }), aRun(' now', { italic: true })], { level: 1 })]), aText('source', '出处'), aText('number', '2')]),
    aScene('quote', [aText('body', '教育是一棵树摇动另一棵树。'), aShape()]),
    aScene('picture', [aText('title', '课堂一角'), aPicture(), aPicture({ name: 'again' })]),
    aScene('table', [aText('title', '课时'), aTable()]),
    ...chartTypes.flatMap((chart) => [
      aScene('chart', [aText('title', chart), aChart({ chart })]),
      aScene('chart', [aText('title', chart), aChart({ chart, showLegend: true, series: [{ name: '甲', values: [1, null, 3], colour: 'accent' }, { name: '乙', values: [2, 2, -2], colour: 'neutral-3' }] })]),
    ]),
    aScene('chart', [aText('title', '两个单位'), aChart({ chart: 'combined', secondAxis: true, series: [{ name: '甲', values: [1, null, 3], colour: 'neutral-3' }, { name: '乙', values: [20, 40, 95], colour: 'accent' }] })]),
    aScene('question', [aText('title', '想一想'), aText(null, [aParagraph('甲', { marker: { text: 'A', colour: 'accent', auto: 'none' }, indent: 0 as never }), aParagraph('乙', { marker: { text: 'Q1', colour: 'accent', auto: 'none' }, pitch: points(40) })]), aShape({ shape: 'line', fill: null, line: { colour: 'accent', width: points(2) } })]),
  ],
  { sections: [{ title: '一、为什么 & 怎样', scenes: ['0.1', '0.2', '0.3'] }, { title: '', scenes: ['0.4', '0.5'] }] },
)
