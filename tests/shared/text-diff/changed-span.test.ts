import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedSpan } from '../../../src/shared/text-diff/changed-span'

it('turns any text into any other and touches nothing outside the change', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, before, after, tail) => {
      const from = head + before + tail
      const to = head + after + tail
      const change = changedSpan(from, to)
      expect(change === null).toBe(from === to)
      const { from: start, to: end, insert } = change ?? { from: 0, to: 0, insert: '' }
      expect(from.slice(0, start) + insert + from.slice(end)).toBe(to)
      expect(end - start).toBeLessThanOrEqual(before.length)
    }),
  )
})

it('finds the one character that was typed', () => {
  expect(changedSpan('教师们好', '教师你们好')).toEqual({ from: 2, to: 2, insert: '你' })
})
