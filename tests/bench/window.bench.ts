import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { generatedLibrary } from './generated-library'

const sizes = process.env['BENCH_FULL'] === '1' ? [500, 20_000, 200_000] : [500, 20_000]
/** Typed one after the other into the search field of the library: common and rare, Chinese and Latin. */
const typed = ['教', '教育', '学校', '数字资源', 'p', 'py', '课堂', '案例 学校']
const ROUNDS = 3

const percentile = (times: readonly number[], share: number): number => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

/** Milliseconds from the key to the frame in which the list shows the answer; the field is emptied before. */
const keyToFrame = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('main input[type=search]')
    const list = document.querySelector('main [role=listbox]')
    if (!field || !list) throw new Error('The library is not on the screen.')
    const type = (value: string) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    const answered = (value: string) => {
      const [word = ''] = value.split(' ')
      return new Promise<void>((resolve) => {
        const isThere = () => value !== '' && (list.querySelector('mark')?.textContent ?? '').toLowerCase().includes(word.toLowerCase())
        const watch = new MutationObserver(() => {
          if (!isThere()) return
          watch.disconnect()
          resolve()
        })
        watch.observe(document.body, { subtree: true, childList: true, characterData: true })
      })
    }
    type('')
    await new Promise((resolve) => setTimeout(resolve, 400))
    const answer = answered(text)
    const started = performance.now()
    type(text)
    await answer
    await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    return performance.now() - started
  }, text)

describe.each(sizes)('the window on a library of %i materials', (size) => {
  it('is measured from its start to the answer on the screen', async () => {
    const folder = generatedLibrary(size)
    const started = performance.now()
    const host = spawn(process.execPath, ['out/main/browser-host.js', '--no-open', '--library', folder.path], { stdio: ['ignore', 'pipe', 'inherit'] })
    const address = await new Promise<string>((resolve) => createInterface({ input: host.stdout }).on('line', (line) => resolve(line.replace(/^Lectern /, ''))))
    const listening = performance.now() - started
    const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
    try {
      const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1360, height: 860 } })
      const opening = performance.now()
      await page.goto(address)
      await page.locator('main [role=option]').first().waitFor()
      const usable = performance.now() - opening
      const times: number[] = []
      for (let round = 0; round < ROUNDS; round++) for (const text of typed) times.push(await keyToFrame(page, text))
      console.log(
        `${size} materials: engine ready ${listening.toFixed(0)} ms, window usable ${usable.toFixed(0)} ms, key to repainted list p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms (goal 50)`,
      )
      expect(times).toHaveLength(ROUNDS * typed.length)
    } finally {
      await browser.close()
      const ended = new Promise((resolve) => host.once('exit', resolve))
      host.kill('SIGTERM')
      await ended
      folder.remove()
    }
  })
})
