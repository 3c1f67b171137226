import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { clipboard, engineWith, openTalk, picked, row, titles } from './desk'

const TALK = `---
title: 示例宣讲
lang: zh-CN
---

# 一、开头

## 甲
- 第一点
- 第二点

## 乙
- 乙点

## 丙
- 丙点

# 二、后面

## 丁
- 丁点
`

const outline = () => titles().join(' ')
const chosen = () => picked().join(' ')

const openDesk = () => openTalk(engineWith(TALK), '甲')

beforeEach(() => localStorage.clear())

describe('several blocks', () => {
  it('are picked with Shift and the arrows, moved with Alt, and one undo brings them back', async () => {
    await openDesk()
    await row('甲').click()
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await expect.poll(chosen).toBe('甲 乙')
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(outline).toBe('一、开头 丙 甲 乙 二、后面 丁')
    expect(chosen()).toBe('甲 乙')
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(outline).toBe('一、开头 丙 二、后面 甲 乙 丁')
    await userEvent.keyboard('{Control>}zz{/Control}')
    await expect.poll(outline).toBe('一、开头 甲 乙 丙 二、后面 丁')
  })

  it('are picked one by one with Ctrl, and by range with Shift', async () => {
    await openDesk()
    await row('甲').click()
    await row('丙').click({ modifiers: ['Control'] })
    expect(chosen()).toBe('甲 丙')
    await row('甲').click({ modifiers: ['Control'] })
    expect(chosen()).toBe('丙')
    await row('甲').click()
    await row('丙').click({ modifiers: ['Shift'] })
    expect(chosen()).toBe('甲 乙 丙')
    await row('乙').click()
    expect(chosen()).toBe('乙')
  })

  it('are copied as Markdown, cut and pasted behind another', async () => {
    await openDesk()
    await row('甲').click()
    await row('丙').click({ modifiers: ['Control'] })
    const copied = clipboard('copy')
    expect(copied).toBe('## 甲\n- 第一点\n- 第二点\n\n## 丙\n- 丙点')
    clipboard('cut')
    await expect.poll(outline).toBe('一、开头 乙 二、后面 丁')
    await row('丁').click()
    clipboard('paste', copied)
    await expect.poll(outline).toBe('一、开头 乙 二、后面 丁 甲 丙')
    expect(chosen()).toBe('甲 丙')
  })

  it('are all picked with Ctrl A, doubled with Ctrl D and deleted in one step', async () => {
    const { stored } = await openDesk()
    await row('乙').click()
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}d{/Control}')
    await expect.poll(outline).toBe('一、开头 甲 乙 丙 乙 丙 二、后面 丁')
    await userEvent.keyboard('{Delete}')
    await expect.poll(outline).toBe('一、开头 甲 乙 丙 二、后面 丁')
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.poll(chosen).toBe(outline())
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => chosen().split(' ').length).toBe(1)
    await userEvent.keyboard('{Control>}zz{/Control}')
    await expect.poll(stored).toBe(TALK)
  })

  it('of a whole section go with it, and pasted behind a block it takes in none of those that follow', async () => {
    await openDesk()
    await row('二、后面').click()
    const copied = clipboard('copy')
    await row('甲').click()
    clipboard('paste', copied)
    await expect.poll(outline).toBe('一、开头 甲 乙 丙 二、后面 丁 二、后面 丁')
  })
})

describe('a block', () => {
  it('is split at the cursor with Ctrl Shift Enter, and one undo makes it whole', async () => {
    const { stored } = await openDesk()
    await row('甲').click()
    await page.getByRole('textbox', { name: '投影的内容', exact: true }).click()
    await userEvent.keyboard('{Control>}{End}{/Control}{Home}{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    await expect.poll(outline).toBe('一、开头 甲 甲（续） 乙 丙 二、后面 丁')
    await expect.poll(stored).toContain('## 甲\n- 第一点\n\n## 甲（续）\n\n- 第二点\n')
    await row('甲').first().click()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(stored).toBe(TALK)
  })
})
