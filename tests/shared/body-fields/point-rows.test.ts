import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasMoreThanRows, readRows, writeRows, type PointRow } from '../../../src/shared/body-fields/point-rows'

const bullet = (text: string, level = 0): PointRow => ({ text, level, marker: 'bullet' })
const text = fc.stringMatching(/^[甲乙丙a-z][甲乙丙a-z ，]{0,8}$/).map((value) => value.trim().replace(/\s+/g, ' '))
const rows = fc
  .array(fc.record({ text, level: fc.nat(2), marker: fc.constantFrom<PointRow['marker']>('bullet', 'number', 'none') }), { minLength: 1, maxLength: 8 })
  .map((list) => list.reduce<PointRow[]>((all, row) => {
    const above = all.at(-1)
    const level = row.marker === 'none' || above === undefined || above.marker === 'none' ? 0 : Math.min(row.level, above.level + 1)
    // Points of one list have one kind of marker; a list of the other kind begins anew at the first level.
    const before = all.findLast((one) => one.level <= level)
    const marker = level > 0 && before?.level === level ? before.marker : row.marker
    return [...all, { ...row, level, marker }]
  }, []))

describe('points as rows', () => {
  it('are read with their levels', () => {
    expect(readRows('- 甲\n  - 乙\n- 丙\n')).toEqual([bullet('甲'), bullet('乙', 1), bullet('丙')])
  })

  it('take plain lines and numbered ones as what they are', () => {
    expect(readRows('92.6%\n\n1. 一\n2. 二').map(({ marker, text }) => [marker, text])).toEqual([['none', '92.6%'], ['number', '一'], ['number', '二']])
  })

  it('keep every byte when nothing changed', () => {
    const markdown = '* 甲\n* 乙\n\n![图](a.png)\n'
    expect(writeRows(markdown, readRows(markdown))).toBe(markdown)
  })

  it('leave a picture, a condition and a remark where they stand', () => {
    const markdown = '<!-- 提醒 -->\n\n- 甲\n\n![图](a.png)\n\n:::only{audience=students}\n- 乙\n:::\n'
    expect(writeRows(markdown, [bullet('改了')])).toBe(markdown.replace('甲', '改了'))
    expect(hasMoreThanRows(markdown)).toBe(true)
  })

  it('are no rows where a point holds more than a line', () => {
    expect(readRows('- 甲\n\n  第二段\n')).toEqual([])
  })

  it('stand before what was there alone', () => {
    expect(writeRows('![图](a.png)\n', [bullet('甲')])).toBe('- 甲\n\n![图](a.png)\n')
  })

  it('read back as they were written', () => {
    fc.assert(
      fc.property(rows, (told) => {
        expect(readRows(writeRows('', told))).toEqual(told)
      }),
      { numRuns: 300 },
    )
  })
})
