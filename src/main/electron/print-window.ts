import { BrowserWindow } from 'electron'
import type { PrintOrder } from '../printing/press'
import { type OpenPage, printOnPage } from '../printing/print-on-page'
import { PRINT_PAGE } from './app-address'

/**
 * Prints an order in a window that nobody sees: sandboxed, without preload, on our print page.
 * @param signal closes the window, and the print fails
 */
export async function printInWindow(order: PrintOrder, signal: AbortSignal): Promise<readonly Uint8Array[]> {
  signal.throwIfAborted()
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true, backgroundThrottling: false } })
  const stop = () => window.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await window.loadURL(PRINT_PAGE)
    return await printOnPage(pageIn(window), order)
  } finally {
    signal.removeEventListener('abort', stop)
    if (!window.isDestroyed()) window.destroy()
  }
}

const pageIn = ({ webContents }: BrowserWindow): OpenPage => ({
  run: (expression) => webContents.executeJavaScript(expression) as Promise<unknown>,
  pdf: () => webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true }),
  async png(box, scale) {
    // `capturePage` takes what is on the screen, and this window is on none.
    if (!webContents.debugger.isAttached()) webContents.debugger.attach('1.3')
    const { data } = (await webContents.debugger.sendCommand('Page.captureScreenshot', { format: 'png', clip: { ...box, scale }, captureBeyondViewport: true })) as { data: string }
    return new Uint8Array(Buffer.from(data, 'base64'))
  },
})
