import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base } from '@playwright/test'
import type { DoorOptions } from './door-options'
import { openInElectron } from './electron-window'

/** A running Lectern on a library of its own. */
export type RunningLectern = { readonly address: string; readonly library: string; readonly downloads: string }

async function startLectern(library: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const host = spawn(process.execPath, ['out/main/browser-host.js', '--no-open', '--library', library], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, XDG_DATA_HOME: join(library, '..', 'data') } })
  const ended = new Promise<void>((resolve) => host.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: host.stdout }).on('line', (line) => {
      const found = /^Lectern (\S+)$/.exec(line)?.[1]
      if (found) resolve(found)
    })
    host.once('exit', (code) => reject(new Error(`The browser host ended with ${code}.`)))
  })
  return {
    address,
    stop: async () => {
      host.kill('SIGTERM')
      await ended
    },
  }
}

/** Every test has a fresh library, a fresh engine and a fresh window; whatever the page logs as an error fails it. */
export const test = base.extend<{ folder: string; lectern: RunningLectern } & DoorOptions>({
  door: ['browser', { option: true }],
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  page: async ({ door, folder, page }, use) => {
    if (door === 'browser') return use(page)
    const { page: window, stop } = await openInElectron(join(folder, 'library'))
    await use(window)
    await stop()
  },
  lectern: async ({ door, folder, page }, use) => {
    const library = join(folder, 'library')
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    // Electron's window is already on its page; a browser's needs a host and its address.
    const host = door === 'browser' ? await startLectern(library) : null
    if (host !== null) await page.goto(host.address)
    await use({ address: page.url(), library, downloads: folder })
    // Leaving first lets the window say goodbye to an engine that is still there.
    await page.close()
    await host?.stop()
    if (errors.length > 0) throw new Error(`The window logged errors:\n${errors.join('\n')}`)
  },
})

export { expect } from '@playwright/test'
