import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { engineWith, openTalk } from './desk'

const TALK = `---
title: 示例宣讲
audience: principals
minutes: 1
lang: zh-CN
---

# 一、开头

## 甲
- 第一点

:::script
${'讲'.repeat(150)}
:::

## 乙
- 第二点
`

async function openVariants() {
  const desk = await openTalk(engineWith(TALK), '甲')
  await page.getByRole('button', { name: '各对象的版本' }).click()
  const dialog = page.getByRole('dialog', { name: '各对象的版本' })
  await expect.element(dialog).toBeVisible()
  return { ...desk, dialog, choice: (name: string) => dialog.getByRole('combobox', { name, exact: true }) }
}

beforeEach(() => localStorage.clear())

describe('the variants of a talk', () => {
  it('leave a block out for one audience, give it back, and are undone like any edit', async () => {
    const { dialog, choice, stored } = await openVariants()
    const columns = () => [...dialog.element().querySelectorAll('thead th')].map((cell) => cell.textContent)
    expect(columns()[1]).toContain('校长')
    await choice('乙：干部').selectOptions('不给')
    await expect.poll(stored).toContain(':::except{audience=officials}\n## 乙')
    await expect.poll(() => columns().find((column) => column?.startsWith('干部'))).toContain('1 处不同')
    await choice('乙：干部').selectOptions('共同')
    await expect.poll(stored).toBe(TALK)
  })

  it('write a block anew for one audience, whose time is its own', async () => {
    const { dialog, choice, stored } = await openVariants()
    await choice('甲：校长').selectOptions('另写')
    await expect.poll(stored).toContain(':::except{audience=principals}')
    await dialog.getByRole('button', { name: '去写给校长的这一段' }).click()
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0)
    await page.getByRole('textbox', { name: '讲稿', exact: true }).click()
    await userEvent.keyboard('{Control>}a{/Control}')
    document.execCommand('insertText', false, '短短一句。')
    await expect.poll(stored).toContain('短短一句。')
    expect(await stored()).toContain('讲'.repeat(150))
    await page.getByRole('button', { name: '各对象的版本' }).click()
    const times = () => [...dialog.element().querySelectorAll('thead th')].map((cell) => /(\d+:\d+) \//.exec(cell.textContent ?? '')?.[1])
    await expect.poll(() => times().slice(1, 3)).toEqual(['0:01', '0:41'])
  })
})
