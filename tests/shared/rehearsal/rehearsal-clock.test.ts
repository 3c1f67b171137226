import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elapsed, goTo, resumeClock, spentUntil, startClock, stopClock } from '../../../src/shared/rehearsal/rehearsal-clock'

describe('the clock of a rehearsal', () => {
  test('gives each slide the time it stood, also when it comes back', () => {
    let clock = startClock(3, 0, 1000)
    clock = goTo(clock, 1, 3000)
    clock = goTo(clock, 0, 4000)
    expect(spentUntil(clock, 4500)).toEqual([2500, 1000, 0])
    expect(elapsed(clock, 4500)).toBe(3500)
  })

  test('stands still while it is stopped, whatever is leafed through', () => {
    let clock = stopClock(startClock(3, 0, 0), 1000)
    clock = goTo(clock, 2, 5000)
    expect(elapsed(clock, 9000)).toBe(1000)
    clock = resumeClock(clock, 10_000)
    expect(spentUntil(clock, 10_500)).toEqual([1000, 0, 500])
  })

  test('loses and invents no time, whatever is pressed', () => {
    const press = fc.oneof(fc.record({ key: fc.constant('go' as const), at: fc.nat(4) }), fc.constant({ key: 'stop' as const }), fc.constant({ key: 'resume' as const }))
    fc.assert(
      fc.property(fc.array(fc.tuple(press, fc.nat(10_000)), { maxLength: 60 }), (presses) => {
        let clock = startClock(5, 0, 0)
        let now = 0
        let running = 0
        for (const [what, wait] of presses) {
          if (clock.since !== null) running += wait
          now += wait
          if (what.key === 'go') clock = goTo(clock, what.at, now)
          else if (what.key === 'stop') clock = stopClock(clock, now)
          else clock = resumeClock(clock, now)
        }
        expect(elapsed(clock, now)).toBe(running)
      }),
    )
  })
})
