import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './lectern'
import { LecternWindow } from './pages/window'

const shots = 'test-results/packs'

test('a talk that changed is issued again to those who hold the older version', async ({ page, lectern }) => {
  test.setTimeout(180_000) // packs are made four times; a ceiling for hangs, no measure of speed
  const window = new LecternWindow(page)
  const { packs } = window
  const folder = join(lectern.downloads, '宣讲包')
  const index = () => readFileSync(join(folder, 'index.html'), 'utf8')
  const rowsOf = (state: string) => index().split(`<tr class="${state}">`).length - 1
  const inode = (school: string) => statSync(join(folder, school, 'slides.pptx')).ino

  await window.openExampleTalk('数字资源走进每一间教室')
  const openPacks = async () => {
    await window.goToAddress('packs')
    await packs.putInto(folder)
  }
  await openPacks()
  const names = (await packs.schools.locator('label').allTextContents()).map((name) => name.trim())
  await page.screenshot({ path: `${shots}/1-choice.png` })
  await packs.make()
  await expect(page.getByText(`${names.length} 个宣讲包已做好`)).toBeVisible()
  await expect(page.getByRole('button', { name: '复制文件夹位置' })).toBeFocused()
  await page.screenshot({ path: `${shots}/2-made.png` })
  expect([rowsOf('ready'), rowsOf('older')]).toEqual([names.length, 0])

  await window.goToAddress('talk')
  await window.desk.blocks.nth(1).click()
  await window.desk.shown.click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('- 改过的一句示例')
  await expect(window.saved).toBeVisible()

  await openPacks()
  const [first = '', second = ''] = names
  await expect(packs.school(first)).toContainText('旧版本')
  await expect(packs.chooseOlder).toHaveText(`只选旧版本的 ${names.length} 所`)
  await page.screenshot({ path: `${shots}/3-older.png` })
  await packs.choose(false)
  await packs.chooseSchool(first)
  await packs.make()
  await expect(page.getByText(`这个文件夹里还有 ${names.length - 1} 所学校是旧版本`)).toBeVisible()
  await page.screenshot({ path: `${shots}/4-some-older.png` })
  expect([rowsOf('ready'), rowsOf('older')]).toEqual([1, names.length - 1])
  const ofFirst = inode(first)

  await packs.back()
  await expect(packs.school(first)).toContainText('已有这一版')
  await packs.chooseOlder.click()
  await page.screenshot({ path: `${shots}/5-choose-older.png` })
  await packs.make()
  await expect(page.getByText(`${names.length - 1} 个宣讲包已做好`)).toBeVisible()
  expect([rowsOf('ready'), rowsOf('older')]).toEqual([names.length, 0])
  expect(inode(first)).toBe(ofFirst)

  await packs.back()
  await expect(packs.chooseOlder).toBeHidden()
  const before = index()
  const ofSecond = inode(second)
  await packs.choose(true)
  await packs.make()
  await expect(page.getByText(`${names.length} 个宣讲包已做好，其中 ${names.length} 个没有变化`)).toBeVisible()
  await page.screenshot({ path: `${shots}/6-unchanged.png` })
  expect([inode(first), inode(second), index()]).toEqual([ofFirst, ofSecond, before])
  expect(readdirSync(folder).toSorted()).toEqual(['index.html', 'index.xlsx', ...names].toSorted())
})
