import { describe, expect, it } from 'vitest'
import { BrandDraft } from '../../../src/shared/model/brand'
import { SchoolDraft } from '../../../src/shared/model/school'
import { LecternError } from '../../../src/shared/outcome'
import type { Library } from '../../../src/main/library/library'
import { readWithPictures } from '../../../src/main/readers/read-document'
import { readTable } from '../../../src/main/readers/table/read-table'
import { exportSchools } from '../../../src/main/use-cases/export-schools'
import { importSchoolTable } from '../../../src/main/use-cases/import-school-table'
import { previewSchoolTable, type LogoSource } from '../../../src/main/use-cases/preview-school-table'
import { png } from '../../builders/png'
import { withLibraryAsync } from '../library/a-library'

const utf8 = (text: string) => new TextEncoder().encode(text)
const svg = utf8('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#1C5FB8"/></svg>')
const logosOf = (files: Readonly<Record<string, Uint8Array>>): LogoSource => ({ paths: async () => Object.keys(files), read: async (path) => files[path] ?? new Uint8Array() })
const preview = (library: Library, text: string | Uint8Array, files: Readonly<Record<string, Uint8Array>> = {}, watch?: (done: number, total: number) => void) =>
  previewSchoolTable({ library, read: readWithPictures, readTable: async (_name, bytes) => readTable(bytes) }, { fileName: '学校.csv', bytes: typeof text === 'string' ? utf8(text) : text }, logosOf(files), watch)
const take = async (library: Library, table: Awaited<ReturnType<typeof preview>>) => importSchoolTable(library, table, async (schools) => library.schools.keep(schools))

describe('a table of schools', () => {
  it('changes nothing before somebody says so, and is one deed then', () =>
    withLibraryAsync(async (library) => {
      const before = library.schools.add(SchoolDraft.parse({ name: '甲小学' }))
      const table = await preview(library, 'name,short,primary\n甲小学,甲小,#1C5FB8\n乙小学,,#B3261E\n丙小学,,blau\n')
      expect(library.schools.list().map(({ name, short }) => [name, short])).toEqual([['甲小学', '']])
      expect(table.problems).toMatchObject([{ line: 4, code: 'bad-colour' }])
      expect(await take(library, table)).toEqual({ added: 1, changed: 1, unchanged: 0 })
      expect(library.schools.list().map(({ name, short, primary }) => [name, short, primary])).toEqual([
        ['甲小学', '甲小', '1C5FB8'],
        ['乙小学', '', 'B3261E'],
      ])
      expect(library.history.undo()?.label['zh-CN']).toBe('导入学校表（2 所）')
      expect(library.schools.list()).toMatchObject([{ id: before.id, short: '', primary: null }])
      expect(library.doctor().problems).toEqual([])
    }))

  it('brings logos by path and by name, drawings as PNG, and names those that it cannot use', () =>
    withLibraryAsync(async (library) => {
      const table = await preview(library, 'name,logo\n甲小学,logos/a.png\n乙小学,\n丙小学,../a.png\n丁小学,gone.png\n戊小学,bad.png\n', { 'logos/a.png': png(8, 8), '乙小学.svg': svg, 'bad.png': utf8('no picture') })
      expect(table.problems.map(({ line, code }) => [line, code])).toEqual([
        [4, 'logo-outside'],
        [5, 'missing-logo'],
        [6, 'logo-unreadable'],
      ])
      expect(await take(library, table)).toMatchObject({ added: 5 })
      const logos = library.schools.list().map(({ name, logo }) => [name, logo === null ? null : library.assets.pictures([logo])[0]?.mime])
      expect(new Map(logos as [string, string | null][])).toEqual(new Map([['甲小学', 'image/png'], ['乙小学', 'image/png'], ['丙小学', null], ['丁小学', null], ['戊小学', null]]))
    }))

  it('is read again, logos and all, to the schools that it was written from', () =>
    withLibraryAsync(async (library) => {
      const { hash } = library.assets.putPicture(png(8, 8), { width: 8, height: 8, mime: 'image/png' })
      library.schools.add(SchoolDraft.parse({ name: '甲小学', district: '东区', level: 'primary', notes: '多行\n"备注"' }), BrandDraft.parse({ series: '讲堂', primary: '001122', logo: hash }))
      library.schools.add(SchoolDraft.parse({ name: '乙,小学' }))
      for (const form of ['csv', 'xlsx'] as const) {
        const { table, logos } = exportSchools(library, form, 'zh-CN', '校徽')
        expect(logos.size).toBe(1)
        const again = await preview(library, table, Object.fromEntries([...logos].map(([path, logo]) => [path, library.assets.read(logo)])))
        expect(again.problems).toEqual([])
        expect(again.plan.steps.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged'])
      }
    }))

  it('is not imported over a change that nobody saw in the preview', () =>
    withLibraryAsync(async (library) => {
      const { id } = library.schools.add(SchoolDraft.parse({ name: '甲小学' }))
      const table = await preview(library, 'name,short\n甲小学,甲小\n')
      library.schools.change(id, { short: '别的' })
      await expect(take(library, table)).rejects.toMatchObject({ code: 'schools-changed-elsewhere' })
      expect(library.schools.get(id).short).toBe('别的')
    }))

  it('can be stopped while it is read', () =>
    withLibraryAsync(async (library) => {
      const stop = new LecternError('cancelled', { 'zh-CN': '停', en: 'stop' })
      const text = `name\n${Array.from({ length: 100 }, (_, n) => `示例${n}小学`).join('\n')}\n`
      await expect(
        preview(library, text, {}, (done) => {
          if (done === 50) throw stop
        }),
      ).rejects.toBe(stop)
      expect(library.schools.list()).toEqual([])
    }))

  it('of ten thousand rows is taken in whole, and changes nothing the second time', () =>
    withLibraryAsync(async (library) => {
      const rows = Array.from({ length: 10_000 }, (_, n) => `示例第${n}小学,第${n % 97}区,小学,#${(n * 1531 % 0xffffff).toString(16).padStart(6, '0')}`)
      const text = `name,district,level,primary\n${rows.join('\n')}\n`
      expect(await take(library, await preview(library, text))).toEqual({ added: 10_000, changed: 0, unchanged: 0 })
      expect((await preview(library, text)).plan.steps.filter(({ kind }) => kind === 'unchanged')).toHaveLength(10_000)
    }), 120_000)
})
