import { describe, expect, it } from 'vitest'
import { readingLevel } from '../../../src/shared/reading/reading-level'

describe('readingLevel', () => {
  it('counts Han characters between the marks that end a sentence', () => {
    expect(readingLevel('各位老师，大家好。先看三个变化！')).toMatchObject({ sentences: 2, characters: 13, sentenceLength: 6.5 })
  })

  it('neither reads cues nor counts Latin', () => {
    expect(readingLevel('[停顿 2] 大家好 AI。[翻页]')).toMatchObject({ sentences: 1, characters: 3 })
    expect(readingLevel('All in English.')).toEqual({ sentences: 0, characters: 0, sentenceLength: 0, rare: [], rareShare: 0 })
  })

  it('names characters beyond the common ones, the most frequent first', () => {
    const level = readingLevel('我们饕餮饕餮，魑魅。')
    expect(level.rare.slice(0, 2)).toEqual(['饕', '餮'])
    expect(level.rareShare).toBeCloseTo(6 / 8)
    expect(readingLevel('二〇二六年，教育是国之大计。').rareShare).toBe(0)
  })
})
