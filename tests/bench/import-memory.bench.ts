import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../main/library/a-library'
import { writeDocuments } from './documents-to-import'

/** Files of one import. Memory must not follow their number. */
const sizes = [200, 2000]

const statusOf = (pid: number, field: 'VmHWM' | 'VmRSS'): number => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1000

/** Resident megabytes of the processes below one whose command line says `word`; 0 when there is none. */
function below(pid: number, word: string): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name): [number, number][] => {
        try {
          return [[Number(name), Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1])]]
        } catch {
          return [] // gone meanwhile
        }
      }),
  )
  const descends = (from: number): boolean => from === pid || (parents.has(from) && descends(parents.get(from) ?? 0))
  return [...parents.keys()].filter((one) => one !== pid && descends(one)).flatMap((one) => {
    try {
      return readFileSync(`/proc/${one}/cmdline`, 'utf8').includes(word) ? [statusOf(one, 'VmRSS')] : []
    } catch {
      return []
    }
  })
}

/** Live objects of the window's JavaScript, in megabytes, after a collection. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1e6
}

describe.skipIf(!existsSync('/proc/self/status')).each(sizes)('the memory of an import of %i files (skipped where there is no /proc to tell it)', (count) => {
  it('is measured in the engine, the reader and the window', async () => {
    const folder = aFolder()
    const files = join(folder.path, 'files')
    mkdirSync(files)
    const { names, megabytes } = writeDocuments(files, count)
    const host = spawn(process.execPath, ['out/main/browser-host.js', '--no-open', '--create', '--library', join(folder.path, 'library')], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise((resolve) => host.once('exit', resolve))
    const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
    const pid = host.pid ?? 0
    let reader = 0
    const watch = setInterval(() => (reader = Math.max(reader, ...below(pid, 'reader.js'))), 200)
    try {
      const address = await new Promise<string>((resolve) => createInterface({ input: host.stdout }).on('line', (line) => resolve(line.replace(/^Lectern /, ''))))
      const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1360, height: 860 } })
      await page.goto(address)
      await page.getByRole('button', { name: /导入|空白|开始/ }).first().waitFor()
      const told: string[] = []
      const tell = async (deed: string) => told.push(`${deed}: engine ${statusOf(pid, 'VmRSS').toFixed(0)} (most ${statusOf(pid, 'VmHWM').toFixed(0)}), window's objects ${(await heapOf(page)).toFixed(1)}`)
      await tell('open')
      const started = performance.now()
      await page.locator('input[type=file][aria-label="选择要导入的文件"]').setInputFiles(names)
      await page.getByRole('heading', { name: '导入前看一看' }).waitFor({ timeout: 3_600_000 })
      const read = performance.now() - started
      await tell('read')
      await page.getByRole('button', { name: /相近，待定/ }).waitFor()
      await page.getByText(/正在比对相近内容/).waitFor({ state: 'detached', timeout: 3_600_000 })
      await tell('compared')
      for (let step = 0; step < 100; step++) await page.keyboard.press('Alt+ArrowDown')
      await tell('a hundred looked at')
      const accepting = performance.now()
      await page.keyboard.press('Control+Enter')
      await page.getByRole('heading', { name: '导入前看一看' }).waitFor({ state: 'detached', timeout: 3_600_000 })
      const accepted = performance.now() - accepting
      await tell('accepted')
      console.log(`${count} files of ${megabytes.toFixed(0)} MB, in MB:\n  ${told.join('\n  ')}\n  reader at most ${reader.toFixed(0)}; read in ${(read / 1000).toFixed(0)} s, accepted in ${(accepted / 1000).toFixed(0)} s`)
      expect(told).toHaveLength(5)
    } finally {
      clearInterval(watch)
      await browser.close()
      host.kill('SIGTERM')
      await ended
      folder.remove()
    }
  })
})
