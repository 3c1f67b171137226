import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextDelta } from '../../../src/shared/model/text-delta'
import { applyDelta, deltaBetween, inverted } from '../../../src/shared/text-diff/text-delta'

const line = fc.string({ unit: fc.constantFrom('数', '字', '课', 'a', 'b', ' ', '😀'), maxLength: 12 })
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'))

const sizeOf = (delta: TextDelta): number => delta.reduce((size, [, removed, added]) => size + removed.length + added.length, 0)

describe('a text delta', () => {
  it('turns the one text into the other and back, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const delta = deltaBetween(before, after)
        expect(applyDelta(before, delta)).toBe(after)
        expect(applyDelta(after, inverted(delta))).toBe(before)
      }),
    )
  })

  it('holds what changed and not what stands between: a word replaced throughout a long text', () => {
    const before = Array.from({ length: 200 }, (_, index) => `第 ${index} 段讲信息化，一直讲到这一行的末尾。`).join('\n')
    const delta = deltaBetween(before, before.replaceAll('信息化', '数字化'))
    expect(delta).toHaveLength(200)
    expect(sizeOf(delta)).toBe(200 * 4)
    expect(applyDelta(before, delta)).toBe(before.replaceAll('信息化', '数字化'))
  })

  it('holds a block that was moved across a long text once removed and once added', () => {
    const moved = '## 移动的段块\n\n正文。\n\n'
    const rest = Array.from({ length: 100 }, (_, index) => `## 第 ${index} 段\n\n内容 ${index}。\n\n`).join('')
    for (const [before, after] of [
      [moved + rest, rest + moved],
      [rest + moved, moved + rest],
    ] as const) {
      const delta = deltaBetween(before, after)
      expect(sizeOf(delta)).toBeLessThanOrEqual(moved.length * 2)
      expect(applyDelta(before, delta)).toBe(after)
      expect(applyDelta(after, inverted(delta))).toBe(before)
    }
  })

  it('is refused by a text that it is not of', () => {
    const delta = deltaBetween('今天讲三点', '今天讲五点')
    expect(applyDelta('今天讲四点', delta)).toBeNull()
    expect(applyDelta('短', [[7, '', 'x']])).toBeNull()
    expect(applyDelta('abcdef', [[3, 'd', ''], [1, 'b', '']])).toBeNull()
  })
})
