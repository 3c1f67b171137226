import { readFileSync } from 'node:fs'
import { expect, test } from './lectern'
import { LecternWindow } from './pages/window'

const TALK = '数字资源走进每一间教室'

test.beforeEach(({ page, lectern: _running }) => new LecternWindow(page).openExampleTalk(TALK))

test('a material dragged to the outline becomes a block where it was let go', async ({ page }) => {
  const { desk } = new LecternWindow(page)
  const before = await desk.blocks.count()
  await desk.searchMaterials('三句话评课')
  await desk.materials.first().dragTo(desk.row('难在哪里'))
  await expect(desk.blocks).toHaveCount(before + 1)
  await expect(desk.blocks.filter({ hasText: '难在哪里' }).locator('xpath=following-sibling::*[1]')).toContainText('三句话评课')
})

test('a block dragged over another stands behind it, and undo brings it back', async ({ page }) => {
  const { desk } = new LecternWindow(page)
  const order = async () => (await desk.blocks.allInnerTexts()).map((text) => text.split('\n')[0])
  const before = await order()
  await desk.row('第三个上课的人').dragTo(desk.row('好资源，谁说了算'))
  await expect(desk.blocks.filter({ hasText: '好资源' }).locator('xpath=following-sibling::*[1]')).toContainText('第三个上课的人')
  await page.keyboard.press('Control+z')
  await expect.poll(order).toEqual(before)
})

test('what the window called saved is there after a reload', async ({ page }) => {
  const window = new LecternWindow(page)
  await window.desk.choose('难在哪里')
  await window.desk.script.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('这句话一定要留下。')
  await expect(window.saved).toBeVisible()
  await page.reload()
  await window.desk.choose('难在哪里')
  await expect(window.desk.script).toContainText('这句话一定要留下。')
})

test('the show runs through every slide by keyboard and ends where it stood', async ({ page }) => {
  const { desk } = new LecternWindow(page)
  await page.keyboard.press('F5')
  const show = page.getByRole('dialog', { name: '放映' })
  await expect(show).toBeVisible()
  await page.keyboard.press('End')
  await expect(show).toContainText('谢谢大家')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(show).toContainText('第 2 张')
  await page.keyboard.press('Escape')
  await expect(show).toBeHidden()
  await expect(desk.slide).toContainText('第 2 张')
})

test('the text of the talk leaves as the Markdown it is', async ({ page, lectern }) => {
  const { desk } = new LecternWindow(page)
  const file = `${lectern.downloads}/talk.md`
  await (await desk.exportMarkdown()).saveAs(file)
  const markdown = readFileSync(file, 'utf8')
  expect(markdown).toContain(`title: ${TALK}`)
  expect(markdown).toContain('## 难在哪里')
})
