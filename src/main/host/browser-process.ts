import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type BrowserProcess = {
  readonly child: ChildProcess
  /** Settles when the browser has ended, or could not start, and its profile is gone. */
  readonly ended: Promise<void>
  readonly close: () => Promise<void>
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
 * Starts a browser in a process and profile of its own.
 * @param browser a program of the Chromium family
 * @param options what this use of it asks for
 */
export async function startBrowser(browser: string, options: readonly string[], stdio: StdioOptions, isRoot = process.getuid?.() === 0): Promise<BrowserProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'lectern-window-'))
  // Chromium's sandbox refuses to run as root; --test-type hides the bar that says so.
  const rights = isRoot ? ['--no-sandbox', '--test-type'] : []
  const child = spawn(browser, [...options, `--user-data-dir=${profile}`, ...quiet, ...rights], { stdio })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  // The profile can be deleted only after the browser has let go of it.
  const ended = gone.then(() => rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })).catch(() => {})
  return {
    child,
    ended,
    async close() {
      child.kill()
      await ended
    },
  }
}
