import { writeFileSync } from 'node:fs'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_PAGE } from './app-address'
import { LEAST, placeWindow, readWindowState } from './window-state'

/**
 * Opens a window: sandboxed, isolated, without Node.
 * @param preload the built preload, a CommonJS file
 * @param stateFile where the window's place is kept
 */
export function openMainWindow({ preload, stateFile }: { preload: string; stateFile: string }): BrowserWindow {
  const { bounds, maximized } = placeWindow(readWindowState(stateFile), screen.getAllDisplays().map((display) => display.workArea))
  const window = new BrowserWindow({
    ...bounds,
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    title: '讲台 Lectern',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1c1e' : '#ffffff', // until the page has painted
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true, spellcheck: false, navigateOnDragDrop: false },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    try {
      writeFileSync(stateFile, JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
    } catch {
      // The place of a window is not worth a word to the user.
    }
  })
  void window.loadURL(APP_PAGE)
  return window
}
