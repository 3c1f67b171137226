import { describe, expect, it } from 'vitest'
import { numberedTitle } from '../../../src/shared/slides/pages/opening'

describe('a section’s number', () => {
  it.each([
    ['一、为什么是现在', 1, '为什么是现在'],
    ['第十二章 实施与评价', 12, '实施与评价'],
    ['（三）组织保障', 3, '组织保障'],
    ['二十一、附则', 21, '附则'],
    ['4. What we found', 4, 'What we found'],
    ['Part 2: Now you', 2, 'Now you'],
  ])('is taken off %s', (title, number, rest) => {
    expect(numberedTitle(title, 9)).toEqual({ number, title: rest })
  })

  it.each(['一所学校的做法', '2025 年的变化', '3.5 倍的增长', '十年之间', '三、'])('is its position where %s carries none', (title) => {
    expect(numberedTitle(title, 9)).toEqual({ number: 9, title })
  })
})
