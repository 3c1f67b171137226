import { describe, expect, it } from 'vitest'
import { SlideTypeface } from '../../../src/main/drawing/slide-typeface'
import { notoSansSc } from '../../../src/shared/slides/font-metrics'

/** The numbers of a path, its commands left out: where its points are. */
const numbersIn = (path: string): number[] => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
/** The box around all points of a path, on the curve and off. */
function boxOf(path: string): readonly number[] {
  const numbers = numbersIn(path)
  const [xs, ys] = [numbers.filter((_, index) => index % 2 === 0), numbers.filter((_, index) => index % 2 === 1)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

describe('the typeface that slides are drawn small in', () => {
  it('draws every character where its advance leaves room for it', () => {
    const { outline } = new SlideTypeface()
    for (const character of '教育局Lectern讲台，。“”%0123456789') {
      const codePoint = character.codePointAt(0)!
      for (const bold of [false, true]) {
        const [left = 0, , right = 0] = boxOf(outline(codePoint, bold))
        expect([character, bold, left > -60, right < notoSansSc.advance(codePoint, bold) * 1000 + 60]).toEqual([character, bold, true, true])
      }
    }
  })

  it('draws nothing for a space and for what it does not have', () => {
    const { outline } = new SlideTypeface()
    expect([outline(0x20, false), outline(0x10ffff, false)]).toEqual(['', ''])
  })
})
