import { describe, expect, it } from 'vitest'
import { plainSnippet } from '../../src/renderer/parts/highlight/plain-snippet'

const read = (text: string) =>
  plainSnippet([{ text, hit: false }])
    .map((part) => part.text)
    .join('')
    .trim()

describe('a snippet of Markdown in a list', () => {
  it('loses directive fences', () => {
    expect(read(':::activity{minutes=3} 1. 两人一组')).toBe('两人一组')
  })
  it('keeps the description of a picture', () => {
    expect(read('![枇杷树的四季](asset:0a1b)')).toBe('枇杷树的四季')
  })
  it('loses list and quotation marks', () => {
    expect(read('- 第一点 - 第二点 > 引文')).toBe('第一点 第二点 引文')
  })
  it('loses the frame of a table', () => {
    expect(read('| 年份 | 学校数 | | --- | ---: | | 2024 | 12 |')).toBe('年份 学校数 2024 12')
  })
  it('keeps a minus and a number in a sentence', () => {
    expect(read('气温-3度，2024年增长1.5倍')).toBe('气温-3度，2024年增长1.5倍')
  })
  it('keeps what matched the query, whatever it is', () => {
    expect(plainSnippet([{ text: '**', hit: true }])).toEqual([{ text: '**', hit: true }])
  })
})
