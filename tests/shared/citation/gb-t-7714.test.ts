import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gbt7714, referenceType, type Cited } from '../../../src/shared/citation/gb-t-7714'

const plan: Cited = { title: '示例市数字教育资源建设规划', issuer: '示例市教育局', number: '示教发〔2026〕1号', date: '2026-01-05' }

describe('a reference in GB/T 7714 form', () => {
  it('is body, title with number and type, date, place, with half-width punctuation', () => {
    expect(gbt7714(plan)).toBe('示例市教育局. 示例市数字教育资源建设规划: 示教发〔2026〕1号[Z]. 2026-01-05.')
    expect(gbt7714(plan, '二/(一)')).toBe('示例市教育局. 示例市数字教育资源建设规划: 示教发〔2026〕1号[Z]. 2026-01-05: 二/(一).')
  })

  it('writes a standard as the standard writes standards: number after the title, S', () => {
    expect(gbt7714({ title: '信息与文献 示例元数据', issuer: '示例标准化技术委员会', number: 'GB/T 99999—2025', date: '2025' }, '2-3')).toBe('示例标准化技术委员会. 信息与文献 示例元数据: GB/T 99999—2025[S]. 2025: 2-3.')
  })

  it('writes a report as R, and a compilation as G', () => {
    expect(gbt7714({ title: '示例区教师发展年度报告', issuer: '示例区教师发展中心', number: '', date: '2025年12月' })).toBe('示例区教师发展中心. 示例区教师发展年度报告[R]. 2025-12.')
    expect(gbt7714({ title: '示例小学课堂案例集', issuer: '示例小学', number: '', date: '' })).toBe('示例小学. 示例小学课堂案例集[G].')
  })

  it('names three bodies at most, and says that there are more in the language of the document', () => {
    expect(gbt7714({ ...plan, issuer: '甲局、乙局、丙局' })).toMatch(/^甲局, 乙局, 丙局\. /)
    expect(gbt7714({ ...plan, issuer: '甲局 乙局 丙局 丁局' })).toMatch(/^甲局, 乙局, 丙局, 等\. /)
    expect(gbt7714({ title: 'A Plan', issuer: 'First Office; Second Office; Third Office; Fourth Office', number: '', date: '2026' })).toBe('First Office, Second Office, Third Office, et al. A Plan[Z]. 2026.')
  })

  it('leaves out what is not known', () => {
    expect(gbt7714({ title: '示例札记', issuer: '', number: '', date: '' })).toBe('示例札记[Z].')
    expect(gbt7714({ title: '示例札记', issuer: '', number: '', date: '' }, '第三段')).toBe('示例札记[Z]. 第三段.')
  })

  it.each([
    ['2026年1月5日', '2026-01-05'],
    ['2026 年 1 月 5 日', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026/01/05', '2026-01-05'],
    ['2026年1月', '2026-01'],
    ['2026年', '2026'],
    ['2026', '2026'],
    ['丙午年正月', '丙午年正月'],
  ])('writes the date %s as %s', (date, expected) => expect(gbt7714({ ...plan, date })).toMatch(new RegExp(`\\. ${expected}\\.$`)))

  it('takes a title out of the marks and line breaks of running text', () => {
    expect(gbt7714({ ...plan, title: '《示例市数字教育\n资源建设规划》', number: '' })).toContain('. 示例市数字教育 资源建设规划[Z]. ')
    expect(gbt7714({ ...plan, title: '关于印发《示例规划》的通知', number: '' })).toContain('. 关于印发《示例规划》的通知[Z]. ')
  })

  it('lets the caller say what a document is', () => expect(gbt7714(plan, '', 'R')).toContain('[R]'))

  it('takes the first letters of a file number for no standard', () => {
    expect(referenceType(plan)).toBe('Z')
    expect(referenceType({ ...plan, number: 'JY/T 0614-2017' })).toBe('S')
    expect(referenceType({ ...plan, number: 'GB 50099' })).toBe('S')
  })

  it('is one line with one full stop at its end, whatever the source', () =>
    fc.assert(
      fc.property(fc.record({ title: fc.string(), issuer: fc.string(), number: fc.string(), date: fc.constantFrom('', '2026', '2026年3月1日') }), fc.constantFrom('', '二/(一)'), (source, locator) => {
        const reference = gbt7714(source, locator)
        expect(reference).not.toMatch(/[\r\n]/)
        expect(reference).toMatch(/[^.]\.$/)
        expect(reference).toMatch(/\[[SRGZ]\]\./)
      }),
    ))
})
