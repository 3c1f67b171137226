import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { memoryEngine } from './memory-engine'

const work = (id: string, done: number, total: number) => ({ id, title: { 'zh-CN': `正在修改 ${id}`, en: `Editing ${id}` }, done, total })

async function openApp() {
  const memory = memoryEngine({ materials: [{ title: '一条' }] })
  void render(<App engine={memory.engine} />)
  await expect.element(page.getByRole('navigation')).toBeVisible()
  return memory.longWorks
}

beforeEach(() => {
  history.replaceState(null, '', '#/settings')
  localStorage.clear()
})

describe('long work', () => {
  it('is shown with how far it is, and is gone when it is done', async () => {
    const { show } = await openApp()
    show([work('甲', 0, 0)])
    await expect.element(page.getByRole('region', { name: '正在进行' })).toBeVisible()
    await expect.element(page.getByText('正在准备…')).toBeVisible()
    show([work('甲', 62, 100)])
    await expect.element(page.getByText('62%')).toBeVisible()
    show([])
    await expect.element(page.getByRole('region', { name: '正在进行' })).not.toBeInTheDocument()
  })

  it('can be stopped, one by one, by the keyboard too', async () => {
    const { show, stopped } = await openApp()
    show([work('甲', 1, 100), work('乙', 1, 100)])
    await expect.element(page.getByRole('button', { name: '停止：正在修改 乙' })).toBeVisible()
    page.getByRole('button', { name: '停止：正在修改 乙' }).element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => stopped).toEqual(['乙'])
    await expect.element(page.getByText('正在修改 甲')).toBeVisible()
    await expect.element(page.getByText('正在修改 乙')).not.toBeInTheDocument()
  })
})
