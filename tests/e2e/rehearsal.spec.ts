import { expect, test } from './lectern'
import { LecternWindow } from './pages/window'

const TALK = '数字资源走进每一间教室'

test.beforeEach(async ({ page, lectern: _running }) => {
  const window = new LecternWindow(page)
  await window.fillExample()
  await window.goTo('宣讲')
  await window.talks.open(TALK)
  await expect(window.desk.outline).toBeVisible()
})

test('the window for the audience follows the presenter, and a clicker works in either', async ({ page }) => {
  await page.keyboard.press('Alt+F5')
  const presenter = page.getByRole('dialog', { name: '演讲者视图' })
  await expect(presenter).toBeVisible()
  const [audience] = await Promise.all([page.waitForEvent('popup'), presenter.getByRole('button', { name: '打开观众窗口' }).click()])
  const title = async () => audience.locator('svg.slide-view').getAttribute('aria-label')
  await page.keyboard.press('Home')
  await expect.poll(title).toBe(TALK)
  // Black is the slide's page, not its text: the styles came along.
  expect(await audience.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(0, 0, 0)')
  await page.keyboard.press('PageDown')
  await expect.poll(title).toBe('目录')
  await audience.bringToFront()
  await audience.keyboard.press('PageDown')
  await expect.poll(title).toBe('一、从一节课说起')
  await expect(presenter).toContainText('第 3 张')
  await audience.keyboard.press('b')
  await expect(audience.locator('svg.slide-view')).toHaveCount(0)
  await audience.keyboard.press('PageDown')
  await expect.poll(title).toBe('一、从一节课说起')
  const closed = audience.waitForEvent('close')
  await page.bringToFront()
  await page.keyboard.press('Escape')
  await closed
  await expect(presenter).toBeHidden()
})

test('what was spoken is in the library although the window was torn away', async ({ page }) => {
  await page.keyboard.press('Control+F5')
  const rehearsal = page.getByRole('dialog', { name: '排练', exact: true })
  await expect(rehearsal).toBeVisible()
  for (let slide = 0; slide < 4; slide++) await page.keyboard.press('PageDown')
  await expect(rehearsal).toContainText('第 5 张')
  await expect(rehearsal.getByRole('timer')).toContainText('0:04')
  await page.goto('about:blank')
  await page.goBack()
  await page.getByRole('tab', { name: '排练' }).click()
  await expect(page.getByRole('list', { name: '排练' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('list', { name: '排练' })).toContainText('中途停下')
})

test('the keys of a show go to the show, whichever button of the desk has the focus', async ({ page }) => {
  await page.getByRole('button', { name: '导出', exact: true }).focus()
  await page.keyboard.press('F5')
  const show = page.getByRole('dialog', { name: '放映' })
  await expect(show).toContainText('第 1 张')
  await page.keyboard.press('Space')
  await expect(show).toContainText('第 2 张')
  await page.keyboard.press('Enter')
  await expect(show).toContainText('第 3 张')
  await expect(page.getByRole('dialog')).toHaveCount(1)
})
