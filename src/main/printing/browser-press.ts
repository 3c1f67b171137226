import type { Readable, Writable } from 'node:stream'
import { startBrowser } from '../host/browser-process'
import { findBrowser } from '../host/find-browser'
import { openDevtoolsPage } from './devtools-page'
import { DevtoolsPipe } from './devtools-pipe'
import { noBrowser, type OpenPress, printingFailed } from './press'
import { printOnPage } from './print-on-page'

/** No window; talks over its third and fourth pipe; resolves no name, so that nothing can leave even by a fault of ours. */
const headless = ['--headless', '--remote-debugging-pipe', '--hide-scrollbars', '--mute-audio', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND', '--force-color-profile=srgb', '--font-render-hinting=none']

/**
 * Prints with the computer's own Chromium, Chrome or Edge, without a window.
 * @param root the folder of the built renderer
 * @param find where the browser is; null where there is none
 */
export const browserPress =
  (root: string, find: () => string | null = findBrowser): OpenPress =>
  async (signal) => {
    const browser = find()
    if (browser === null) throw noBrowser()
    signal?.throwIfAborted()
    const { child, ended, close } = await startBrowser(browser, headless, ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'])
    const [, , , input, output] = child.stdio
    const pipe = new DevtoolsPipe(input as Writable, output as Readable)
    void ended.then(() => pipe.end(new Error('The browser has ended.')))
    const stop = () => void close()
    signal?.addEventListener('abort', stop, { once: true })
    const end = async () => {
      signal?.removeEventListener('abort', stop)
      await close()
    }
    /** A browser that was stopped fails too; whoever stopped it wants to hear of nothing else. */
    const failed = (error: unknown): unknown => (signal?.aborted === true ? signal.reason : printingFailed(error))
    try {
      const page = await openDevtoolsPage(pipe, root)
      return {
        print: (order) =>
          printOnPage(page, order).catch((error: unknown) => {
            throw failed(error)
          }),
        close: end,
      }
    } catch (error) {
      await end()
      throw failed(error)
    }
  }
