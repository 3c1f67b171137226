import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './lectern'
import { LecternWindow } from './pages/window'

const TALK = '数字资源走进每一间教室'

/** What axe calls serious, in light and in dark. */
const seriousIn = async (page: Page, where: string): Promise<string[]> => {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.evaluate((scheme) => document.documentElement.setAttribute('data-mantine-color-scheme', scheme), colorScheme)
    // Colours of buttons fade from one scheme to the other.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
    const { violations } = await new AxeBuilder({ page }).analyze()
    found.push(...violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${where} ${colorScheme}: ${id} ${nodes[0]?.html}`))
  }
  return found
}

test.beforeEach(({ page, lectern: _running }) => new LecternWindow(page).openExampleTalk(TALK))

test('a slide that was changed without its script is still known as such after a reload, and settled with one press', async ({ page }) => {
  const { desk } = new LecternWindow(page)
  await desk.choose('难在哪里')
  await desk.script.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('最后再讲一件事。')
  await expect(desk.row('难在哪里')).toHaveAccessibleName(/没有对上/)
  await page.reload()
  await desk.choose('难在哪里')
  await expect(desk.inStep).toContainText('页面未随讲稿更新')
  await page.getByRole('button', { name: '看改动' }).click()
  await expect(desk.inStep.locator('ins')).toContainText('最后再讲一件事')
  await expect.poll(() => seriousIn(page, 'in step')).toEqual([])
  await page.getByRole('button', { name: '已一致' }).click()
  await expect(desk.inStep).toBeHidden()
})

test('a material that is changed in the library is taken into the talk it was brought into, as one step', async ({ page }) => {
  const window = new LecternWindow(page)
  await window.desk.choose('难在哪里')
  await window.desk.bringIn('三句话评课')
  await expect(window.desk.slide).toContainText('三分钟课堂实录')
  await window.goTo('素材')
  await window.library.search('三句话评课')
  await window.library.hits.first().click()
  await page.getByRole('button', { name: '编辑', exact: true }).first().click()
  const editor = page.getByRole('dialog', { name: '编辑素材' })
  await editor.getByRole('textbox', { name: '标题' }).fill('三句话评课，再加一句')
  await editor.getByRole('button', { name: '保存' }).click()
  await editor.waitFor({ state: 'hidden' })
  await window.goTo('宣讲')
  await window.talks.open(TALK)
  await window.desk.choose('三句话评课')
  await expect(window.desk.inStep).toContainText('素材“三句话评课，再加一句”更新过了')
  await page.getByRole('button', { name: '用新的' }).click()
  await expect(window.desk.row('三句话评课，再加一句')).toBeVisible()
  await expect(window.desk.inStep).toBeHidden()
  await window.desk.choose('三句话评课，再加一句')
  await page.keyboard.press('Control+z')
  await expect(window.desk.row('三句话评课，再加一句')).toBeHidden()
  await expect(window.desk.row('三句话评课')).toBeVisible()
})

test('an older version is compared in words and put back, and undo brings the present back', async ({ page }) => {
  const { desk } = new LecternWindow(page)
  await page.getByRole('tab', { name: '版本' }).click()
  await page.getByRole('textbox', { name: '版本名字' }).fill('初稿')
  await page.keyboard.press('Enter')
  const compare = page.getByRole('button', { name: /与现在比较：\s*初稿/ })
  await expect(compare).toBeVisible()
  await expect.poll(() => seriousIn(page, 'versions')).toEqual([])
  await desk.choose('难在哪里')
  await page.keyboard.press('Delete')
  const after = await desk.blocks.allInnerTexts()
  await compare.click()
  const dialog = page.getByRole('dialog', { name: /初稿.*→ 现在/ })
  await expect(dialog).toContainText('删去 1')
  await expect.poll(() => seriousIn(page, 'comparison')).toEqual([])
  await dialog.getByRole('button', { name: '恢复到这个版本' }).click()
  await expect(desk.row('难在哪里')).toBeVisible()
  await expect(page.getByRole('button', { name: /与现在比较：\s*恢复旧版本之前/ })).toBeVisible()
  await desk.row('好资源').click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => desk.blocks.allInnerTexts()).toEqual(after)
})
