import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { LecternError } from '../../src/shared/outcome'
import { memoryEngine, type MemorySeed } from './memory-engine'

function openWindow(seed: MemorySeed = {}) {
  const memory = memoryEngine(seed)
  void render(<App engine={memory.engine} />)
  return memory
}

beforeEach(() => {
  history.replaceState(null, '', '#/library')
})

describe('an empty library', () => {
  it('welcomes, and speaks the language that is chosen', async () => {
    const memory = openWindow()
    await expect.element(page.getByRole('heading', { name: '欢迎来到讲台' })).toBeVisible()
    await userEvent.click(page.getByText('English'))
    await expect.element(page.getByRole('heading', { name: 'Welcome to Lectern' })).toBeVisible()
    expect(memory.settings.language).toBe('en')
    expect(document.documentElement.lang).toBe('en')
  })

  it('fills itself with the example, and undo empties it again', async () => {
    openWindow()
    await userEvent.click(page.getByRole('button', { name: '看看示例素材库' }))
    await expect.element(page.getByRole('option').filter({ hasText: '示例素材' })).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '撤销：填入示例' }))
    await expect.element(page.getByRole('heading', { name: '欢迎来到讲台' })).toBeVisible()
  })

  it('can be begun with nothing in it', async () => {
    openWindow()
    await userEvent.click(page.getByRole('button', { name: '从空白开始' }))
    await expect.element(page.getByText('还没有素材')).toBeVisible()
  })
})

describe('search from anywhere', () => {
  const seed: MemorySeed = { materials: [{ title: '数字资源', body: '甲' }, { title: '乡村教师', body: '乙' }] }

  it('opens on Ctrl K, also from within a text field, and Enter opens the best answer', async () => {
    openWindow(seed)
    await userEvent.click(page.getByRole('searchbox', { name: '在素材里查找' }))
    await userEvent.keyboard('{Control>}k{/Control}')
    await page.getByRole('dialog').getByPlaceholder('输入一个字就开始找').fill('师')
    await expect.element(page.getByRole('dialog').getByText('乡村教', { exact: false })).toBeVisible()
    await expect.poll(() => document.querySelector('[data-action][data-selected]')).not.toBeNull()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('heading', { level: 2, name: '乡村教师' })).toBeVisible()
  })
})

describe('the window', () => {
  it('goes from room to room by the rail and says where it is', async () => {
    openWindow({ materials: [{ title: '一条' }] })
    await userEvent.click(page.getByRole('link', { name: '设置' }))
    await expect.element(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
    await expect.element(page.getByRole('link', { name: '设置' })).toHaveAttribute('aria-current', 'page')
    expect(document.activeElement?.id).toBe('content')
  })

  it('says why the library did not open, in the words of the engine', async () => {
    const { engine } = memoryEngine()
    const refusing = { ...engine, app: { ...engine.app, state: () => Promise.reject(new LecternError('library-locked', { 'zh-CN': '素材库正被另一个窗口使用。', en: 'The library is in use by another window.' })) } }
    void render(<App engine={refusing} />)
    await expect.element(page.getByText(/素材库正被另一个窗口使用。|The library is in use by another window\./)).toBeVisible()
  })

  it('says so when the engine is gone', async () => {
    void render(<App engine={memoryEngine().engine} ended />)
    await expect.element(page.getByRole('dialog', { name: 'Lectern 的引擎已停止' })).toBeVisible()
  })
})
