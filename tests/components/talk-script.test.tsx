import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { engineWith, openTalk, script } from './desk'

const TALK = `---
title: 示例宣讲
lang: zh-CN
---

# 一、开头

## 甲
- 第一点

:::script
各位老师好。[停顿 3] 请看。【互动２分钟】
:::
`

const chip = (text: string) => script().getByText(text, { exact: true })

const openDesk = () => openTalk(engineWith(TALK), '甲')

beforeEach(() => localStorage.clear())

describe('cues of a script', () => {
  it('are offered when a bracket is opened, and the number of the chosen one is ready to be typed over', async () => {
    const { stored } = await openDesk()
    await script().click()
    await userEvent.keyboard('{Control>}{End}{/Control}')
    document.execCommand('insertText', false, '[')
    const offered = page.getByRole('option')
    await expect.poll(() => offered.elements().map(({ textContent }) => textContent)).toEqual(['[翻页]', '[停顿 2]', '[提问]', '[互动 3]'])
    // The list takes no key before it has been seen.
    await expect.poll(async () => (await userEvent.keyboard('{ArrowDown}'), offered.elements().findIndex((option) => option.ariaSelected === 'true'))).toBe(1)
    await userEvent.keyboard('{Enter}5')
    await expect.poll(stored).toContain('【互动２分钟】[停顿 5]')
  })

  it('are offered for the bracket of an input method as well', async () => {
    await openDesk()
    await script().click()
    document.execCommand('insertText', false, '【提')
    await expect.poll(() => page.getByRole('option').elements().map(({ textContent }) => textContent)).toEqual(['[提问]'])
  })

  it('change their number by a press on them and a new one', async () => {
    const { stored } = await openDesk()
    await chip('[停顿 3]').click()
    await userEvent.keyboard('8')
    await expect.poll(stored).toContain('[停顿 8]')
  })

  it('change by one with Alt and an arrow, also as an input method wrote them', async () => {
    const { stored } = await openDesk()
    await chip('【互动２分钟】').click()
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}')
    await expect.poll(stored).toContain('【互动4分钟】')
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(stored).toContain('【互动3分钟】')
  })
})
