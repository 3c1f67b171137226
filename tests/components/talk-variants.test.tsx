import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { clipboard, engineWith, openTalk, picked, row, titles } from './desk'

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

const FAMILY = `---
title: 示例宣讲
lang: zh-CN
---

# 一、开头

:::::except{audience=students}
## 底稿

:::script
${'讲'.repeat(220)}
:::

:::::

:::::only{audience=students}
## 给学生的

:::script
${'讲'.repeat(110)}
:::

:::::

## 乙
- 第二点
`

describe('a base and the block in its place', () => {
  it('go about as one by keys and by the clipboard, and an undo brings both back', async () => {
    const { stored } = await openTalk(engineWith(FAMILY), '底稿')
    await row('底稿').click()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(titles).toEqual(['一、开头', '乙', '底稿', '给学生的'])
    expect(picked()).toEqual(['底稿', '给学生的'])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(titles).toEqual(['一、开头', '底稿', '给学生的', '乙'])
    await row('底稿').click()
    const cut = clipboard('cut')
    await expect.poll(titles).toEqual(['一、开头', '乙'])
    await row('乙').click()
    clipboard('paste', cut)
    await expect.poll(titles).toEqual(['一、开头', '乙', '底稿', '给学生的'])
    await row('底稿').click()
    await userEvent.keyboard('{Delete}')
    await expect.poll(titles).toEqual(['一、开头', '乙'])
    await userEvent.keyboard('{Control>}zzz{/Control}')
    await expect.poll(stored).toBe(FAMILY)
  })

  it('count once: for the audience that is looked at, else the base', async () => {
    await openTalk(engineWith(FAMILY), '底稿')
    const time = (title: string) => row(title).element().querySelector('.outline-time')?.textContent
    await expect.poll(() => [time('一、开头'), time('底稿'), time('给学生的')]).toEqual(['1:00', '1:00', '(0:30)'])
    await page.getByRole('combobox', { name: '预览对象' }).click()
    await page.getByRole('option', { name: '学生', exact: true }).click()
    await expect.poll(() => [time('一、开头'), time('底稿'), time('给学生的')]).toEqual(['0:30', '(1:00)', '0:30'])
  })

  it('are not merged with what others hear, and it is said why', async () => {
    const { stored } = await openTalk(engineWith(FAMILY), '底稿')
    await row('给学生的').click()
    await page.getByRole('button', { name: /给学生的.*更多操作/ }).click()
    await page.getByRole('menuitem', { name: '与下一段合并' }).click()
    await expect.element(page.getByText(/这两段不是讲给同样的对象的/)).toBeVisible()
    expect(await stored()).toBe(FAMILY)
  })
})
