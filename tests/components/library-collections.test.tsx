import { notifications } from '@mantine/notifications'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { MaterialId } from '../../src/shared/model/ids'
import { memoryEngine, memoryId } from './memory-engine'

const within = { timeout: 20_000 }
const ids = [0, 1, 2].map((n) => MaterialId.parse(memoryId(n)))
const entries = () => page.getByRole('list', { name: /^清单里的素材/ }).getByRole('button')
const order = () => entries().elements().map((entry) => entry.textContent)

async function openCollection() {
  const memory = memoryEngine({ materials: [{ title: '甲', body: '甲的正文' }, { title: '乙', body: '乙的正文' }, { title: '丙' }], settings: { speaker: '示例讲师' } })
  const { id } = await memory.engine.collections.create({ title: '开学前读完', note: '', due: '2026-12-20', materials: ids })
  history.replaceState(null, '', `#/collection/${id}`)
  void render(<App engine={memory.engine} />)
  await expect.poll(order, within).toEqual(['甲', '乙', '丙'])
  return memory
}

afterEach(() => {
  // One store for every window of the page: the numbers of deeds begin anew with each engine.
  notifications.clean()
  localStorage.clear()
  history.replaceState(null, '', '#/library')
})

describe('a reading list', () => {
  it('is made of what is selected in the library', async () => {
    history.replaceState(null, '', '#/library')
    const memory = memoryEngine({ materials: [{ title: '甲' }, { title: '乙' }] })
    void render(<App engine={memory.engine} />)
    const rows = page.getByRole('listbox', { name: '素材列表' }).getByRole('option')
    await expect.poll(() => rows.elements().length, within).toBe(2)
    await userEvent.click(rows.first())
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await userEvent.click(page.getByRole('button', { name: '加入清单' }))
    await userEvent.click(page.getByRole('menuitem', { name: '新清单…' }))
    await page.getByRole('textbox', { name: '名称' }).fill('备课')
    await userEvent.click(page.getByRole('button', { name: '保存' }))
    await expect.element(page.getByRole('link', { name: '备课 2' })).toBeVisible()
  })

  it('is put in order by Alt ↑↓, and the keyboard goes with the material', async () => {
    const memory = await openCollection()
    await userEvent.click(entries().nth(1))
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await expect.poll(order).toEqual(['乙', '甲', '丙'])
    await expect.element(entries().first()).toHaveFocus()
    expect(memory.held.collections[0]?.materials).toEqual([ids[1], ids[0], ids[2]])
  })

  it('marks what was read for the reader who is named', async () => {
    const memory = await openCollection()
    await userEvent.click(entries().first())
    await userEvent.keyboard(' ')
    await expect.element(page.getByText('示例讲师：已读 1/3').first()).toBeVisible()
    expect(memory.held.collections[0]?.marks).toEqual([{ reader: '示例讲师', material: ids[0] }])
  })

  it('is read from one to the next', async () => {
    const memory = await openCollection()
    await userEvent.click(entries().first())
    await expect.element(page.getByText('甲的正文')).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '读完，看下一条' }))
    await expect.element(page.getByText('乙的正文')).toBeVisible()
    expect(memory.held.collections[0]?.marks).toHaveLength(1)
  })

  it('lets a material go on Delete, and the material stays in the library', async () => {
    const memory = await openCollection()
    await userEvent.click(entries().nth(2))
    await userEvent.keyboard('{Delete}')
    await expect.poll(order).toEqual(['甲', '乙'])
    expect(memory.materials).toHaveLength(3)
  })
})
