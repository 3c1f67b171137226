import { describe, expect, it } from 'vitest'
import { BrandDraft } from '../../../src/shared/model/brand'
import { AssetHash } from '../../../src/shared/model/ids'
import { School } from '../../../src/shared/model/school'
import { planSchoolImport, type KnownSchool } from '../../../src/shared/schools/plan-school-import'
import { readSchoolRows } from '../../../src/shared/schools/read-school-rows'
import { writeSchoolTable } from '../../../src/shared/schools/write-school-table'
import { leadsOutside, LogoFiles } from '../../../src/shared/schools/match-logo'

const known = (n: number, school: Partial<School>, brand: Partial<BrandDraft> = {}): KnownSchool => ({
  school: School.parse({ id: `019b0000-0000-7000-8000-${n.toString().padStart(12, '0')}`, name: '示例小学', createdAt: 0, updatedAt: 0, ...school }),
  brand: BrandDraft.parse(brand),
})
const plan = (schools: readonly KnownSchool[], ...rows: readonly (readonly string[])[]) => planSchoolImport(readSchoolRows(rows.map((cells, at) => ({ line: at + 1, cells }))).rows, schools, () => ({}))

describe('what a table of schools would change', () => {
  it('is new, changed field by field, or nothing', () => {
    const { steps, problems } = plan([known(1, { name: '甲小学', short: '甲小' }, { primary: '1C5FB8' }), known(2, { name: '乙小学', district: '东区' })], ['name', 'short', 'primary', 'district'], ['甲小学', '甲小', '#B3261E', ''], ['乙小学', '', '', '东区'], ['丙小学', '', '', ''])
    expect(problems).toEqual([])
    expect(steps.map(({ line, kind, fields }) => ({ line, kind, fields }))).toEqual([
      { line: 2, kind: 'changed', fields: [{ field: 'primary', from: '#1C5FB8', to: '#B3261E' }] },
      { line: 3, kind: 'unchanged', fields: [] },
      { line: 4, kind: 'new', fields: [{ field: 'name', from: '', to: '丙小学' }] },
    ])
  })

  it('never empties what stands there because a cell is empty', () => {
    const [step] = plan([known(1, { short: '示小', notes: '校门在东侧' }, { series: '晨光讲堂' })], ['name', 'short', 'series', 'district'], ['示例小学', '', '', '东区']).steps
    expect(step).toMatchObject({ kind: 'changed', school: { short: '示小', notes: '校门在东侧', district: '东区' }, brand: { series: '晨光讲堂' } })
  })

  it('knows schools of one name by their district, and asks where it does not say', () => {
    const both = [known(1, { district: '东区' }), known(2, { district: '西区' })]
    expect(plan(both, ['name', 'district', 'short'], ['示例小学', '西区', '西小']).steps).toMatchObject([{ kind: 'changed', id: both[1]!.school.id }])
    expect(plan(both, ['name', 'district'], ['示例小学', '南区']).steps).toMatchObject([{ kind: 'new' }])
    expect(plan(both, ['name'], ['示例小学']).problems).toMatchObject([{ line: 2, code: 'ambiguous' }])
  })

  it('takes one line only for a school, and names the other', () => {
    expect(plan([], ['name', 'district'], ['示例小学', '东区'], [' 示例　小学', '东区'], ['示例小学', '西区'])).toMatchObject({ steps: [{ line: 2 }, { line: 4 }], problems: [{ line: 3, code: 'twice' }] })
    expect(plan([known(1, {})], ['name', 'district'], ['示例小学', ''], ['示例小学', '东区']).problems).toMatchObject([{ line: 3, code: 'twice' }])
  })

  it('is nothing for the table that the same schools are written as', () => {
    const schools = [
      known(1, { name: '甲小学', short: '甲', district: '东区', level: 'primary', contacts: [{ name: '示例', role: '教务', reach: '000000' }], notes: '多行\n备注' }, { series: '讲堂', slogan: '口号', motto: '校训', primary: '001122', accent: 'C2571A', headingFont: '宋体', coverStyle: 'band' }),
      known(2, { name: '=乙小学', level: 'higher' }),
    ]
    for (const language of ['zh-CN', 'en'] as const) {
      const { rows } = writeSchoolTable(schools, language, () => '')
      expect(plan(schools, ...rows).steps.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged'])
    }
  })

  it('brings the logo that was found', () => {
    const logo = AssetHash.parse('a'.repeat(64))
    const { rows } = readSchoolRows([{ line: 1, cells: ['name'] }, { line: 2, cells: ['示例小学'] }])
    expect(planSchoolImport(rows, [known(1, {})], () => ({ logo })).steps).toMatchObject([{ kind: 'changed', brand: { logo }, fields: [{ field: 'logo', from: '', to: logo }] }])
  })
})

describe('the logos beside a table', () => {
  const files = new LogoFiles(['校徽/示例小学.png', '校徽/一小.svg', '校徽/示例小学-dark.png', 'old/a.png', 'new/a.png', 'readme.txt'])

  it('are found by their path, by their name, and by the school’s', () => {
    expect(files.named('校徽\\示例小学.PNG')).toBe('校徽/示例小学.png')
    expect(files.named('./一小.svg')).toBe('校徽/一小.svg')
    expect(files.ofSchool({ name: '示例小学' })).toBe('校徽/示例小学.png')
    expect(files.ofSchool({ name: '示例小学' }, '-dark')).toBe('校徽/示例小学-dark.png')
    expect(files.ofSchool({ name: '第一小学', short: '一小' })).toBe('校徽/一小.svg')
  })

  it('are none where two are called so, or what is called so is no picture', () => {
    expect(files.named('a.png')).toBeNull()
    expect(files.named('new/a.png')).toBe('new/a.png')
    expect(files.named('readme.txt')).toBeNull()
  })

  it('never lie outside', () => {
    for (const path of ['../a.png', 'x/../../a.png', '/etc/a.png', 'C:\\a.png', '\\\\server\\a.png', 'https://example.invalid/a.png']) expect(leadsOutside(path), path).toBe(true)
    for (const path of ['a.png', 'x/a..b.png', '校徽/示例.png']) expect(leadsOutside(path), path).toBe(false)
  })
})
