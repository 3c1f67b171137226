import { describe, expect, it } from 'vitest'
import { readColumns, writeColumns } from '../../../src/shared/body-fields/columns-fields'
import { hasMoreThanDirective, readAttribute, readInner, writeAttribute, writeInner } from '../../../src/shared/body-fields/directive-fields'
import { readFrame, writeFrame } from '../../../src/shared/body-fields/picture-frame'
import { readEvents, writeEvents } from '../../../src/shared/body-fields/timeline-fields'

describe('the fields of a directive', () => {
  const body = '说明\n\n:::discussion{minutes=5 .quiet}\n大家怎么看？\n:::\n'

  it('are its attributes and what it holds', () => {
    expect([readAttribute(body, 'discussion', 'minutes'), readInner(body, 'discussion'), hasMoreThanDirective(body, 'discussion')]).toEqual(['5', '大家怎么看？', true])
  })

  it('change nothing around them', () => {
    expect(writeInner(writeAttribute(body, 'discussion', 'minutes', '8'), 'discussion', '说一说')).toBe('说明\n\n:::discussion{minutes=8 .quiet}\n说一说\n:::\n')
    expect(writeAttribute(body, 'discussion', 'minutes', '')).toBe(body.replace('minutes=5 ', ''))
  })
})

describe('two columns', () => {
  it.each([
    [':::two-columns\n### 以前\n- 一\n\n### 现在\n- 二\n:::\n', ['以前', '- 一', '现在', '- 二']],
    [':::two-columns\n- 一\n\n---\n\n- 二\n:::\n', ['', '- 一', '', '- 二']],
    [':::two-columns\n- 一\n:::\n', ['', '- 一', '', '']],
  ])('are read from %j', (body, told) => {
    expect(readColumns(body).flatMap(({ title, text }) => [title, text])).toEqual(told)
    expect(writeColumns(body, readColumns(body))).toBe(body)
  })

  it('keep a third part in the right one', () => {
    const body = ':::two-columns\n### 甲\n- 一\n\n### 乙\n- 二\n\n### 丙\n- 三\n:::\n'
    const [left, right] = readColumns(body)
    expect(writeColumns(body, [{ ...left, title: '新' }, right])).toBe(body.replace('甲', '新'))
  })

  it('get titles when one is given', () => {
    const body = ':::two-columns\n- 一\n\n---\n\n- 二\n:::\n'
    const [left, right] = readColumns(body)
    expect(readColumns(writeColumns(body, [{ ...left, title: '以前' }, right]))).toEqual([{ title: '以前', text: '- 一' }, { title: '', text: '- 二' }])
  })
})

describe('a timeline', () => {
  const body = ':::timeline\n- 2024: 起步\n- 9:30：开会\n- 没有日期\n:::\n'

  it('is when and what, and a time of day is no separator', () => {
    expect(readEvents(body).map(({ when, what }) => [when, what])).toEqual([['2024', '起步'], ['9:30', '开会'], ['', '没有日期']])
  })

  it('keeps events that did not change letter for letter', () => {
    expect(writeEvents(body, readEvents(body))).toBe(body)
    const [first, second, third] = readEvents(body)
    expect(writeEvents(body, [first!, { ...second!, what: '散会' }, third!, { when: '2026', what: '见效', row: null }])).toBe(':::timeline\n- 2024: 起步\n- 9:30：散会\n- 没有日期\n- 2026：见效\n:::\n')
  })
})

describe('the frame of a picture', () => {
  const image = '![图](a.png "说明")'
  const crop = { x: 10, y: 0, width: 80.04, height: 100 }

  it('is put around the image and taken away again', () => {
    const framed = writeFrame(`- 甲\n\n${image}\n`, { crop, focus: { x: 40, y: 30 } })
    expect(framed).toBe(`- 甲\n\n:::picture{focus="40 30" crop="10 0 80 100"}\n${image}\n:::`)
    expect(readFrame(framed)).toEqual({ crop: { ...crop, width: 80 }, focus: { x: 40, y: 30 } })
    expect(writeFrame(framed, { crop: null, focus: null })).toBe(`- 甲\n\n${image}`)
  })

  it('changes one without the other', () => {
    expect(writeFrame(`:::picture{focus="40 30"}\n${image}\n:::\n`, { crop: null, focus: { x: 1, y: 2 } })).toBe(`:::picture{focus="1 2"}\n${image}\n:::\n`)
  })

  it('needs a picture', () => {
    expect(writeFrame('- 甲', { crop, focus: null })).toBe('- 甲')
  })
})
