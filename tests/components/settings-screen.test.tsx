import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { memoryEngine } from './memory-engine'

async function openSettings() {
  const memory = memoryEngine({ materials: [{ title: '一条' }] })
  void render(<App engine={memory.engine} />)
  await expect.element(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  return memory
}

beforeEach(() => {
  history.replaceState(null, '', '#/settings')
})

describe('settings', () => {
  it('change the language of the whole window at once', async () => {
    await openSettings()
    await userEvent.click(page.getByText('English'))
    await expect.element(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Library' })).toBeVisible()
  })

  it('darken the window', async () => {
    await openSettings()
    await userEvent.click(page.getByText('深色'))
    await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe('dark')
  })

  it('keep the pace that the keyboard set, within 120 and 320', async () => {
    const memory = await openSettings()
    page.getByRole('slider', { name: '语速' }).element().focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(() => memory.settings.pace).toBe(225)
    await userEvent.keyboard('{End}')
    await expect.poll(() => memory.settings.pace).toBe(320)
  })

  it('store the speaker without being told to', async () => {
    const memory = await openSettings()
    await page.getByRole('textbox', { name: '主讲人' }).fill('示例教师')
    await expect.poll(() => memory.settings.speaker).toBe('示例教师')
  })

  it('show what the check of the library found', async () => {
    await openSettings()
    await userEvent.click(page.getByRole('button', { name: '现在检查' }))
    await expect.element(page.getByText('素材库完好。')).toBeVisible()
  })

  it('show what Lectern ships of others, and the words of each licence', async () => {
    await openSettings()
    await userEvent.click(page.getByRole('button', { name: '第三方许可…' }))
    await expect.poll(() => document.querySelector('[role="dialog"]')?.textContent).toContain('讲台用到了 2 件第三方作品')
    await userEvent.fill(page.getByRole('searchbox', { name: '查找作品或许可' }), 'isc')
    await expect.poll(() => [...document.querySelectorAll('[role="dialog"] summary')].map((row) => row.textContent)).toEqual(['other-library 2.0.0 ISC'])
    await userEvent.click(page.getByText('other-library'))
    await expect.element(page.getByText('另一份许可全文')).toBeVisible()
  })
})
