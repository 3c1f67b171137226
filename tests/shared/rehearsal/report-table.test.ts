import { describe, expect, test } from 'vitest'
import { asCsv, asTabs, reportTable } from '../../../src/shared/rehearsal/report-table'

const words = { section: '节', block: '段块', planned: '计划', spoken: '实际', difference: '相差', opening: '开篇', total: '合计' }
const block = (title: string, section: string, planned: number, spoken: number) => ({ title, section, characters: 0, words: 0, still: 0, planned, spoken })

describe('a rehearsal as a table', () => {
  test('has a row for each block and the sum below', () => {
    expect(reportTable({ blocks: [block('封面', '', 0, 4.2), block('甲', '一', 60, 70.4)] }, words)).toEqual([
      ['节', '段块', '计划', '实际', '相差'],
      ['开篇', '封面', '0', '4', '4'],
      ['一', '甲', '60', '70', '10'],
      ['合计', '', '60', '75', '15'],
    ])
  })

  test('is safe to open in a spreadsheet', () => {
    expect(asCsv([['=SUM(A1)', '他说"好"', '-12', '+危险']])).toBe(`\uFEFF"'=SUM(A1)","他说""好""","-12","'+危险"\r\n`)
    expect(asTabs([['两\n行', 'a\tb'], ['c', '']])).toBe('两 行\ta b\nc\t')
  })
})
