import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { wave } from '../builders/media'
import { expect, test } from './lectern'
import { LecternWindow } from './pages/window'

/** Seconds: more than a player reads ahead of what it plays. */
const LENGTH = 900

test.beforeEach(({ folder }) => {
  writeFileSync(join(folder, '录音.wav'), wave(LENGTH))
  writeFileSync(join(folder, 'talk.md'), '---\ntitle: 示例录音\n---\n\n## 听一听\n![晨读的声音](录音.wav)\n')
  execFileSync(process.execPath, ['out/main/cli.js', 'talk', 'import', join(folder, 'talk.md'), '--library', join(folder, 'library')], { stdio: 'ignore', env: { ...process.env, XDG_DATA_HOME: join(folder, 'data') } })
})

/** Goes to a place near the end of what plays and answers where it is then. */
const seek = (window: Page): Promise<number> =>
  window.locator('.slide-media audio').first().evaluate(async (element) => {
    const player = element as HTMLAudioElement
    if (player.readyState === 0) await new Promise((resolve) => player.addEventListener('loadedmetadata', resolve, { once: true }))
    const there = new Promise((resolve) => player.addEventListener('seeked', resolve, { once: true }))
    player.currentTime = player.duration - 10
    await there
    return player.currentTime
  })

test('a long recording is read in pieces, from where it is played, on the desk and for the audience', async ({ page, lectern: _running, door }) => {
  const window = new LecternWindow(page)
  const pieces: number[] = []
  page.context().on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/media/')) pieces.push(response.status())
  })
  await window.goToAddress('talk')
  await window.desk.choose('听一听')
  await window.desk.slide.getByRole('button', { name: '播放：晨读的声音' }).click()
  expect(await seek(page)).toBeGreaterThan(LENGTH - 11)
  if (door === 'browser') expect(new Set(pieces)).toEqual(new Set([206]))
  await window.desk.slide.getByRole('button', { name: '暂停：晨读的声音' }).click()

  await page.keyboard.press('Alt+F5')
  const [audience] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: '打开观众窗口' }).click()])
  await page.keyboard.press('Home')
  await page.keyboard.press('PageDown')
  await expect(audience.locator('.slide-media')).toBeVisible()
  await page.keyboard.press('m')
  expect(await seek(audience)).toBeGreaterThan(LENGTH - 11)
  await expect(audience.getByText('放不了')).toHaveCount(0)
})
