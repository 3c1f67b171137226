import { describe, expect, it } from 'vitest'
import { lookAlikes } from '../../../src/shared/brand/look-alikes'
import { SchoolSummary } from '../../../src/shared/model/brand'

let made = 0
const school = (name: string, more: Partial<SchoolSummary> = {}): SchoolSummary =>
  SchoolSummary.parse({ id: `019b0000-0000-7000-8000-${(++made).toString().padStart(12, '0')}`, name, short: '', district: '东区', level: null, series: '', primary: null, accent: null, logo: null, ...more })
const found = (one: SchoolSummary, ...others: readonly SchoolSummary[]) => lookAlikes(one, [one, ...others]).map(({ name, why }) => [name, why])

describe('schools that are taken for one another', () => {
  it('are those of one district whose colours are hard to tell apart', () => {
    const one = school('晨光小学', { primary: '1C5FB8' })
    expect(found(one, school('长河中学', { primary: '1F63BC' }), school('高山中学', { primary: 'B3261E' }), school('远方中学', { primary: '1C5FB8', district: '西区' }), school('无色中学'))).toEqual([['长河中学', 'colour']])
  })

  it('are those whose names differ in a word, not those that are numbered', () => {
    expect(found(school('示例区实验小学'), school('示例区试验小学'), school('示例区实验小学分校'), school('长河中学'))).toEqual([['示例区实验小学分校', 'name']])
    expect(found(school('示例第一小学'), school('示例第二小学'))).toEqual([])
    expect(found(school('示例第一小学', { short: '一小' }), school('东方第一小学', { short: '一小' }))).toEqual([['东方第一小学', 'name']])
  })

  it('are never a school and itself', () => {
    expect(found(school('晨光小学', { primary: '1C5FB8' }))).toEqual([])
  })
})
