import { describe, expect, it } from 'vitest'
import { BrandDraft } from '../../../src/shared/model/brand'
import { SchoolDraft } from '../../../src/shared/model/school'
import { withLibrary } from './a-library'

const aSchool = (name: string, more: Partial<SchoolDraft> = {}): SchoolDraft => SchoolDraft.parse({ name, district: '示例区', level: 'primary', ...more })
const aBrand = (more: Partial<BrandDraft> = {}): BrandDraft => BrandDraft.parse({ series: '晨光讲堂', primary: '1C5FB8', ...more })

describe('schools', () => {
  it('have one brand in use from the first moment, and keep those that retired', () =>
    withLibrary((library) => {
      const { id } = library.schools.add(aSchool('示例小学'))
      expect(library.schools.brandOf(id)).toMatchObject({ primary: null, series: '', retiredAt: null })
      library.schools.useBrand(id, aBrand())
      library.schools.useBrand(id, aBrand({ primary: 'B3261E' }))
      expect(library.schools.brandOf(id)).toMatchObject({ primary: 'B3261E', retiredAt: null })
      expect(library.schools.brands.history(id).map(({ primary, retiredAt }) => [primary, retiredAt === null])).toEqual([
        [null, false],
        ['1C5FB8', false],
        ['B3261E', true],
      ])
    }))

  it('use an earlier brand again, as one more of their history', () =>
    withLibrary((library) => {
      const { id } = library.schools.add(aSchool('示例小学'), aBrand())
      const [first] = library.schools.brands.history(id)
      library.schools.useBrand(id, aBrand({ series: '新讲堂' }))
      expect(library.schools.restoreBrand(id, first!.id)).toMatchObject({ series: '晨光讲堂' })
      expect(library.schools.brands.history(id)).toHaveLength(3)
      expect(library.history.undo()?.label['zh-CN']).toBe('恢复“示例小学”以前的品牌')
      expect(library.schools.brandOf(id)).toMatchObject({ series: '新讲堂' })
    }))

  it('make no deed of a brand that says what the one in use says', () =>
    withLibrary((library) => {
      const { id } = library.schools.add(aSchool('示例小学'), aBrand())
      const { undo } = library.history.peek()
      library.schools.useBrand(id, aBrand())
      expect(library.history.peek().undo).toEqual(undo)
    }))

  it('go into the trash with their brands and come back from it, sound to the doctor', () =>
    withLibrary((library) => {
      const { id } = library.schools.add(aSchool('示例小学', { contacts: [{ name: '示例老师', role: '教务', reach: '000' }], notes: '校门在东侧' }), aBrand())
      library.schools.useBrand(id, aBrand({ primary: 'B3261E' }))
      const before = { school: library.schools.get(id), brands: library.schools.brands.history(id) }
      expect(library.schools.remove([id])).toBe(1)
      expect(library.schools.list()).toEqual([])
      expect(library.trash.find(id)).toMatchObject({ kind: 'school', title: '示例小学' })
      library.trash.restore([id])
      expect({ school: library.schools.get(id), brands: library.schools.brands.history(id) }).toEqual(before)
      expect(library.doctor().problems).toEqual([])
    }))

  it('are listed by district and name, those of no district last', () =>
    withLibrary((library) => {
      for (const [name, district] of [['无区学校', ''], ['乙小学', '西区'], ['甲小学', '西区'], ['丙小学', '东区']] as const) library.schools.add(aSchool(name, { district }))
      expect(library.schools.list().map(({ name }) => name)).toEqual(['丙小学', '甲小学', '乙小学', '无区学校'])
    }))

  it('are found by their name, else by their short name', () =>
    withLibrary((library) => {
      const { id } = library.schools.add(aSchool('示例第一小学', { short: '一小' }))
      expect(library.schools.named('示例第一小学 ').map((school) => school.id)).toEqual([id])
      expect(library.schools.named('一小').map((school) => school.id)).toEqual([id])
      expect(library.schools.named('')).toEqual([])
    }))

  it('are taken in from a file as one deed, which says what changed', () =>
    withLibrary((library) => {
      const { id } = library.schools.add(aSchool('示例小学'), aBrand())
      const kept = library.schools.keep([
        { id, school: aSchool('示例小学', { short: '示小' }), brand: aBrand() },
        { id: null, school: aSchool('另一小学'), brand: aBrand({ primary: 'B3261E' }) },
      ])
      expect(kept).toEqual({ added: 1, changed: 1 })
      expect(library.schools.brands.history(id)).toHaveLength(1)
      library.history.undo()
      expect(library.schools.list().map(({ name, short }) => [name, short])).toEqual([['示例小学', '']])
    }))
})
