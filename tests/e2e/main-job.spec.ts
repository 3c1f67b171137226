import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { examplePlan } from './example-plan'
import { expect, test } from './lectern'
import { LecternWindow } from './pages/window'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const shots = 'test-results/main-job'

/** The text of an Office file as LibreOffice reads it, page after page. */
function textOf(file: string, folder: string): string {
  execFileSync('soffice', [`-env:UserInstallation=file://${join(folder, 'office')}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore' })
  return execFileSync('pdftotext', ['-layout', file.replace(/\.\w+$/, '.pdf'), '-'], { encoding: 'utf8' })
}
const tight = (text: string) => text.replaceAll(/\s+/g, '')

test('a dropped document becomes a library, a talk, slides and a script', async ({ page, lectern }) => {
  test.setTimeout(240_000) // LibreOffice opens two files; a ceiling for hangs, no measure of speed
  const window = new LecternWindow(page)

  await window.library.drop('行动方案.docx', await examplePlan(), DOCX)
  await expect(window.library.review).toContainText('建好资源目录')
  await expect(window.library.review).toContainText('示例市中小学数字资源共享行动方案')
  await page.screenshot({ path: `${shots}/1-review.png` })
  await window.library.accept()

  await window.goTo('素材')
  await window.library.search('课')
  await expect(window.library.hits).toHaveText([/办好共享教研|用好课堂反馈/, /办好共享教研|用好课堂反馈/])
  await page.screenshot({ path: `${shots}/2-search.png` })

  await window.goTo('宣讲')
  await window.talks.create('数字资源走进每一间教室', 20)
  await expect(window.desk.outline).toBeVisible()
  const before = await window.desk.blocks.count()
  for (const title of ['建好资源目录', '办好共享教研', '用好课堂反馈']) await window.desk.bringIn(title)
  await expect(window.desk.blocks).toHaveCount(before + 3)
  await page.screenshot({ path: `${shots}/3-desk.png` })

  await window.desk.choose('办好共享教研')
  await expect(window.desk.slide).toContainText('办好共享教研')
  await window.desk.script.click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('各位老师，先说说两所示例学校怎样一起备课。[停顿 2] 每两周一次，从不间断。')
  await window.desk.shown.click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('- 两校结对，同备一节课\n- 课后共同修改教案')
  await expect(window.desk.slide).toContainText('两校结对，同备一节课')
  await expect(window.saved).toBeVisible()
  await page.screenshot({ path: `${shots}/4-edited.png` })

  const files = await window.desk.exportAndSave()
  for (const [name, download] of files) {
    const file = join(lectern.downloads, name)
    await download.saveAs(file)
    expect(readFileSync(file).subarray(0, 2).toString('latin1')).toBe('PK')
    const text = tight(textOf(file, lectern.downloads))
    expect(text).toContain('办好共享教研')
    expect(text).toContain(name === 'slides.pptx' ? '两校结对，同备一节课' : '每两周一次，从不间断。')
  }

  await page.reload()
  await expect(window.desk.outline).toContainText('办好共享教研')
})
