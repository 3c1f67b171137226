import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { engineWith, openTalk, row, slide } from './desk'

const TALK = `---
title: 示例宣讲
minutes: 20
lang: zh-CN
---

# 一、开头

## 要点块
* 第一点
* 第二点

<!-- 提醒自己 -->

## 引文块
> 让每个孩子都有好课上。
> —— 《示例规划》

## 表格块
| 项目 | 数量 |
| :-- | --: |
| 甲 | 1 |

## 图表块
:::chart{unit=所 type=line .wide}
| 年份 | 学校 |
|---|---|
| 2025 | 30 |
:::

## 案例块
:::case{school="示例小学"}
### 背景
从前
### 别的
留着
:::

## 两栏块
:::two-columns
### 以前
- 一
### 现在
- 二
:::

## 时间线块
:::timeline
- 2024: 起步
:::

## 问题块
::::question{answer=B}
哪一项？
- A 甲
- B 乙

:::explanation
因为。
:::
::::

## 讨论块
:::discussion{minutes=3}
说说看
:::

## 活动块
:::activity{minutes=5}
1. 两人一组
:::

## 本校块
:::local-case
:::

## 目录块
:::agenda
:::

## 结束块
:::closing
再见
:::

## 出处块
:::references
:::
`

const kinds = ['要点块', '引文块', '表格块', '图表块', '案例块', '两栏块', '时间线块', '问题块', '讨论块', '活动块', '本校块', '目录块', '结束块', '出处块']

const pane = () => page.getByRole('region', { name: '投影的内容' })
const writeAs = (way: '表单' | '文字') => pane().getByText(way, { exact: true }).click()
const point = (at: number) => pane().getByRole('textbox', { name: `第 ${at} 点`, exact: true })

const openDesk = () => openTalk(engineWith(TALK), '要点块')

beforeEach(() => localStorage.clear())

describe('the form of a block', () => {
  it('stands ready for every kind, and looking at it changes no byte', async () => {
    const { stored } = await openDesk()
    for (const title of kinds) {
      await row(title).click()
      await writeAs('表单')
      await expect.element(pane().getByRole('textbox', { name: '投影的内容', exact: true })).not.toBeInTheDocument()
      await writeAs('文字')
      await expect.element(pane().getByRole('textbox', { name: '投影的内容', exact: true })).toBeVisible()
    }
    expect(await stored()).toBe(TALK)
  })

  it('writes points by keyboard: Enter, Tab and Alt ↑, and leaves the remark beside them', async () => {
    const { stored } = await openDesk()
    await writeAs('表单')
    await userEvent.click(point(2))
    await userEvent.keyboard('{End}{Enter}第三点{Tab}')
    await expect.poll(stored).toContain('- 第一点\n- 第二点\n  - 第三点\n\n<!-- 提醒自己 -->')
    await expect.poll(() => slide().element().textContent).toContain('第三点')
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Alt>}{ArrowUp}{/Alt}')
    await expect.poll(stored).toContain('- 第一点\n- 第三点\n- 第二点\n')
    await expect.element(point(2)).toHaveFocus()
  })

  it('takes part in the undo of the talk, with the cursor where it was', async () => {
    const { stored } = await openDesk()
    await writeAs('表单')
    await userEvent.click(point(1))
    await userEvent.keyboard('{End}，改了')
    await expect.poll(stored).toContain('第一点，改了')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(point(1)).toHaveValue('第一点')
    await expect.element(point(1)).toHaveFocus()
    await expect.poll(stored).toBe(TALK)
  })

  it('does nothing on the Enter that ends a composition', async () => {
    const { stored } = await openDesk()
    await writeAs('表单')
    await userEvent.click(point(1))
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true }))
    await expect.element(point(3)).not.toBeInTheDocument()
    expect(await stored()).toBe(TALK)
  })

  it('changes a cell of a chart and keeps what it does not know', async () => {
    const { stored } = await openDesk()
    await row('图表块').click()
    await pane().getByRole('textbox', { name: '单位' }).fill('个')
    await expect.poll(stored).toContain(':::chart{unit="个" type=line .wide}\n| 年份 | 学校 |\n|---|---|')
  })

  it('fills in the stage of a case beside its parts', async () => {
    const { stored } = await openDesk()
    await row('案例块').click()
    await pane().getByRole('combobox', { name: '阶段' }).selectOptions('in-practice')
    await pane().getByRole('textbox', { name: '背景' }).fill('很久以前')
    await expect.poll(stored).toMatch(/:::case\{school="示例小学" stage=in-practice\}\n### 背景\n+很久以前\n+### 别的\n留着\n:::/)
  })

  it('asks the agenda for times', async () => {
    const { stored } = await openDesk()
    await row('目录块').click()
    await pane().getByRole('checkbox', { name: '写出每一节的时间' }).click()
    await expect.poll(stored).toContain(':::agenda{minutes=yes}')
  })

  it('adds an event to a timeline by Enter', async () => {
    const { stored } = await openDesk()
    await row('时间线块').click()
    await pane().getByRole('textbox', { name: '第 1 项：内容' }).click()
    await userEvent.keyboard('{Enter}2026{Tab}见效')
    await expect.poll(stored).toContain('- 2024: 起步\n- 2026：见效\n')
  })
})
