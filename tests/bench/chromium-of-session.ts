import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Browser } from 'playwright'

/**
 * Chromium in the session of this process, as the window of Electron is in the session of its engine. One that Playwright starts has a session of its own, and Linux divides its time among sessions
 * before it looks at the priorities of threads.
 */
export async function chromiumOfSession(): Promise<{ readonly browser: Browser; readonly close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'lectern-bench-profile-'))
  const child = spawn(
    process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    ['--headless', '--hide-scrollbars', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-first-run', '--disable-extensions', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /^DevTools listening on (\S+)/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(() => reject(new Error('Chromium ended before it was ready.')))
  })
  const browser = await chromium.connectOverCDP(address)
  return {
    browser,
    close: async () => {
      await browser.close()
      child.kill('SIGTERM')
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
