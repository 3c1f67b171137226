import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type CDPSession, type Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../src/main/library/library'
import { importTalk } from '../../src/main/use-cases/import-talk'
import { anEnvironment } from '../main/library/a-library'
import { talkOfBlocks } from './talk-of-blocks'

const BLOCKS = 300
const KEYS = 60
/** Milliseconds between two keys: ten a second, faster than most people write. */
const BETWEEN = 100
const OPENINGS = 5
const LETTERS = 'abcdefghij'

const percentile = (times: readonly number[], share: number): number => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const told = (times: readonly number[]): string => `p50 ${percentile(times, 0.5).toFixed(0)}, p95 ${percentile(times, 0.95).toFixed(0)} ms`

type Typed = { readonly toFrame: readonly number[]; readonly toPreview: readonly number[]; readonly processor: number }

/** Types into whatever has the focus. @param preview what must change after a key; null where nothing has to @param between milliseconds from key to key */
async function type(page: Page, cdp: CDPSession, preview: string | null = null, between = BETWEEN): Promise<Typed> {
  await page.evaluate((selector) => {
    const times = { toFrame: [] as number[], toPreview: [] as number[] }
    Object.assign(window, { lecternTimes: times })
    document.addEventListener(
      'keydown',
      (event) => {
        const pressed = event.timeStamp
        const field = document.activeElement
        const before = field instanceof HTMLTextAreaElement ? field.value : (field?.textContent ?? '')
        const shown = selector === null ? null : document.querySelector(selector)
        const old = shown?.textContent
        let framed = false
        let previewed = false
        const look = () => {
          const now = performance.now()
          const text = field instanceof HTMLTextAreaElement ? field.value : (field?.textContent ?? '')
          if (!framed && text !== before) {
            framed = true
            times.toFrame.push(now - pressed)
          }
          if (!previewed && shown !== null && shown.textContent !== old) {
            previewed = true
            times.toPreview.push(now - pressed)
          }
          if ((!framed || (shown !== null && !previewed)) && now - pressed < 2000) requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      },
      { capture: true },
    )
  }, preview)
  // Processor time: tasks last longer where others use the machine as well.
  const busy = async () => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0
  const before = await busy()
  for (let key = 0; key < KEYS; key++) {
    // Every key makes a text that has not been before: nothing that was remembered of an earlier one helps.
    await page.keyboard.press(LETTERS[key % LETTERS.length] ?? 'a')
    await page.waitForTimeout(between)
  }
  await page.waitForTimeout(500)
  const processor = ((await busy()) - before) / KEYS
  const times = await page.evaluate(() => (window as unknown as { lecternTimes: { toFrame: number[]; toPreview: number[] } }).lecternTimes)
  return { ...times, processor: processor * 1000 }
}

describe('the desk with a talk of 300 blocks', () => {
  it('is measured from the click to the painted desk, and from the key to the frame and to the preview', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-desk-'))
    const library = openLibrary(folder, anEnvironment())
    // With a format and an audience, so that what it lacks of them is looked for as well.
    const markdown = talkOfBlocks(BLOCKS).replace('minutes: 300', 'minutes: 300\nformat: policy+case\naudience: young-teachers')
    importTalk(library, markdown)
    library.close()
    const host = spawn(process.execPath, ['out/main/browser-host.js', '--no-open', '--library', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const address = await new Promise<string>((resolve) => createInterface({ input: host.stdout }).on('line', (line) => resolve(line.replace(/^Lectern /, ''))))
    const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
    try {
      const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1360, height: 860 } })
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('Performance.enable')
      await page.goto(address)
      const openings: number[] = []
      for (let opening = 0; opening < OPENINGS; opening++) {
        await page.evaluate(() => (location.hash = '#/talks'))
        await page.locator('main a[href^="#/talk/"]').first().waitFor()
        openings.push(
          await page.evaluate(async () => {
            const started = performance.now()
            document.querySelector<HTMLElement>('main a[href^="#/talk/"]')?.click()
            while (!(document.querySelector('.outline-row') && document.querySelector('.slide-sheet .slide-view') && document.querySelector('.editor-script .cm-content'))) await new Promise(requestAnimationFrame)
            await new Promise(requestAnimationFrame)
            return performance.now() - started
          }),
        )
      }
      await page.getByRole('treeitem', { name: /^段块 151( |$)/ }).click()
      await page.getByRole('textbox', { name: '讲稿', exact: true }).click()
      await page.keyboard.press('Control+End')
      const script = await type(page, cdp)
      await page.getByRole('textbox', { name: '投影的内容', exact: true }).click()
      await page.keyboard.press('Control+End')
      const slide = await type(page, cdp)
      // Slowly: a preview that two keys share is one change.
      const preview = await type(page, cdp, '.slide-sheet', 4 * BETWEEN)

      // The floor: the same text in a bare field of the browser.
      const bare = await browser.newPage()
      const bareCdp = await bare.context().newCDPSession(bare)
      await bareCdp.send('Performance.enable')
      await bare.setContent('<textarea rows="30" cols="80"></textarea>')
      await bare.bringToFront()
      await bare.evaluate((text) => {
        const field = document.querySelector('textarea')
        if (field) field.value = text
        field?.focus()
      }, markdown)
      await bare.keyboard.press('Control+End')
      const floor = await type(bare, bareCdp)

      console.log(
        [
          `a talk of ${BLOCKS} blocks, ${markdown.length} characters`,
          `  opened, click to painted: first ${openings[0]?.toFixed(0)}, then ${told(openings.slice(1))} (goal 500)`,
          `  a key in the script on the screen: ${told(script.toFrame)} (goal: the frame, 17), ${script.processor.toFixed(1)} ms of the window's thread a key`,
          `  a key in the slide's text on the screen: ${told(slide.toFrame)}, ${slide.processor.toFixed(1)} ms a key`,
          `  the preview after it: ${told(preview.toPreview)} (goal 100)`,
          `  the same text in a bare field: ${told(floor.toFrame)}, ${floor.processor.toFixed(1)} ms a key`,
        ].join('\n'),
      )
      expect([script.toFrame.length, slide.toFrame.length]).toEqual([KEYS, KEYS])
      expect(preview.toPreview.length).toBeGreaterThan(KEYS / 2)
    } finally {
      await browser.close()
      const ended = new Promise((resolve) => host.once('exit', resolve))
      host.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
