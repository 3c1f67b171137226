/** The first door: Electron. Starts the engine, opens the window, and keeps everything else out (reliability.md, "Electron"). */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, Menu, session } from 'electron'
import { failureOf } from '../shared/contract/failure'
import { languageOf } from '../shared/language'
import { LecternError } from '../shared/outcome'
import { registerAppScheme, serveAppScheme } from './electron/app-protocol'
import { startEngineProcess, type EngineProcess } from './electron/engine-process'
import { chooseFolder } from './electron/folder-dialog'
import { guardContents, guardSession } from './electron/guards'
import { handOverPorts } from './electron/hand-over'
import { openMainWindow } from './electron/main-window'
import { menuTemplate } from './electron/menu'
import { openFolder } from './electron/open-folder'
import { printInWindow } from './electron/print-window'
import { libraryFolder } from './host/library-folder'

const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Electron's own switches stand among the arguments, so they are not parsed strictly. */
const named = process.argv.indexOf('--library')
const folder = libraryFolder(named === -1 ? undefined : process.argv[named + 1])

let engine: EngineProcess | null = null

const openWindow = (): BrowserWindow => openMainWindow({ preload: built('../preload/index.cjs'), stateFile: join(app.getPath('userData'), 'window.json') })

async function start(): Promise<void> {
  const language = languageOf(app.getLocale())
  guardSession(session.defaultSession)
  serveAppScheme(built('../renderer/'), async (hash) => engine?.findMedium(hash) ?? null)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, { mac: process.platform === 'darwin', developer: !app.isPackaged }, { newWindow: openWindow })))
  try {
    engine = await startEngineProcess(built('./engine.js'), { folder, version: app.getVersion(), create: process.argv.includes('--create') }, { print: printInWindow, chooseFolder, openFolder })
    handOverPorts(engine.connect)
    openWindow()
    await engine.opened
  } catch (error) {
    dialog.showErrorBox('讲台 Lectern', (error instanceof LecternError ? error.localized : failureOf(error).message)[language])
    app.exit(1)
  }
}

registerAppScheme()
app.enableSandbox()
guardContents(app)

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (engine === null) return
    // The library closes before the program does; then quitting goes on.
    event.preventDefault()
    const closing = engine
    engine = null
    void closing.close().finally(() => app.quit())
  })
  // Never awaited at the top level: 'ready' waits for this module to finish.
  void app.whenReady().then(start)
} else app.quit()
