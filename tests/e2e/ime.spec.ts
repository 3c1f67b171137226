import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect, test } from './lectern'
import { InputMethod } from './pages/input-method'
import { LecternWindow } from './pages/window'

const TALK = '数字资源走进每一间教室'
const BLOCK = '第三个上课的人'

/** Keys that choose, leaf through and end a composition; each means something else everywhere on the desk. */
const KEYS = ['Enter', 'Escape', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'Home', 'Tab', 'Backspace', 'Delete', '1', '2', 'F2'] as const

let cdp: CDPSession
let desk: LecternWindow['desk']

test.beforeEach(async ({ page, lectern: _running, door }) => {
  test.skip(door !== 'browser', 'Composition is made over the protocol of a browser’s page.')
  const window = new LecternWindow(page)
  ;({ desk } = window)
  await window.fillExample()
  await window.goTo('宣讲')
  await window.talks.open(TALK)
  await desk.choose(BLOCK)
  cdp = await page.context().newCDPSession(page)
})

/** What must be as it was while somebody composes: the outline, the block that is looked at, the slide, and what is open. */
const surroundings = async (page: Page) => ({
  outline: await desk.outline.getByRole('treeitem').locator('.outline-title, .outline-rename').count(),
  chosen: await desk.outline.getByRole('treeitem', { selected: true }).getAttribute('data-row'),
  slide: await desk.slide.locator('.slide-steps').innerText(),
  dialogs: await page.getByRole('dialog').count(),
  tab: await page.getByRole('tab', { selected: true }).getAttribute('aria-label'),
})

/** Composes 想 in a field, with every key pressed on the way, and looks at what happened. */
async function composeIn(page: Page, field: Locator, textOf: () => Promise<string>): Promise<void> {
  const ime = new InputMethod(cdp)
  const before = await surroundings(page)
  const text = await textOf()
  await page.evaluate(() => {
    const { dataset } = document.documentElement
    dataset['composedKeys'] = '0'
    window.addEventListener('keydown', ({ isComposing }) => isComposing && (dataset['composedKeys'] = String(Number(dataset['composedKeys']) + 1)), true)
  })
  await ime.compose('xiang')
  for (const key of KEYS) {
    await ime.press(key)
    expect(await field.evaluate((element) => element.contains(document.activeElement)), `${key} leaves the field`).toBe(true)
  }
  // The page did see every key, and as part of a composition.
  expect(await page.evaluate(() => document.documentElement.dataset['composedKeys'])).toBe(String(KEYS.length))
  expect(await surroundings(page)).toEqual(before)
  await ime.commit('想')
  await expect.poll(textOf).toBe(`${text}想`)
}

const valueOf = (field: Locator) => () => field.inputValue()
const lastLineOf = (field: Locator) => async () => (await field.innerText()).replace(/\n+$/, '').split('\n').at(-1) ?? ''

test('composing in the title of a block triggers no shortcut', async ({ page }) => {
  const title = page.getByRole('textbox', { name: '段块标题（幻灯片标题）' })
  await title.click()
  await page.keyboard.press('End')
  await composeIn(page, title, valueOf(title))
})

test('composing in what is shown triggers no shortcut', async ({ page }) => {
  await desk.shown.click()
  await page.keyboard.press('Control+End')
  await composeIn(page, desk.shown, lastLineOf(desk.shown))
})

test('composing in the script triggers no shortcut', async ({ page }) => {
  await desk.script.click()
  await page.keyboard.press('Control+End')
  await composeIn(page, desk.script, lastLineOf(desk.script))
})

test('composing in a form triggers no shortcut', async ({ page }) => {
  const pane = page.getByRole('region', { name: '投影的内容' })
  await pane.getByText('表单', { exact: true }).click()
  const point = pane.getByRole('textbox', { name: '第 2 点', exact: true })
  await point.click()
  await page.keyboard.press('End')
  await composeIn(page, point, valueOf(point))
})

test('composing in a cell of a table triggers no shortcut', async ({ page }) => {
  await desk.choose('难在哪里')
  const cell = page.getByRole('region', { name: '投影的内容' }).locator('[data-cell="1-0"]')
  await cell.click()
  await page.keyboard.press('End')
  await composeIn(page, cell, valueOf(cell))
})

test('composing a new name in the outline neither ends nor gives it up', async ({ page }) => {
  await page.keyboard.press('F2')
  const name = desk.outline.getByRole('textbox', { name: '段块标题（幻灯片标题）' })
  await expect(name).toBeFocused()
  await page.keyboard.press('End')
  await composeIn(page, name, valueOf(name))
  await page.keyboard.press('Enter')
  await expect(desk.row(`${BLOCK}想`)).toBeVisible()
})

test('composing what is looked for neither goes there nor closes the search', async ({ page }) => {
  await page.keyboard.press('Control+f')
  const wanted = page.getByRole('textbox', { name: '查找' })
  await wanted.fill('好')
  await composeIn(page, wanted, valueOf(wanted))
})
