import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lagOf, planOfSlides } from '../../../src/shared/rehearsal/keeping-time'

describe('keeping time', () => {
  test('tells how far the slide on show is from its stretch of the plan', () => {
    const plan = [0, 60, 120, 30]
    expect(lagOf(plan, 1, 0)).toBe(0)
    expect(lagOf(plan, 1, 59)).toBe(0)
    expect(lagOf(plan, 1, 75)).toBe(15)
    expect(lagOf(plan, 2, 40)).toBe(-20)
    expect(lagOf(plan, 3, 300)).toBe(90)
  })

  test('shares the time of a block out among its slides and loses none of it', () =>
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }), { maxLength: 40 }), fc.nat(600), (blocks, seconds) => {
        const plan = planOfSlides(blocks, () => seconds)
        const shown = new Set(blocks.filter((block) => block !== null))
        expect(plan.reduce((sum, part) => sum + part, 0)).toBeCloseTo(shown.size * seconds, 6)
      }),
    ))
})
