import { describe, expect, it } from 'vitest'
import type { Lightness } from './lightness'
import { structuralSimilarity } from './structural-similarity'

type Pattern = (x: number, y: number) => number
const drawn = (width: number, height: number, pattern: Pattern): Lightness => ({
  width, height, values: Float64Array.from({ length: width * height }, (_, at) => pattern(at % width, Math.floor(at / width))),
})
const rings: Pattern = (x, y) => Math.round(127.5 + 127.5 * Math.sin(Math.hypot(x - 40, y - 30) / 3))
const words: Pattern = (x, y) => (x % 37 < 20 && y % 23 < 9 ? 20 + ((x * 7 + y * 13) % 50) : 250)

describe('the structural similarity of two pictures', () => {
  /**
   * Computed by ssim.js 3.5.0 with `{ ssim: 'original', downsample: 'original' }` and, to ten digits the same, by the formula on SciPy's `correlate`. The last two
   * are averaged down first. The wide page, by 2, is SciPy's alone: ssim.js begins squares of an even side one pixel before MATLAB's `imfilter`.
   */
  it.each([
    ['rings moved by a pixel', 96, 80, rings, (x: number, y: number) => rings(x - 1, y), 0.909215363514562],
    ['rings a fifth darker', 96, 80, rings, (x: number, y: number) => Math.round(rings(x, y) * 0.8), 0.9525515835523248],
    ['words of a wide page moved', 640, 540, words, (x: number, y: number) => words(x + 2, y + 1), 0.6654580802292926],
    ['words of a tall page moved', 960, 720, words, (x: number, y: number) => words(x + 2, y + 1), 0.8118252912027323],
  ] satisfies [string, number, number, Pattern, Pattern, number][])('is that of another implementation: %s', (_name, width, height, first, second, expected) => {
    expect(structuralSimilarity(drawn(width, height, first), drawn(width, height, second))).toBeCloseTo(expected, 9)
  })

  it('is 1 for the same picture, and the same whichever comes first', () => {
    const [one, two] = [drawn(96, 80, rings), drawn(96, 80, words)]
    expect(structuralSimilarity(one, one)).toBeCloseTo(1, 12)
    expect(structuralSimilarity(one, two)).toBeCloseTo(structuralSimilarity(two, one), 12)
  })

  it('refuses pictures of two sizes', () => {
    expect(() => structuralSimilarity(drawn(20, 20, rings), drawn(20, 21, rings))).toThrow('one size')
  })
})
