import type { Page } from '@playwright/test'
import { expect, test } from './lectern'
import { CountedHands } from './pages/counted-hands'
import { LecternWindow } from './pages/window'

/**
 * An hour's real work: a talk of thirty minutes for young teachers, from the example library, written, put in order, timed and exported — once without
 * a mouse and once with it. What it took is printed, so that it can be driven down.
 */
const TITLE = '青年教师第一课（示例）'
const MATERIALS = ['三句话评课', '一间教室', '枇杷树', '开场前五分钟'] as const
/** About two and a half minutes at 220 characters a minute. */
const SPOKEN = `各位老师，先请大家想一个画面。[停顿 3]${'教室里最后一排的那个孩子，抬起头来看了一眼屏幕，又低下去了。他看见了什么，没有看见什么，是我们今天要说的事情。'.repeat(10)}`

const minutesPlanned = async (page: Page): Promise<number> => {
  const [, minutes = '0', seconds = '0'] = /(\d+):(\d\d)/.exec(await page.locator('.desk-clock-time').first().innerText()) ?? []
  return Number(minutes) + Number(seconds) / 60
}

const titlesOf = (window: LecternWindow) => window.desk.blocks.locator('.outline-title').allInnerTexts()

test.beforeEach(async ({ page, lectern: _running }) => {
  await new LecternWindow(page).fillExample()
})

test('a talk of thirty minutes is composed with the keyboard alone', async ({ page }, info) => {
  const window = new LecternWindow(page)
  const { desk } = window
  const hands = new CountedHands(page)

  // To the talks, and a new one: only its title is to be written.
  await hands.pressUntilFocused('Shift+Tab', page.getByRole('navigation').getByRole('link', { name: '宣讲' }))
  await hands.press('Enter')
  await expect(page.locator('.talk-link').first()).toBeVisible()
  await hands.pressUntilFocused('Tab', page.getByRole('button', { name: '新建宣讲稿' }))
  await hands.press('Enter')
  await expect(page.getByLabel('题目')).toBeFocused()
  await hands.type(TITLE)
  await hands.press('Enter')
  await expect(desk.outline).toBeVisible()
  const skeleton = (await titlesOf(window)).length

  // Material from the library, each behind the one before.
  await hands.pressUntilFocused('F6', page.getByRole('combobox', { name: '在素材库里找' }))
  for (const [at, words] of MATERIALS.entries()) {
    await hands.press('Control+a')
    await hands.type(words)
    await expect(desk.materials.first()).toContainText(words)
    await hands.press('Enter')
    await expect(desk.blocks).toHaveCount(skeleton + at + 1)
  }

  // What came in last goes to the end, with the block before it, in one go.
  await hands.pressUntilFocused('F6', desk.outline.locator('[tabindex="0"]'))
  await hands.press('Shift+ArrowUp')
  const before = await titlesOf(window)
  await hands.press('Alt+ArrowDown')
  await expect.poll(() => titlesOf(window)).not.toEqual(before)

  // From the top, every block gets its words.
  await hands.press('Home')
  const blocks = await desk.blocks.count()
  for (let at = 0; at < blocks && (await minutesPlanned(page)) < 26; at++) {
    await hands.press('ArrowDown')
    if ((await desk.outline.locator('[tabindex="0"]').getAttribute('aria-level')) === '1') await hands.press('ArrowDown')
    await hands.pressUntilFocused('F6', desk.script)
    await hands.press('Control+End')
    const planned = await minutesPlanned(page)
    await hands.type(SPOKEN)
    await expect.poll(() => minutesPlanned(page)).toBeGreaterThan(planned)
    await hands.pressUntilFocused('Shift+F6', desk.outline.locator('[tabindex="0"]'))
  }
  expect(await minutesPlanned(page)).toBeGreaterThan(26)
  expect(await minutesPlanned(page)).toBeLessThanOrEqual(30)

  // A name for the block, and out with the files.
  await hands.press('F2')
  await hands.press('Control+a')
  await hands.type('收在这一句')
  await hands.press('Enter')
  await expect(desk.row('收在这一句')).toBeFocused()
  await expect(window.saved).toBeVisible()
  await hands.pressUntilFocused('Shift+Tab', page.getByRole('button', { name: '导出' }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog', { name: '导出' })
  await expect(dialog).toBeVisible()
  await hands.pressUntilFocused('Tab', dialog.getByRole('button', { name: '导出', exact: true }))
  await hands.press('Enter')
  await expect(dialog.getByRole('button', { name: '保存 slides.pptx' })).toBeVisible({ timeout: 60_000 })
  info.annotations.push({ type: 'effort', description: hands.report() })
  console.log(`By keyboard: ${hands.report()}`)
})

test('the same talk is composed with the mouse', async ({ page }, info) => {
  const window = new LecternWindow(page)
  const { desk } = window
  const hands = new CountedHands(page)

  await hands.click(page.getByRole('navigation').getByRole('link', { name: '宣讲' }))
  await hands.click(page.getByRole('button', { name: '新建宣讲稿' }).first())
  await expect(page.getByLabel('题目')).toBeFocused()
  await hands.type(TITLE)
  await hands.click(page.getByRole('button', { name: '开始写' }))
  await expect(desk.outline).toBeVisible()
  const skeleton = (await titlesOf(window)).length

  for (const [at, words] of MATERIALS.entries()) {
    const search = page.getByRole('combobox', { name: '在素材库里找' })
    await hands.click(search)
    await hands.press('Control+a')
    await hands.type(words)
    await expect(desk.materials.first()).toContainText(words)
    await hands.drag(desk.materials.first(), desk.blocks.nth(at))
    await expect(desk.blocks).toHaveCount(skeleton + at + 1)
  }

  await hands.click(desk.blocks.nth(1))
  await hands.click(desk.blocks.nth(2), ['Shift'])
  const before = await titlesOf(window)
  await hands.drag(desk.blocks.nth(1), desk.blocks.nth(4))
  await expect.poll(() => titlesOf(window)).toEqual([before[0], before[3], before[4], before[1], before[2], ...before.slice(5)])

  const blocks = await desk.blocks.count()
  for (let at = 0; at < blocks && (await minutesPlanned(page)) < 26; at++) {
    await hands.click(desk.blocks.nth(at))
    await hands.click(desk.script)
    await hands.press('Control+End')
    const planned = await minutesPlanned(page)
    await hands.type(SPOKEN)
    await expect.poll(() => minutesPlanned(page)).toBeGreaterThan(planned)
  }
  expect(await minutesPlanned(page)).toBeGreaterThan(26)
  expect(await minutesPlanned(page)).toBeLessThanOrEqual(30)

  await expect(window.saved).toBeVisible()
  await hands.click(page.getByRole('button', { name: '导出' }))
  const dialog = page.getByRole('dialog', { name: '导出' })
  await hands.click(dialog.getByRole('button', { name: '导出', exact: true }))
  await expect(dialog.getByRole('button', { name: '保存 slides.pptx' })).toBeVisible({ timeout: 60_000 })
  info.annotations.push({ type: 'effort', description: hands.report() })
  console.log(`By mouse: ${hands.report()}`)
})
