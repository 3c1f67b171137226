import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { memoryEngine } from './memory-engine'

const open = async (address: string, name: string) => {
  history.replaceState(null, '', address)
  const memory = memoryEngine({ materials: [{ title: '一条' }], talks: ['---\ntitle: 示例宣讲\nlang: zh-CN\n---\n# 一、开头\n## 甲\n:::script\n各位好\n:::\n## 乙\n'] })
  void render(<App engine={memory.engine} />)
  await expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return memory
}

const shares = (memory: ReturnType<typeof memoryEngine>): number[] => memory.held.formats[0]?.definition.sections.flatMap(({ blocks }) => blocks.map(({ share }) => share)) ?? []

beforeEach(() => {
  history.replaceState(null, '', '#/formats')
})

describe('the room of formats', () => {
  it('copies a built-in one, and moves a share by keyboard with the others making room', async () => {
    const memory = await open('#/formats?chosen=policy%2Bcase', '形式与对象')
    await userEvent.click(page.getByRole('button', { name: '复制一份' }))
    await expect.poll(() => memory.held.formats.map(({ definition }) => definition.name['zh-CN'])).toEqual(['政策加案例 副本'])
    const before = shares(memory)
    const slider = page.getByRole('slider', { name: '“一所学校的做法”占的时间' })
    await expect.element(slider).toBeVisible()
    slider.element().focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect.poll(() => shares(memory)[5]).toBe((before[5] ?? 0) + 2)
    expect(shares(memory).reduce((sum, share) => sum + share, 0)).toBe(100)
  })

  it('keeps what is typed when it is left at once', async () => {
    const memory = await open('#/formats', '形式与对象')
    await userEvent.click(page.getByRole('button', { name: '复制一份' }))
    await page.getByRole('textbox', { name: '名称' }).fill('示例形式')
    await userEvent.click(page.getByRole('tab', { name: '对象' }))
    await expect.poll(() => memory.held.formats[0]?.definition.name['zh-CN']).toBe('示例形式')
  })

  it('shows what undo brought back', async () => {
    const memory = await open('#/formats', '形式与对象')
    await userEvent.click(page.getByRole('button', { name: '复制一份' }))
    await page.getByRole('textbox', { name: '名称' }).fill('改过的')
    await expect.poll(() => memory.held.formats[0]?.definition.name['zh-CN']).toBe('改过的')
    await memory.engine.app.undo()
    await expect.element(page.getByRole('textbox', { name: '名称' })).toHaveValue('理论加故事 副本')
  })

  it('deletes one of the user’s own with a key, and gives it back', async () => {
    const memory = await open('#/formats', '形式与对象')
    await userEvent.click(page.getByRole('button', { name: '复制一份' }))
    const option = page.getByRole('option', { name: /副本/ })
    await expect.element(option).toHaveAttribute('aria-selected', 'true')
    option.element().focus()
    await userEvent.keyboard('{Delete}')
    await expect.poll(() => memory.held.formats).toEqual([])
    await userEvent.click(page.getByRole('button', { name: '撤销' }).last())
    await expect.poll(() => memory.held.formats).toHaveLength(1)
  })

  it('takes a talk as its pattern', async () => {
    const memory = await open('#/talks', '宣讲')
    await userEvent.click(page.getByRole('button', { name: '把“示例宣讲”存为形式' }))
    await expect.element(page.getByRole('heading', { level: 1, name: '形式与对象' })).toBeVisible()
    expect(memory.held.formats[0]?.definition.sections[0]?.blocks.map(({ title }) => title['zh-CN'])).toEqual(['甲', '乙'])
  })
})

describe('the room of audiences', () => {
  it('makes an audience that a new talk can be for', async () => {
    const memory = await open('#/audiences', '形式与对象')
    await userEvent.click(page.getByRole('button', { name: '复制一份' }))
    await page.getByRole('textbox', { name: '名称' }).fill('家长代表')
    await expect.poll(() => memory.held.audiences[0]?.definition.name['zh-CN']).toBe('家长代表')
    await userEvent.click(page.getByRole('link', { name: '回到宣讲稿' }))
    await userEvent.click(page.getByRole('button', { name: '新建宣讲稿' }).first())
    await userEvent.click(page.getByRole('combobox', { name: '对象' }))
    await expect.element(page.getByRole('option', { name: '家长代表' })).toBeVisible()
  })
})
