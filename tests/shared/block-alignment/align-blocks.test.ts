import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignBlocks, movedBlocks, type Alignable } from '../../../src/shared/block-alignment/align-blocks'

const block = (title: string, shown: string, said = ''): Alignable => ({ title, shown, said, text: `## ${title}\n\n${shown}\n\n${said}` })
const [a, b, c, d] = [block('资源', '- 从本校走向全网', '先说资源。'), block('备课', '- 从个人走向团队', '再说备课。'), block('课堂', '- 从讲授走向对话', '接着说课堂。'), block('评价', '- 从结果走向过程', '最后说评价。')]
const nextSave = { inPlace: true }
const otherDay = { inPlace: false }

/** Few words, so that blocks are often the same or alike. */
const anyBlock = fc.record({ title: fc.constantFrom('', '甲', '乙'), shown: fc.constantFrom('', '- 一', '- 一二三四五六七八', '- 八七六五四三二一'), said: fc.constantFrom('', '今天讲三点。', '各位老师，大家好，今天讲三点。') }).map(({ title, shown, said }) => block(title, shown, said))
const blocks = fc.array(anyBlock, { maxLength: 12 })
const many = (word: string) => Array.from({ length: 400 }, (_, n) => block(`${word}${n}`, `- ${word}的第 ${n} 点`))
const partnersOf = (alignment: readonly (number | null)[]): number[] => alignment.flatMap((old) => old ?? [])

describe('aligning the blocks of two talks', () => {
  it('names no block twice, and none that is not there', () => {
    fc.assert(
      fc.property(blocks, blocks, fc.boolean(), (before, after, inPlace) => {
        const alignment = alignBlocks(before, after, { inPlace })
        expect(alignment).toHaveLength(after.length)
        const partners = partnersOf(alignment)
        expect(new Set(partners).size).toBe(partners.length)
        expect(partners.every((old) => old >= 0 && old < before.length)).toBe(true)
      }),
    )
  })

  it('loses no block that is still there, whatever became of its place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyBlock, { selector: ({ text }) => text, maxLength: 12 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all))), ([before, after]) => {
        expect(alignBlocks(before, after, nextSave).map((old) => before[old ?? -1]?.text)).toEqual(after.map(({ text }) => text))
      }),
    )
  })

  it('leaves every block in its place when one of them is rewritten, even to the last letter', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 12 }), fc.nat(), fc.string(), (before, place, text) => {
        const at = place % before.length
        const after = before.with(at, block('全新的', `- ${text}`))
        // Between equal blocks it is open which one was rewritten.
        if (new Set(before.map((one) => one.text)).size < before.length) return
        expect(alignBlocks(before, after, nextSave)).toEqual(before.map((_, index) => index))
      }),
    )
  })

  it('knows a block that was moved and edited at once', () => {
    expect(alignBlocks([a, b, c, d], [d, block('资源', '- 从本校走向全网，再走向全国', '先说资源。'), b, c], otherDay)).toEqual([3, 0, 1, 2])
  })

  it('takes the part that kept the title for the block that was split', () => {
    const whole = block('两件事', '- 第一件事是共建\n- 第二件事是共享', '先说第一件事，共建。再说第二件事，共享。')
    const [first, second] = [block('两件事', '- 第一件事是共建', '先说第一件事，共建。'), block('新的段块', '- 第二件事是共享', '再说第二件事，共享。')]
    expect(alignBlocks([a, whole, d], [a, first, second, d], nextSave)).toEqual([0, 1, null, 2])
  })

  it('takes two blocks that were merged for the one whose title is left', () => {
    expect(alignBlocks([a, b, c], [a, block('备课', `${b.shown}\n${c.shown}`, `${b.said}\n${c.said}`)], nextSave)).toEqual([0, 1])
  })

  it('takes what was written in the place of a block for the same one between saves, for a new one between days', () => {
    const other = block('午餐', '- 十二点开始')
    expect(alignBlocks([a, b, c], [a, other, c], nextSave)).toEqual([0, 1, 2])
    expect(alignBlocks([a, b, c], [a, other, c], otherDay)).toEqual([0, null, 2])
  })

  it('names as moved the fewest blocks that explain the new order', () => {
    expect([...movedBlocks([1, 2, 3, 0])]).toEqual([3])
    expect([...movedBlocks([0, null, 2, 1, 3])]).toHaveLength(1)
    expect([...movedBlocks([])]).toEqual([])
  })

  it('takes no longer than blocks times blocks, also for two talks that have nothing in common', () => {
    const alignment = alignBlocks(many('甲'), many('乙'), otherDay)
    expect(partnersOf(alignment)).toEqual([])
  })
})
