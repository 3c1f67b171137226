import { startBrowser, type BrowserProcess } from './browser-process'

export type AppWindow = Pick<BrowserProcess, 'ended' | 'close'>

/**
 * Opens a window without tabs or address bar; its end is the end of the browser.
 * @param browser a program of the Chromium family
 * @param address with its one-time token
 */
export const openAppWindow = (browser: string, address: string): Promise<AppWindow> => startBrowser(browser, [`--app=${address}`, '--window-size=1360,860'], 'ignore')
