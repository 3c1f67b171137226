/**
 * The window while packs are made: somebody starts a run, goes to the library and looks for material there. Measured are the frames of the window and its main thread, and how soon the library
 * answers; beside it the same without a run, and a bare page during a run, which tells what the machine itself takes when every core is busy.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { LecternWindow } from '../e2e/pages/window'
import { startBenchHost } from './bench-host'
import { chromiumOfSession } from './chromium-of-session'
import { BARE_PAGE, keyToPaint, percentile } from './key-to-paint'
import { type Stall, stalledIn, watchMachine } from './machine-stalls'
import { memoryAtHand } from './memory-at-hand'
import { libraryOfSchools } from './schools-in-library'

const SCHOOLS = process.env['BENCH_FULL'] === '1' ? 1000 : 400
const viewport = { width: 1360, height: 860 }
/** Milliseconds: the goal for every frame, and from which on Chromium itself calls a task long. */
const LONG = 50
/** Bytes of memory for a pack's files until they are on the disk, and of the threads that make them. */
const PACK = 4e6
const THREADS = 1e9
/** Milliseconds for which the screen of packs is left on. */
const LOOKED_ON = 3000
/** Words looked for without a run. */
const STILL = 40
/** In the schools' cases; looked for in pairs, each again only after all others, because the window remembers answers for a minute. */
const words = ['走廊', '书屋', '背景', '空了', '做法', '学生', '自己', '管书', '成效', '借书', '的人', '多了', '一倍', '启示', '真事', '本校']
const pairs = words.flatMap((one) => words.flatMap((other) => (one === other ? [] : [`${one} ${other}`])))

/** When each frame was called, in milliseconds since 1970, beginning with the one before the first; and how long the long tasks of the main thread were. */
type Frames = { readonly calls: readonly number[]; readonly longTasks: readonly Stall[] }
declare global {
  interface Window {
    watched: { calls: number[]; longTasks: { from: number; to: number }[] }
  }
}

/** Notes every frame and every long task of the page from now on. */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const since1970 = (moment: number): number => performance.timeOrigin + moment
    window.watched = { calls: [since1970(performance.now())], longTasks: [] }
    new PerformanceObserver((list) => window.watched.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ from: since1970(startTime), to: since1970(startTime + duration) })))).observe({ type: 'longtask' })
    const frame = () => {
      window.watched.calls.push(since1970(performance.now()))
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
const forgetFrames = (page: Page): Promise<void> => page.evaluate(() => void Object.assign(window.watched, { calls: [performance.timeOrigin + performance.now()], longTasks: [] }))
const framesOf = (page: Page): Promise<Frames> => page.evaluate(() => window.watched)

/** Types words until `ended`. @returns milliseconds from key to paint of each */
async function lookFor(page: Page, ended: () => boolean): Promise<readonly number[]> {
  const times: number[] = []
  while (!ended()) {
    const pair = pairs.pop()!
    pairs.unshift(pair)
    times.push(await keyToPaint(page, pair))
  }
  return times
}

/** Milliseconds of each stretch, and of each without what the machine took for itself meanwhile. */
const lengths = (stretches: readonly Stall[], stalls: readonly Stall[]) => ({ raw: stretches.map(({ from, to }) => to - from), own: stretches.map((stretch) => stretch.to - stretch.from - stalledIn(stretch, stalls)) })
const framesIn = ({ calls }: Frames): readonly Stall[] => calls.slice(1).map((to, index) => ({ from: calls[index]!, to }))

function shown(name: string, watched: Frames, stalls: readonly Stall[], keys: readonly number[] = []): string {
  const frames = lengths(framesIn(watched), stalls)
  const tasks = lengths(watched.longTasks, stalls)
  const over = (times: readonly number[]): string => `${times.filter((ms) => ms > LONG).length} over ${LONG}, longest ${Math.max(0, ...times).toFixed(0)} ms`
  return `  ${name}: ${frames.raw.length} frames, p50 ${percentile(frames.raw, 0.5).toFixed(0)}, p99 ${percentile(frames.raw, 0.99).toFixed(0)}, ${over(frames.raw)}; without the machine's stalls ${over(frames.own)}; long tasks ${tasks.raw.length} (${over(tasks.own)})${keys.length === 0 ? '' : `; key to paint p50 ${percentile(keys, 0.5).toFixed(0)}, p95 ${percentile(keys, 0.95).toFixed(0)} ms`}`
}

it(`keeps its frames while packs for ${SCHOOLS} schools are made`, async () => {
  const folder = libraryOfSchools(SCHOOLS)
  const made = mkdtempSync(join(tmpdir(), 'lectern-pack-window-'))
  const host = await startBenchHost(folder.path)
  const { browser, close } = await chromiumOfSession()
  const memory = await memoryAtHand(2 * SCHOOLS * PACK + THREADS)
  const machine = watchMachine()
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport })
    const lectern = new LecternWindow(page)
    const { packs } = lectern
    await page.goto(host.address)
    await page.locator('main [role=option]').first().waitFor()
    for (const word of words.slice(0, 4)) await keyToPaint(page, word) // so that no key pays for the compiler
    await watchFrames(page)
    const still = await lookFor(page, counted(STILL))
    const alone = await framesOf(page)

    const start = async (to: string): Promise<void> => {
      await lectern.goToAddress('packs')
      await packs.putInto(join(made, to))
      await page.getByRole('button', { name: '制作宣讲包' }).click()
      await page.getByRole('button', { name: '停止' }).waitFor()
    }
    /** Goes to the library and says whether the run is over. */
    const leave = async (): Promise<() => boolean> => {
      await lectern.goToAddress('library')
      let isOver = false
      void page.getByRole('alert').filter({ hasText: '已做好' }).waitFor({ timeout: 240_000 }).finally(() => (isOver = true))
      return () => isOver
    }

    memory.letGo()
    await start('of the window')
    await forgetFrames(page)
    await page.waitForTimeout(LOOKED_ON)
    const lookedOn = await framesOf(page)
    const isOver = await leave()
    await forgetFrames(page)
    const keys = await lookFor(page, isOver)
    const during = await framesOf(page)

    await lectern.goToAddress('packs')
    await packs.back()
    const bare = await browser.newPage({ viewport })
    await bare.setContent(BARE_PAGE)
    await watchFrames(bare)
    await start('of the bare page')
    const isBareOver = await leave()
    await bare.bringToFront()
    await forgetFrames(bare)
    const bareKeys = await lookFor(bare, isBareOver)
    const floor = await framesOf(bare)

    const stalls = machine?.stop() ?? []
    const stood = stalls.map(({ from, to }) => to - from)
    console.log(
      [
        `the window, ${SCHOOLS} packs`,
        machine === null ? "  the machine's own stalls could not be told from ours" : `  the machine stood still ${stood.length} times for more than 4 ms, ${Math.max(0, ...stood).toFixed(0)} ms at most`,
        shown('without a run', alone, stalls, still),
        shown('its progress', lookedOn, stalls),
        shown('during a run', during, stalls, keys),
        shown('a bare page during a run', floor, stalls, bareKeys),
      ].join('\n'),
    )
    const [frames, tasks] = [lengths([...framesIn(lookedOn), ...framesIn(during)], stalls).own, lengths([...lookedOn.longTasks, ...during.longTasks], stalls).own]
    expect.soft(frames.filter((ms) => ms > LONG), `frames over ${LONG} ms, without what the machine took`).toEqual([])
    expect.soft(tasks.filter((ms) => ms > LONG), 'long tasks of the window, without what the machine took').toEqual([])
  } finally {
    memory.end()
    machine?.stop()
    await close()
    await host.stop()
    folder.remove()
    rmSync(made, { recursive: true })
  }
})

const counted = (times: number) => {
  let left = times
  return () => left-- === 0
}
