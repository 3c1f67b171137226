import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartTypes } from '../../../src/shared/model/block'
import { barsIn, plotOf, stackedEdges } from '../../../src/shared/slides/chart-plot'
import { scaleInSteps, scaleOf, share } from '../../../src/shared/slides/chart-scale'
import { emuToPoints } from '../../../src/shared/units'
import { aChart } from '../../builders/scene'

/** Numbers as tables have them: up to seven digits, large, small and negative. */
const number = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: -4, max: 6 })).map(([digits, power]) => Number(`${digits}e${power}`))
const values = fc.array(fc.option(number), { minLength: 1, maxLength: 8 })

describe('the scale of a chart', () => {
  it('has round ticks', () => {
    expect(scaleOf([12, 21, 30, 48], true).ticks).toEqual([0, 20, 40, 60])
    expect(scaleOf([1.2, 2.9, 4.4], false).ticks).toEqual([1, 2, 3, 4, 5])
    expect(scaleOf([0.1, 0.3], true)).toEqual({ low: 0, high: 0.3, step: 0.1, ticks: [0, 0.1, 0.2, 0.3] })
  })

  it('holds all values, and zero where lengths are compared, in few even steps', () => {
    fc.assert(
      fc.property(values, fc.boolean(), (list, fromZero) => {
        const scale = scaleOf(list, fromZero)
        const known = list.filter((value) => value !== null)
        for (const value of fromZero ? [...known, 0] : known) {
          expect(share(scale, value)).toBeGreaterThanOrEqual(-1e-9)
          expect(share(scale, value)).toBeLessThanOrEqual(1 + 1e-9)
        }
        expect(scale.ticks.length).toBeLessThanOrEqual(7)
        expect(scale.high).toBeGreaterThan(scale.low)
        expect((scale.high - scale.low) / scale.step).toBeCloseTo(scale.ticks.length - 1, 6)
      }),
    )
  })

  it('takes as many steps as another, so that both are read off one grid', () => {
    expect(scaleInSteps([35, 48, 66, 82], 3)).toEqual({ low: 0, high: 90, step: 30, ticks: [0, 30, 60, 90] })
    fc.assert(
      fc.property(fc.array(number.map(Math.abs), { minLength: 1 }), fc.integer({ min: 1, max: 7 }), (list, steps) => {
        const { ticks, high } = scaleInSteps(list, steps)
        expect(ticks).toHaveLength(steps + 1)
        expect(high).toBeGreaterThanOrEqual(Math.max(...list) * (1 - 1e-9))
        expect(high).toBeGreaterThan(0)
      }),
    )
  })

  it('stacks areas, and lets nothing missing or negative pull them down', () => {
    expect(stackedEdges({ categories: ['一', '二'], series: [{ name: '甲', values: [1, -5], colour: 'accent' }, { name: '乙', values: [2, 3], colour: 'accent' }, { name: '丙', values: [null], colour: 'accent' }] })).toEqual([[1, 0], [3, 3], [3, 3]])
  })

  it('is not empty for a value alone, and none at all', () => {
    expect(scaleOf([5], false).high).toBeGreaterThan(5)
    expect(scaleOf([null], true).ticks).toEqual([0, 1])
  })
})

describe('the plot area of a chart', () => {
  it.each(chartTypes)('of kind %s lies within the frame and leaves room for its labels', (chart) => {
    for (const showLegend of [false, true]) {
      const scene = aChart({ chart, showLegend, categories: ['城区小学', '乡村小学的教学点', '一个'], series: [{ name: '青年教师', values: [12, 30, null], colour: 'accent' }, { name: '骨干教师', values: [1, 2, 3], colour: 'neutral-3' }] })
      const { x, y, width, height } = plotOf(scene)
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      expect(Math.min(width, height)).toBeGreaterThan(100)
      expect(x + width).toBeLessThanOrEqual(emuToPoints(scene.box.width))
      expect(y + height).toBeLessThan(emuToPoints(scene.box.height) - (showLegend || (chart !== 'bar' && chart !== 'doughnut') ? scene.labelSize : -1))
    }
  })

  it('fills a band with bars and the gaps around them', () => {
    const { thickness, at } = barsIn(100, 3)
    expect(at(0)).toBeCloseTo(100 - (at(2) + thickness))
    expect(at(1) - at(0)).toBeGreaterThan(thickness)
  })
})
