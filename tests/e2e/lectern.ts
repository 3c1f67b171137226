import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base } from '@playwright/test'

/** A running Lectern on a library of its own, as the browser door gives it. */
export type RunningLectern = { readonly address: string; readonly library: string; readonly downloads: string }

async function startLectern(library: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const host = spawn(process.execPath, ['out/main/browser-host.js', '--no-open', '--library', library], { stdio: ['ignore', 'pipe', 'inherit'] })
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
export const test = base.extend<{ lectern: RunningLectern }>({
  lectern: async ({ page }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
    const library = join(folder, 'library')
    const { address, stop } = await startLectern(library)
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await page.goto(address)
    await use({ address, library, downloads: folder })
    // Leaving first lets the window say goodbye to an engine that is still there.
    await page.close()
    await stop()
    await rm(folder, { recursive: true, force: true })
    if (errors.length > 0) throw new Error(`The window logged errors:\n${errors.join('\n')}`)
  },
})

export { expect } from '@playwright/test'
