import { notifications } from '@mantine/notifications'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { memoryEngine } from './memory-engine'

const within = { timeout: 20_000 }
const rows = () => page.getByRole('listbox', { name: '素材列表' }).getByRole('option')
const row = (title: string) => rows().filter({ hasText: title })
const title = () => page.getByRole('textbox', { name: /^标题/ })

async function openWindow(memory = memoryEngine({ materials: [{ title: '甲', body: '甲的正文' }, { title: '乙' }] })) {
  history.replaceState(null, '', '#/library')
  void render(<App engine={memory.engine} />)
  await expect.poll(() => rows().elements().length, within).toBe(2)
  return memory
}

afterEach(() => {
  notifications.clean()
  localStorage.clear()
})

describe('what is typed and not saved', () => {
  it('is kept while it is typed, and there again when the window died', async () => {
    const memory = await openWindow()
    await userEvent.click(row('甲'))
    await userEvent.keyboard('{Enter}')
    await title().fill('甲，写到一半')
    await expect.poll(() => memory.unfinished.size).toBe(1)
    await cleanup()

    await openWindow(memory)
    await userEvent.click(page.getByRole('button', { name: '1 条没写完' }))
    await userEvent.click(page.getByRole('menuitem', { name: /甲，写到一半/ }))
    await expect.element(title()).toHaveValue('甲，写到一半')
    await expect.element(page.getByText(/接着上次没有保存的内容写/)).toBeVisible()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(() => memory.materials[0]?.title).toBe('甲，写到一半')
    await expect.poll(() => memory.unfinished.size).toBe(0)
  })

  it('outlives a look at another row', async () => {
    await openWindow()
    await userEvent.click(row('甲'))
    await userEvent.keyboard('{Enter}')
    await title().fill('甲，写到一半')
    await userEvent.click(page.getByRole('button', { name: '稍后再写' }))
    await userEvent.click(row('乙'))
    await userEvent.click(row('甲'))
    await userEvent.keyboard('{Enter}')
    await expect.element(title()).toHaveValue('甲，写到一半')
    await userEvent.click(page.getByRole('button', { name: '不要草稿，重新开始' }))
    await expect.element(title()).toHaveValue('甲')
  })

  it('is brought back after it was discarded', async () => {
    const memory = await openWindow()
    await userEvent.click(page.getByRole('button', { name: '新素材' }))
    await title().fill('新的一条')
    await userEvent.click(page.getByRole('button', { name: '放弃修改' }))
    await expect.poll(() => memory.unfinished.size).toBe(0)
    await userEvent.click(page.getByRole('button', { name: '找回' }))
    await expect.poll(() => memory.unfinished.get('new')?.draft.title).toBe('新的一条')
  })

  it('leaves nothing behind where nothing was changed', async () => {
    const memory = await openWindow()
    await userEvent.click(row('甲'))
    await userEvent.keyboard('{Enter}')
    await title().fill('别的')
    await title().fill('甲')
    await userEvent.click(page.getByRole('button', { name: '取消' }))
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0)
    await expect.poll(() => memory.unfinished.size).toBe(0)
  })
})
