import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { clipboard, engineWith, openTalk, row, script, shown, slide, titles, write } from './desk'
import { type MemorySeed } from './memory-engine'

const TALK = `---
title: 示例宣讲
minutes: 20
lang: zh-CN
---

# 一、开头

## 甲
- 第一点

:::script
各位老师好。
:::

## 乙
- 第二点

# 二、后面

## 丙
- 第三点
`

const openDesk = (seed: MemorySeed = {}) => openTalk(engineWith(TALK, seed), '甲')

beforeEach(() => localStorage.clear())

describe('the outline by keyboard', () => {
  it('moves the selection and with it the slide', async () => {
    await openDesk()
    await row('甲').click()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(row('乙')).toHaveAttribute('aria-selected', 'true')
    await expect.poll(() => slide().element().textContent).toContain('第二点')
  })

  it('carries a block over the edge of its section with Alt and an arrow', async () => {
    const { stored } = await openDesk()
    await row('乙').click()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(titles).toEqual(['一、开头', '甲', '二、后面', '乙', '丙'])
    await expect.element(row('乙')).toHaveFocus()
    await expect.poll(stored, { timeout: 10_000 }).toMatch(/# 二、后面\n\n## 乙/)
  })

  it('renames with F2 and Enter, and leaves the title alone with Escape', async () => {
    await openDesk()
    await row('甲').click()
    await userEvent.keyboard('{F2}')
    await userEvent.keyboard('新题{Escape}')
    await expect.poll(titles).toContain('甲')
    await userEvent.keyboard('{F2}新题{Enter}')
    await expect.poll(titles).toEqual(['一、开头', '新题', '乙', '二、后面', '丙'])
  })

  it('renames from the menu of a row', async () => {
    const { stored } = await openDesk()
    await row('乙').click()
    await page.getByRole('button', { name: '“乙”的更多操作' }).click()
    await page.getByRole('menuitem', { name: /改标题/ }).click()
    await page.getByRole('tree').getByRole('textbox').fill('丁')
    await userEvent.keyboard('{Enter}')
    await expect.poll(stored, { timeout: 10_000 }).toContain('## 丁')
  })

  it('adds a block behind the chosen one with Enter, and undo takes it away again', async () => {
    await openDesk()
    await row('甲').click()
    await userEvent.keyboard('{Enter}')
    await expect.poll(titles).toEqual(['一、开头', '甲', '新的段块', '乙', '二、后面', '丙'])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(titles).toEqual(['一、开头', '甲', '乙', '二、后面', '丙'])
  })

  it('deletes a block and chooses the one before', async () => {
    await openDesk()
    await row('乙').click()
    await userEvent.keyboard('{Delete}')
    await expect.poll(titles).toEqual(['一、开头', '甲', '二、后面', '丙'])
    await expect.element(row('甲')).toHaveAttribute('aria-selected', 'true')
  })

  it('does nothing with Enter or Delete while an input method is composing', async () => {
    await openDesk()
    await row('甲').click()
    const focused = document.activeElement
    for (const key of ['Enter', 'Delete', 'F2', 'ArrowDown']) focused?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, isComposing: true }))
    await expect.poll(titles).toEqual(['一、开头', '甲', '乙', '二、后面', '丙'])
    await expect.element(row('甲')).toHaveAttribute('aria-selected', 'true')
  })
})

describe('the two texts of a block', () => {
  it('goes on with the list at Enter, shows on the slide what is typed, and stores it', async () => {
    const { stored } = await openDesk()
    await row('乙').click()
    await shown().click()
    await userEvent.keyboard('{Control>}{End}{/Control}{Enter}又一点')
    await expect.poll(() => slide().element().textContent).toContain('又一点')
    await expect.poll(stored, { timeout: 10_000 }).toContain('- 第二点\n- 又一点')
  })

  it('keeps a blank line under the cursor while typing goes on', async () => {
    await openDesk()
    await row('甲').click()
    await script().click()
    await userEvent.keyboard('{Control>}{End}{/Control}{Enter}{Enter}第二段。')
    await expect.poll(() => script().element().textContent).toContain('各位老师好。第二段。')
    expect(script().element().querySelectorAll('.cm-line')).toHaveLength(3)
  })

  it('counts the script at the pace of the lecturer', async () => {
    await openDesk({ settings: { pace: 120 } })
    await row('甲').click()
    await script().click()
    await userEvent.keyboard('{Control>}a{/Control}')
    write('讲'.repeat(120))
    await expect.poll(() => row('甲').element().textContent).toContain('1:00')
  })

  it('sets the cues of a script apart', async () => {
    await openDesk()
    await row('甲').click()
    await page.getByRole('button', { name: '插入提示' }).click()
    await page.getByRole('menuitem', { name: '停顿 2 秒' }).click()
    await expect.poll(() => document.querySelector('.cm-cue')?.textContent).toBe('[停顿 2]')
  })

  it('takes a change back with undo from inside the editor, whole', async () => {
    await openDesk()
    await row('甲').click()
    await script().click()
    await userEvent.keyboard('{Control>}a{/Control}')
    write('全部改掉')
    await expect.poll(() => script().element().textContent).toContain('全部改掉')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => script().element().textContent).toContain('各位老师好。')
  })
})

describe('find and replace', () => {
  it('opens with Ctrl F, names every place and replaces all of them in one step of undo', async () => {
    const { stored } = await openDesk()
    await row('甲').click()
    await userEvent.keyboard('{Control>}f{/Control}')
    await page.getByRole('textbox', { name: '查找' }).fill('点')
    await expect.poll(() => page.getByRole('status').elements().map((element) => element.textContent)).toContain('找到 3 处')
    await page.getByRole('textbox', { name: '替换为' }).fill('条')
    await page.getByRole('button', { name: '全部替换' }).click()
    await expect.poll(stored, { timeout: 10_000 }).toContain('- 第三条')
    await row('甲').click()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(stored, { timeout: 10_000 }).toBe(TALK)
  })

  it('goes from place to place and replaces one after the other by keys alone, in scripts where it is asked to', async () => {
    const { stored } = await openDesk()
    await row('甲').click()
    await userEvent.keyboard('{Control>}f{/Control}')
    const status = () => page.getByRole('status').elements().map((element) => element.textContent)
    await page.getByRole('textbox', { name: '查找' }).fill('点')
    await expect.poll(status).toContain('找到 3 处')
    await userEvent.keyboard('{Enter}{Enter}')
    await expect.poll(status).toContain('第 2 处，共 3 处')
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    await expect.poll(status).toContain('第 1 处，共 3 处')
    await page.getByRole('textbox', { name: '替换为' }).fill('点点')
    await userEvent.keyboard('{Enter}')
    await expect.poll(stored, { timeout: 10_000 }).toContain('- 第一点点')
    // Past what was put there.
    await expect.poll(status).toContain('第 3 处，共 4 处')
    await page.getByRole('radiogroup', { name: '在哪里找' }).getByText('讲稿').click()
    await expect.poll(status).toContain('没有找到')
    await page.getByText('正则表达式').click()
    await page.getByRole('textbox', { name: '查找' }).fill('(')
    await expect.element(page.getByText('这个正则表达式还不完整，或写法有误。')).toBeVisible()
  })
})

describe('the clipboard', () => {
  it('gives a block as Markdown and takes it in again behind another', async () => {
    const { stored } = await openDesk()
    await row('甲').click()
    const copied = clipboard('copy')
    expect(copied).toBe('## 甲\n- 第一点\n\n:::script\n各位老师好。\n:::')
    await row('丙').click()
    clipboard('paste', copied)
    await expect.poll(titles).toEqual(['一、开头', '甲', '乙', '二、后面', '丙', '甲'])
    await expect.poll(async () => (await stored()).match(/各位老师好。/g)?.length, { timeout: 10_000 }).toBe(2)
  })

  it('cuts a whole section', async () => {
    await openDesk()
    await row('二、后面').click()
    expect(clipboard('cut')).toBe('# 二、后面\n\n## 丙\n- 第三点')
    await expect.poll(titles).toEqual(['一、开头', '甲', '乙'])
  })
})

describe('fields beside the editors', () => {
  it('takes every letter of a title where it is typed', async () => {
    const { stored } = await openDesk()
    await row('甲').click()
    const title = page.getByRole('textbox', { name: '段块标题（幻灯片标题）' })
    await title.click()
    await userEvent.keyboard('{Home}abc')
    await expect.poll(() => (title.element() as HTMLInputElement).value).toBe('abc甲')
    await expect.poll(stored, { timeout: 10_000 }).toContain('## abc甲')
  })
})

describe('bringing material in', () => {
  it('puts the hit behind the chosen block with Enter', async () => {
    await openDesk({ materials: [{ title: '共享教研', body: '- 同备一节课' }] })
    await row('甲').click()
    await page.getByRole('combobox', { name: '在素材库里找' }).fill('研')
    await expect.element(page.getByRole('option', { name: /共享教研/ })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.poll(titles).toEqual(['一、开头', '甲', '共享教研', '乙', '二、后面', '丙'])
    await expect.poll(() => slide().element().textContent).toContain('同备一节课')
  })
})

describe('two windows on one talk', () => {
  it('says that the other one changed it and overwrites nothing until told to', async () => {
    const { memory, stored } = await openDesk()
    const [talk] = await memory.engine.talks.list()
    await memory.engine.talks.save({ id: talk!.id, markdown: TALK.replace('第三点', '他们的'), revision: 1 })
    await row('甲').click()
    await script().click()
    await userEvent.keyboard('我的')
    await expect.element(page.getByText('这份宣讲稿在另一个窗口里改过了')).toBeVisible()
    expect(await stored()).toContain('他们的')
    await page.getByRole('button', { name: '用这个窗口的' }).click()
    await expect.poll(stored, { timeout: 10_000 }).toContain('我的')
  })
})
