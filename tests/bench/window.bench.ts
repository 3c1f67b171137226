import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBenchHost } from './bench-host'
import { FULL_SIZE, generatedLibrary } from './generated-library'
import { BARE_PAGE, keyToPaint, percentile } from './key-to-paint'

const sizes = process.env['BENCH_FULL'] === '1' ? [500, 20_000, FULL_SIZE] : [500, 20_000]
/**
 * Typed one after the other into the search field of the library: of every class — one character, two, four, Latin, two words — a word a round. None
 * twice, because the window remembers answers for a minute.
 */
const typed = [
  ['教', '学', '案', '一', '家', '会'],
  ['教育', '学校', '教师', '课堂', '数字', '资源'],
  ['教育学校', '数字资源', '教师课堂', '课堂教学', '学校教师', '教学数字'],
  ['p', 'st', 'mark', 'ytho', 'a', 'vr'],
  ['教育 案例', '数字 家庭', '学校 保障', '教师 社会', '课堂 应用', '资源 研究'],
] as const
const ROUNDS = typed[0].length - 1
const OPENINGS = 5
const viewport = { width: 1360, height: 860 }

const shown = (times: readonly number[]): string => `p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`

/** Milliseconds of every key to its paint, and of processor that the window's main thread took for a key on average, emptying the field included. */
async function keysToPaint(page: Page): Promise<{ times: number[][]; processor: number }> {
  for (const [text] of typed) await keyToPaint(page, text) // so that no key pays for the compiler
  const devtools = await page.context().newCDPSession(page)
  // On a machine that others use too, only the thread's own clock says what the work costs.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const taken = async (): Promise<number> => ((await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  const before = await taken()
  const times = typed.map((): number[] => [])
  for (let round = 1; round <= ROUNDS; round++) for (const [index, words] of typed.entries()) times[index]?.push(await keyToPaint(page, words[round] ?? ''))
  return { times, processor: ((await taken()) - before) / times.flat().length }
}

/** Milliseconds from the navigation to a list that is painted, in a fresh window. */
async function openingTime(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport })
  try {
    const page = await context.newPage()
    await page.goto('about:blank')
    const started = performance.now()
    await page.goto(address)
    await page.locator('main [role=option]').first().waitFor()
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    return performance.now() - started
  } finally {
    await context.close()
  }
}

/** Opens both libraries in turns, so that a busy moment of the machine falls on both. */
async function openings(browser: Browser, full: string, least: string): Promise<{ full: number[]; least: number[] }> {
  const times = { full: [] as number[], least: [] as number[] }
  for (let round = 0; round < OPENINGS; round++) {
    times.least.push(await openingTime(browser, least))
    times.full.push(await openingTime(browser, full))
  }
  return times
}

describe('the window', () => {
  let browser: Browser
  const one = generatedLibrary(1)

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  })
  afterAll(async () => {
    await browser.close()
    one.remove()
  })

  it.each(sizes)('on a library of %i materials is measured from its start to the answer on the screen', async (size) => {
    const folder = generatedLibrary(size)
    const host = await startBenchHost(folder.path)
    const leastHost = await startBenchHost(one.path)
    try {
      const opened = await openings(browser, host.address, leastHost.address)
      const page = await browser.newPage({ locale: 'zh-CN', viewport })
      await page.goto(host.address)
      await page.locator('main [role=option]').first().waitFor()
      const { times, processor } = await keysToPaint(page)
      const bare = await browser.newPage({ viewport })
      await bare.setContent(BARE_PAGE)
      const floor = await keysToPaint(bare)
      console.log(
        `${size} materials\n  engine ready ${host.ready.toFixed(0)} ms, with one material ${leastHost.ready.toFixed(0)} ms` +
          `\n  window usable ${shown(opened.full)}; with one material ${shown(opened.least)}; ratio of the fastest ${(Math.min(...opened.full) / Math.min(...opened.least)).toFixed(2)} (goal 1.5)` +
          `\n  key to painted list ${shown(times.flat())} (goal p95 50 ms); a bare page with fifty rows ${shown(floor.times.flat())}` +
          `\n  of processor a key ${processor.toFixed(1)} ms, bare ${floor.processor.toFixed(1)} ms` +
          `\n  ${typed.map(([text], index) => `${text} … ${percentile(times[index] ?? [], 0.5).toFixed(0)}`).join(', ')}`,
      )
      expect(times.flat()).toHaveLength(ROUNDS * typed.length)
    } finally {
      await host.stop()
      await leastHost.stop()
      folder.remove()
    }
  })
})
