import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import type { DoorOptions } from './tests/e2e/door-options'

// What Lectern notes in the user's own folder, for every process that a test starts.
process.env['XDG_DATA_HOME'] = resolve('.cache/test-data')

const asRoot = process.getuid?.() === 0

/** One suite through two doors. `npm test` runs the second only where Electron's runtime is on the computer. */
export default defineConfig<DoorOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 180_000, // a ceiling for hangs on a shared machine, never a measure of speed
  expect: { timeout: 30_000 },
  workers: 1,
  retries: 1, // real windows on a shared machine; the report names what needed it
  reporter: [['list'], ['./tests/reporters/playwright-counts.ts']],
  projects: [
    { name: 'browser', use: { door: 'browser' } },
    { name: 'electron', use: { door: 'electron' } },
  ],
  use: {
    headless: true,
    actionTimeout: 60_000, // so that a hang names the line it hangs at
    screenshot: 'only-on-failure',
    trace: 'off',
    locale: 'zh-CN',
    viewport: { width: 1360, height: 860 },
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: asRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
    },
  },
})
