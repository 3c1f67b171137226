import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { png } from '../builders/png'
import { Desk } from './run-lectern'

type Counts = { dryRun: boolean; added: number; changed: number; unchanged: number; problems: { line: number; column: string | null; code: string; message: string }[] }
type Items = { items: { name: string; primary: string | null; logo: string | null }[] }

describe('lectern schools', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
  })
  afterEach(() => desk.clear())

  it('import says with --dry-run what would change, takes in every good row, and names the others by line', async () => {
    const table = desk.write('schools.csv', '\uFEFF学校名称,主色,校徽\r\n甲小学,#1C5FB8,logos/a.png\r\n乙小学,blau,\r\n丙小学,,../x.png\r\n')
    desk.write('logos/a.png', png(8, 8))
    const dry = await desk.json<Counts>('schools', 'import', table, '--dry-run')
    expect(dry.code).toBe(1)
    expect(dry.answer).toMatchObject({ dryRun: true, added: 2, changed: 0, problems: [{ line: 3, column: 'primary', code: 'bad-colour' }, { line: 4, column: 'logo', code: 'logo-outside' }] })
    expect((await desk.json<Items>('list', 'schools')).answer.items).toEqual([])

    expect((await desk.json<Counts>('schools', 'import', table)).answer).toMatchObject({ dryRun: false, added: 2 })
    const { items } = (await desk.json<Items>('list', 'schools')).answer
    expect(items).toMatchObject([{ name: '丙小学', logo: null }, { name: '甲小学', primary: '1C5FB8', logo: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  })

  it('import finds logos by the schools’ names in a folder', async () => {
    desk.write('校徽/甲小学.png', png(8, 8))
    const { answer, code } = await desk.json<Counts>('schools', 'import', desk.write('a.csv', 'name\n甲小学\n'), '--logos', desk.at('校徽'))
    expect([code, answer]).toMatchObject([0, { added: 1 }])
    expect((await desk.json<Items>('list', 'schools')).answer.items[0]?.logo).not.toBeNull()
  })

  it('export writes a table, and the logos beside it, that import finds nothing new in', async () => {
    desk.write('甲小学.png', png(8, 8))
    await desk.lectern('schools', 'import', desk.write('a.csv', 'name,logo,district\n甲小学,甲小学.png,东区\n'))
    for (const form of ['csv', 'xlsx']) {
      const to = desk.at(`out.${form}`)
      expect((await desk.json<{ schools: number; logos: number }>('schools', 'export', '--to', to)).answer).toMatchObject({ schools: 1, logos: 1 })
      expect((await desk.json<Counts>('schools', 'import', to)).answer).toMatchObject({ added: 0, changed: 0, unchanged: 1, problems: [] })
    }
    expect(readFileSync(desk.at('out.csv'), 'utf8').startsWith('\uFEFF')).toBe(true)
    expect((await desk.lectern('schools', 'export', '--to', desk.at('out.txt'))).code).toBe(2)
  })
})
