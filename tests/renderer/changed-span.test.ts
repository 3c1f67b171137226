import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedSpan } from '../../src/renderer/parts/markdown-editor/changed-span'

it('turns any text into any other and touches nothing outside the change', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, before, after, tail) => {
      const from = head + before + tail
      const to = head + after + tail
      const change = changedSpan(from, to)
      if (!change) return expect(from).toBe(to)
      expect(from.slice(0, change.from) + change.insert + from.slice(change.to)).toBe(to)
      expect(change.to - change.from).toBeLessThanOrEqual(before.length)
    }),
  )
})

it('finds the one character that was typed', () => {
  expect(changedSpan('教师们好', '教师你们好')).toEqual({ from: 2, to: 2, insert: '你' })
})
