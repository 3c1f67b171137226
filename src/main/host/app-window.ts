import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type AppWindow = {
  /** Settles when the browser has ended: the user closed its last window, or it could not start. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

/** No requests of the browser's own: the computer may be offline, and what is typed here concerns nobody. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--password-store=basic',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
]

/**
 * Opens a window without tabs or address bar, in a browser process and profile of its own, so that its end is the end of the window.
 * @param browser a program of the Chromium family
 * @param address with its one-time token
 */
export async function openAppWindow(browser: string, address: string, isRoot = process.getuid?.() === 0): Promise<AppWindow> {
  const profile = await mkdtemp(join(tmpdir(), 'lectern-window-'))
  // Chromium's sandbox refuses to run as root; --test-type hides the bar that says so.
  const rights = isRoot ? ['--no-sandbox', '--test-type'] : []
  const child = spawn(browser, [`--app=${address}`, `--user-data-dir=${profile}`, '--window-size=1360,860', ...quiet, ...rights], { stdio: 'ignore' })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  // The profile can be deleted only after the browser has let go of it.
  const ended = gone.then(() => rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })).catch(() => {})
  return {
    ended,
    async close() {
      child.kill()
      await ended
    },
  }
}
