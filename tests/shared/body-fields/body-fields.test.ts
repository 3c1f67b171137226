import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readActivity, writeActivity } from '../../../src/shared/body-fields/activity-fields'
import { emptyAttribution, readAttribution, writeAttribution } from '../../../src/shared/body-fields/attribution'
import { readData, writeData } from '../../../src/shared/body-fields/data-fields'
import { hasMoreThanPicture, readPicture, writePictureInto } from '../../../src/shared/body-fields/picture-fields'
import { hasMoreThanQuotation, readQuotation, writeQuotation } from '../../../src/shared/body-fields/quotation-fields'
import { withCell } from '../../../src/shared/table-grid/grid'

const clause = `编者按。

> 到 2030 年，资源覆盖**全部**学校。
>
> 逐步推进。
> —— 示例教育局《示例规划》（示例发〔2026〕1号，2026-03-01），二、(一)

后记。
`

describe('an attribution', () => {
  it('is read in its parts', () => expect(readAttribution('示例教育局《示例规划》（示例发〔2026〕1号，2026-03-01），二、(一)')).toEqual({ author: '示例教育局', work: '示例规划', number: '示例发〔2026〕1号', date: '2026-03-01', place: '二、(一)' }))
  it('is read in English', () => expect(readAttribution('A. Example, “On Teaching” (2020), p. 3')).toEqual({ author: 'A. Example', work: 'On Teaching', number: '', date: '2020', place: 'p. 3' }))
  it('that is written otherwise is the author as a whole', () => expect(readAttribution('摘自某报 《甲》 三版')).toEqual({ ...emptyAttribution, author: '摘自某报 《甲》 三版' }))
  it('loses nothing, however it is written', () => {
    const line = fc.string({ unit: fc.constantFrom('甲', 'a', '《', '》', '“', '”', '（', '）', '(', ')', '，', ', ', '2026', '-', '1'), minLength: 1, maxLength: 12 })
    fc.assert(fc.property(line, (text) => writeAttribution(readAttribution(text)) === text))
  })
})

describe('a quotation as fields', () => {
  const fields = readQuotation(clause)

  it('is read with its attribution', () => expect(fields).toMatchObject({ text: '到 2030 年，资源覆盖**全部**学校。\n\n逐步推进。', author: '示例教育局', work: '示例规划', place: '二、(一)' }))
  it('changes no byte when nothing was changed', () => expect(writeQuotation(clause, fields)).toBe(clause))
  it('keeps what stands around it', () => {
    expect(writeQuotation(clause, { ...fields, place: '三' })).toBe(clause.replace('，二、(一)', '，三'))
    expect(hasMoreThanQuotation(clause)).toBe(true)
  })
  it('reads an attribution behind the quotation', () => expect(readQuotation('> 学而时习之。\n\n—— 《示例集》\n')).toMatchObject({ text: '学而时习之。', work: '示例集' }))
  it('is the whole text of a body without marks, which stays one until it is attributed', () => {
    const plain = '到 2030 年，全部覆盖。\n'
    expect(readQuotation(plain).text).toBe('到 2030 年，全部覆盖。')
    expect(writeQuotation(plain, { ...readQuotation(plain), text: '到 2031 年。' })).toBe('到 2031 年。\n')
    expect(writeQuotation(plain, { ...readQuotation(plain), work: '示例规划' })).toBe('> 到 2030 年，全部覆盖。\n> —— 《示例规划》\n')
  })
  it('keeps the line endings of Windows', () => expect(writeQuotation('> 甲\r\n> 乙\r\n', { ...readQuotation('> 甲\r\n> 乙\r\n'), author: '某人' })).toBe('> 甲\r\n> 乙\r\n> —— 某人\r\n'))
})

describe('an activity as fields', () => {
  const body = '先说明。\n\n:::activity{minutes=5 .wide}\n1. 两人一组\n2. 交换\n:::\n'
  it('is read, and changes no byte unchanged', () => {
    expect(readActivity(body)).toEqual({ minutes: '5', steps: '1. 两人一组\n2. 交换' })
    expect(writeActivity(body, readActivity(body))).toBe(body)
  })
  it('keeps what it does not know', () => expect(writeActivity(body, { minutes: '8', steps: '1. 三人一组' })).toBe('先说明。\n\n:::activity{minutes=8 .wide}\n1. 三人一组\n:::\n'))
  it('becomes a directive with its minutes', () => expect(writeActivity('两人一组', { minutes: '5', steps: '两人一组' })).toBe(':::activity{minutes=5}\n两人一组\n:::\n'))
})

describe('figures as fields', () => {
  const chart = '说明。\n\n:::chart{type=bar unit="所" data-x=1}\n| 年份 | 学校数 |\n| --- | --- |\n| 2024 | 12 |\n:::\n'
  const table = '| 年份 | 学校数 |\n| --- | --- |\n| 2024 | 12 |\n'
  it('are read from a chart', () => expect(readData(chart)).toMatchObject({ view: 'bar', unit: '所', source: '', grid: { rows: [['年份', '学校数'], ['2024', '12']] } }))
  it('change no byte unchanged', () => [chart, table, ''].forEach((body) => expect(writeData(body, readData(body))).toBe(body)))
  it('keep the attributes that they do not know', () => expect(writeData(chart, { ...readData(chart), view: 'line', unit: '', source: '示例年鉴' })).toBe(chart.replace('type=bar unit="所" data-x=1', 'type=line data-x=1 source="示例年鉴"')))
  it('give the line of a combined chart a unit of its own', () => expect(writeData(chart, { ...readData(chart), view: 'combined', lineUnit: '%' })).toBe(chart.replace('type=bar unit="所" data-x=1', 'type=combined unit="所" data-x=1 line-unit="%"')))
  it('change one cell in its place', () => {
    const before = readData(chart)
    expect(writeData(chart, { ...before, grid: withCell(before.grid, 1, 1, '13') })).toBe(chart.replace('12', '13'))
  })
  it('become a chart and a table again', () => {
    const drawn = writeData(table, { ...readData(table), view: 'column', unit: '所' })
    expect(drawn).toBe(`:::chart{type=column unit="所"}\n${table}:::\n`)
    expect(writeData(drawn, { ...readData(drawn), view: 'table' }).trim()).toBe(table.trim())
  })
})

describe('a picture as fields', () => {
  const body = '一张图：\n\n![实验课](asset:abc "课堂一角")\n'
  it('is read, and changes no byte unchanged', () => {
    expect(readPicture(body)).toEqual({ src: 'asset:abc', alt: '实验课', caption: '课堂一角' })
    expect(writePictureInto(body, readPicture(body))).toBe(body)
    expect(hasMoreThanPicture(body)).toBe(true)
  })
  it('is described in its place', () => expect(writePictureInto(body, { src: 'asset:abc', alt: '学生在做[实验]', caption: '' })).toBe('一张图：\n\n![学生在做\\[实验\\]](asset:abc)\n'))
  it('is more than a form shows where there is none yet, but text', () => expect(['先写字', ''].map(hasMoreThanPicture)).toEqual([true, false]))
  it('comes to stand in an empty body', () => expect(writePictureInto('', { src: 'asset:abc', alt: '', caption: '' })).toBe('![](asset:abc)\n'))
})
