import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SchoolId } from '../../../src/shared/model/school'
import { indexNames, packNames, type NamedSchool } from '../../../src/shared/packs/pack-names'

const idOf = (index: number): SchoolId => SchoolId.parse(`019b0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`)
const schools = (...names: readonly (string | readonly [name: string, district: string])[]): NamedSchool[] => names.map((one, index) => (typeof one === 'string' ? { id: idOf(index), name: one, district: '' } : { id: idOf(index), name: one[0], district: one[1] }))
const namesOf = (list: readonly NamedSchool[]): string[] => [...packNames(list).values()]

describe('the folder of a pack', () => {
  it('is named as the school is', () => expect(namesOf(schools('示例第一小学'))).toEqual(['示例第一小学']))

  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['con', '_con'],
    ['CON.docx', '_CON.docx'],
    ['lpt1', '_lpt1'],
    ['示例小学...', '示例小学'],
    ['  .示例小学 ', '示例小学'],
    ['示例\u202e小学\u0000', '示例 小学'],
    ['🏫示例小学', '🏫示例小学'],
  ])('makes of %j the name %j', (name, expected) => expect(namesOf(schools(name))).toEqual([expected]))

  it('is not longer than file systems take', () => {
    const [name = ''] = namesOf(schools('示'.repeat(200)))
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(143)
  })

  it('has the district behind it where two schools have one name, and the end of the id where that does not help', () => {
    const names = packNames(schools(['实验小学', '东区'], ['实验小学', '西区'], ['中心小学', '东区'], ['中心小学', '东区']))
    expect([names.get(idOf(0)), names.get(idOf(1))]).toEqual(['实验小学 东区', '实验小学 西区'])
    expect([names.get(idOf(2)), names.get(idOf(3))]).toEqual([`中心小学 ${idOf(2).slice(-8)}`, `中心小学 ${idOf(3).slice(-8)}`])
  })

  it('does not take the place of the index', () => expect(namesOf(schools(indexNames.page))).not.toContain(indexNames.page))

  it('tells capitals, full-width letters and composed characters apart by more than themselves', () => {
    const names = namesOf(schools('Cafe\u0301', 'CAFÉ', 'ｃａｆé'))
    expect(new Set(names.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(3)
  })

  it('is safe and another for every school, whatever they are called, and does not depend on their order', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 220, unit: 'binary' }),
      fc.constantFrom('', '.', '..', '../', 'con', 'NUL.txt', 'index.html', 'INDEX.XLSX', '.lectern-unfinished', '示例小学', '示例小学 ', '示例小学.', '示例小学 东区', '🏫', '👩‍👩‍👧', 'a'.repeat(200)),
    )
    const any = fc.array(fc.record({ name: hostile, district: fc.oneof(fc.constantFrom('', '东区', '东区 '), hostile) }), { maxLength: 30 }).map((list) => list.map((one, index): NamedSchool => ({ id: idOf(index), ...one })))
    fc.assert(
      fc.property(any, (list) => {
        const names = packNames(list)
        expect(names.size).toBe(list.length)
        expect(new Set([...names.values()].map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(list.length)
        for (const name of names.values()) {
          expect(name).toMatch(/^[^\p{Cc}/\\:*?"<>|]+$/u)
          expect(name).not.toMatch(/^[. ]|[. ]$/)
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
        }
        expect(packNames(list.toReversed())).toEqual(new Map([...names].toReversed().map(([id]) => [id, names.get(id)])))
      }),
    )
  })
})
