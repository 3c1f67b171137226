import { notifications } from '@mantine/notifications'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { memoryEngine } from './memory-engine'

const within = { timeout: 20_000 }

/** Goes on with Tab until the field or button of that name has the keyboard. */
async function tabTo(role: 'textbox' | 'combobox' | 'button', name: string | RegExp) {
  // A dialog comes last in the document; what lies behind it is there, too.
  const target = page.getByRole(role, { name }).last()
  for (let step = 0; step < 60 && document.activeElement !== target.query(); step++) await userEvent.keyboard('{Tab}')
  await expect.element(target).toHaveFocus()
}

afterEach(() => {
  notifications.clean()
  localStorage.clear()
})

describe('the library without a mouse', () => {
  it('finds, edits, files, finds again from anywhere, and undoes', async () => {
    history.replaceState(null, '', '#/library')
    const memory = memoryEngine({ materials: [{ title: '备课笔记', body: '一句话。' }, { title: '别的' }] })
    void render(<App engine={memory.engine} />)
    await expect.poll(() => page.getByRole('option').elements().length, within).toBe(2)

    await userEvent.keyboard('/备课')
    await expect.poll(() => page.getByRole('option').elements().length).toBe(1)
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(page.getByRole('textbox', { name: /^标题/ })).toHaveFocus()
    await userEvent.keyboard('{End}，改过')
    await tabTo('textbox', '正文')
    await userEvent.keyboard('{Control>}{End}{/Control}{Enter}- 甲{Enter}乙{Enter}{Enter}')
    await tabTo('combobox', '标签')
    await userEvent.keyboard('开学{Enter}{Control>}{Enter}{/Control}')
    await expect.poll(() => memory.materials[0]).toMatchObject({ title: '备课笔记，改过', body: '一句话。\n- 甲\n- 乙\n', tags: ['开学'] })

    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0)
    await userEvent.keyboard('{Control>}k{/Control}')
    await userEvent.keyboard('别的')
    await expect.element(page.getByRole('dialog').getByRole('button', { name: /别的/ })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('heading', { level: 2, name: '别的' })).toBeVisible()

    // While it fades, the search still has the keyboard, and Ctrl Z is its own.
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => memory.materials[0]).toMatchObject({ title: '备课笔记', body: '一句话。', tags: [] })
  })

  it('opens a menu, goes through it and closes it', async () => {
    history.replaceState(null, '', '#/library')
    void render(<App engine={memoryEngine({ materials: [{ title: '甲' }] }).engine} />)
    await expect.poll(() => page.getByRole('option').elements().length, within).toBe(1)
    await tabTo('button', /^排序/)
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('menu')).toBeVisible()
    // Nothing in it but items: what a screen reader counts is what there is.
    expect([...page.getByRole('menu').element().children].filter((child) => !child.getAttribute('role')?.startsWith('menuitem'))).toEqual([])
    const newest = page.getByRole('menuitemradio', { name: '最新在前' })
    for (let step = 0; step < 5 && document.activeElement !== newest.query(); step++) await userEvent.keyboard('{ArrowDown}')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('button', { name: '排序：最新在前' })).toHaveFocus()
  })
})
