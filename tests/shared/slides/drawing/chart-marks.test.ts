import { describe, expect, it } from 'vitest'
import { chartMarks } from '../../../../src/shared/slides/drawing/chart-marks'
import type { Mark } from '../../../../src/shared/slides/drawing/mark'
import { pointBox } from '../../../../src/shared/slides/drawing/point-box'
import type { SceneChart } from '../../../../src/shared/slides/scene'
import { laidOut } from '../../../builders/slides'
import { aTalk, block, content, section } from '../../../builders/talk'

const chartOf = (type: Parameters<typeof content.chart>[0], values: Record<string, (number | null)[]>, categories = ['2024', '2025', '2026']): SceneChart => {
  const { value: deck } = laidOut(aTalk(section('', block('接入学校', content.chart(type, '所', categories, values)))))
  return deck.scenes.flatMap(({ items }) => items).find((item) => item.kind === 'chart')!
}
const marksOf = (chart: SceneChart): readonly Mark[] => chartMarks(chart, pointBox(chart.box))
const ofKind = <Kind extends Mark['kind']>(marks: readonly Mark[], kind: Kind) => marks.filter((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind)
const wordsOf = (chart: SceneChart): string[] => ofKind(marksOf(chart), 'label').map(({ text }) => text)

describe('the marks of a chart', () => {
  it('are columns as high as their values', () => {
    const columns = ofKind(marksOf(chartOf('column', { 学校数: [10, 20, 40] })), 'rectangle').filter(({ width, height }) => width > 5 && height > 5)
    const [first = 0, second = 0, third = 0] = columns.map(({ height }) => height)
    expect([second / first, third / first]).toEqual([expect.closeTo(2, 6), expect.closeTo(4, 6)])
  })

  it('are a line that a missing value interrupts', () => {
    const chart = chartOf('line', { 次数: [1, 2, null, 4, 5] }, ['一', '二', '三', '四', '五'])
    expect(ofKind(marksOf(chart), 'path')).toHaveLength(2)
    expect(ofKind(marksOf(chart), 'circle')).toHaveLength(4)
  })

  it('name the parts of a pie with their shares', () => {
    expect(wordsOf(chartOf('pie', { 份数: [1, 1, 2] }, ['甲', '乙', '丙']))).toEqual(['甲 25%', '乙 25%', '丙 50%'])
  })

  it.each(['pie', 'doughnut'] as const)('draw a whole that is one part: %s', (type) => {
    const [whole] = ofKind(marksOf(chartOf(type, { 份数: [5] }, ['全部'])), 'path')
    expect(whole?.path).toMatch(/A .* 1 /)
    expect(whole?.path).not.toContain('NaN')
  })

  it.each(['column', 'bar', 'line', 'area', 'pie', 'doughnut', 'combined'] as const)('stay within the chart’s box: %s', (type) => {
    const chart = chartOf(type, type === 'pie' || type === 'doughnut' ? { 份数: [3, 5, 9] } : { 城区: [3, 5, 9], 乡村: [1, 4, 7] })
    const box = pointBox(chart.box)
    const outside = ofKind(marksOf(chart), 'rectangle').filter(({ x, y, width, height }) => x < box.x - 0.5 || y < box.y - 0.5 || x + width > box.x + box.width + 0.5 || y + height > box.y + box.height + 0.5)
    expect(outside).toEqual([])
    for (const { x, y } of ofKind(marksOf(chart), 'label')) expect([x >= box.x - 0.5, x <= box.x + box.width + 0.5, y >= box.y, y <= box.y + box.height + 1]).toEqual([true, true, true, true])
  })
})
