import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { BrandDraft } from '../../src/shared/model/brand'
import { SchoolDraft } from '../../src/shared/model/school'
import { App } from '../../src/renderer/app/app'
import { memoryEngine } from './memory-engine'

type Seed = readonly [school: Partial<SchoolDraft> & { name: string }, brand?: Partial<BrandDraft>]

const open = async (...schools: readonly Seed[]) => {
  const memory = memoryEngine({ materials: [{ title: '一条' }] })
  for (const [school, brand] of schools) await memory.engine.schools.add({ school: SchoolDraft.parse(school), brand: BrandDraft.parse(brand ?? {}) })
  void render(<App engine={memory.engine} />)
  await expect.element(page.getByRole('heading', { level: 1, name: '学校' })).toBeVisible()
  return memory
}
const option = (name: RegExp) => page.getByRole('option', { name })
const names = (memory: Awaited<ReturnType<typeof open>>) => memory.held.schools.map(({ school }) => school.name)
const brandOf = (memory: Awaited<ReturnType<typeof open>>, at = 0) => memory.held.schools[at]?.brands.at(-1)

beforeEach(() => {
  localStorage.clear()
  history.replaceState(null, '', '#/schools')
})

describe('the screen of schools', () => {
  it('says what belongs there while it is empty, and adds the first one', async () => {
    const memory = await open()
    await expect.element(page.getByText('还没有学校')).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '新建学校' }))
    await expect.poll(() => names(memory)).toEqual(['新学校'])
    await userEvent.click(page.getByRole('tab', { name: '资料' }))
    await userEvent.fill(page.getByRole('textbox', { name: '学校名称' }), '示例小学')
    await expect.poll(() => names(memory)).toEqual(['示例小学'])
  })

  it('finds by every word, by district and by level', async () => {
    await open([{ name: '晨光小学', district: '东区', level: 'primary' }], [{ name: '长河中学', district: '东区', level: 'junior' }], [{ name: '高山小学', district: '西区', level: 'primary' }])
    await userEvent.fill(page.getByRole('searchbox', { name: '查找学校' }), '小学 东')
    await expect.element(page.getByText('3 所中的 1 所')).toBeVisible()
    await expect.element(option(/晨光小学/)).toBeVisible()
    await userEvent.fill(page.getByRole('searchbox', { name: '查找学校' }), '没有')
    await expect.element(page.getByText(/没有这样的学校/)).toBeVisible()
  })

  it('draws of ten thousand schools only those in view', async () => {
    const memory = memoryEngine({ materials: [{ title: '一条' }] })
    const table = new File([`name,district\n${Array.from({ length: 10_000 }, (_, n) => `示例${n}小学,第${n % 50}区`).join('\n')}\n`], 'schools.csv')
    for await (const event of await memory.engine.schoolTables.open({ fileName: table.name, content: table })) if (event.type === 'finished') await memory.engine.schoolTables.import({ tableId: event.tableId })
    void render(<App engine={memory.engine} />)
    await expect.element(page.getByText('10000 所')).toBeVisible()
    await expect.poll(() => page.getByRole('option').all().length).toBeGreaterThan(5)
    expect(page.getByRole('option').all().length).toBeLessThan(60)
  })

  it('is walked and emptied with keys, and undo gives back', async () => {
    const memory = await open([{ name: '甲小学', district: '东区' }], [{ name: '乙小学', district: '西区' }])
    await userEvent.click(option(/甲小学/))
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(option(/乙小学/)).toHaveAttribute('aria-selected', 'true')
    await expect.poll(() => document.activeElement?.textContent).toContain('乙小学')
    await userEvent.keyboard('{Delete}')
    await expect.poll(() => names(memory)).toEqual(['甲小学'])
    await userEvent.click(page.getByRole('button', { name: '撤销' }).last())
    await expect.poll(() => names(memory)).toEqual(['甲小学', '乙小学'])
  })
})

describe('a school’s brand', () => {
  it('is used when the user says so, and the one before it can be used again', async () => {
    const memory = await open([{ name: '甲小学' }, { series: '老讲堂', primary: '1C5FB8' }])
    await userEvent.click(option(/甲小学/))
    await userEvent.fill(page.getByRole('textbox', { name: '系列名' }), '新讲堂')
    expect(brandOf(memory)?.series).toBe('老讲堂')
    await userEvent.click(page.getByRole('button', { name: '使用这个品牌' }))
    await expect.poll(() => brandOf(memory)?.series).toBe('新讲堂')
    await userEvent.click(page.getByRole('button', { name: /^恢复/ }))
    await expect.poll(() => brandOf(memory)?.series).toBe('老讲堂')
    await expect.element(page.getByRole('textbox', { name: '系列名' })).toHaveValue('老讲堂')
  })

  it('is not lost when the screen is left before it is used', async () => {
    await open([{ name: '甲小学' }], [{ name: '乙小学' }])
    await userEvent.click(option(/甲小学/))
    await userEvent.fill(page.getByRole('textbox', { name: '口号' }), '每天向前')
    await userEvent.click(option(/乙小学/))
    await expect.element(page.getByRole('textbox', { name: '口号' })).toHaveValue('')
    await userEvent.click(option(/甲小学/))
    await expect.element(page.getByRole('textbox', { name: '口号' })).toHaveValue('每天向前')
    await userEvent.click(page.getByRole('button', { name: '放弃改动' }))
    await expect.element(page.getByRole('textbox', { name: '口号' })).toHaveValue('')
  })

  it('shows a cover and three slides in its colours, and what had to be adjusted and why', async () => {
    await open([{ name: '甲小学' }, { primary: 'FFD400', series: '晨光讲堂' }])
    await userEvent.click(option(/甲小学/))
    await expect.element(page.getByText(/#FFD400 放在.+上，文字看不清（对比度 1\.\d）。幻灯片里用 #[0-9A-F]{6}（4\.\d），色相不变/)).toBeVisible()
    await expect.poll(() => document.querySelectorAll('.slide-view').length).toBe(4)
    await expect.poll(() => document.querySelector('.slide-view')?.textContent).toContain('晨光讲堂')
    await userEvent.fill(page.getByRole('textbox', { name: '主色' }), '#7A1F2B')
    await expect.element(page.getByText(/文字都清楚/)).toBeVisible()
  })

  it('warns of a school of the district that it would be taken for', async () => {
    await open([{ name: '甲小学', district: '东区' }, { primary: '1C5FB8' }], [{ name: '乙中学', district: '东区' }, { primary: '1F63BC' }], [{ name: '丙中学', district: '西区' }, { primary: '1C5FB8' }])
    await userEvent.click(option(/甲小学/))
    await expect.element(page.getByText(/主色和同区的“乙中学”很接近/)).toBeVisible()
  })
})

describe('a table of schools', () => {
  it('is shown before anything is stored, with every problem by its line, and imported at a word', async () => {
    const memory = await open([{ name: '甲小学' }, { primary: '1C5FB8' }])
    await userEvent.click(page.getByRole('button', { name: '导入表格' }))
    const input = document.querySelector<HTMLInputElement>('[role=dialog] input[type=file]:not([webkitdirectory])') ?? document.querySelectorAll<HTMLInputElement>('input[type=file][accept*=csv]')[0]
    if (!input) throw new Error('no field for the table')
    await userEvent.upload(input, new File(['name,primary,level\n甲小学,#B3261E,\n乙小学,红,\n丙小学,#222222,小学\n'], '学校.csv'))
    const dialog = page.getByRole('dialog', { name: '导入学校表格' })
    await expect.element(dialog.getByText(/“红”不是颜色/)).toBeVisible()
    await expect.element(dialog.getByText('第 3 行')).toBeVisible()
    expect(names(memory)).toEqual(['甲小学'])
    await userEvent.click(dialog.getByRole('button', { name: '导入 2 所' }))
    await expect.poll(() => names(memory).toSorted()).toEqual(['丙小学', '甲小学'].toSorted())
    await expect.element(dialog).not.toBeInTheDocument()
  })
})
