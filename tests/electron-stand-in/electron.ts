// oxlint-disable unicorn/require-post-message-target-origin -- ports between processes, not windows
/**
 * A stand-in for the module `electron` in Node: it records what the main process asks for and behaves, where behaviour matters, like the real one.
 * Node runs this file as it is, without its types. The utility process is a worker thread with Electron's `parentPort`; a MessagePortMain is a worker's port with Electron's event shape.
 */
import { EventEmitter } from 'node:events'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'

type Scheme = { scheme: string; privileges: object }
type MenuItem = { label?: string; role?: string; accelerator?: string; submenu?: MenuItem[] }
type Answer<T> = (answer: T) => void

/** Everything that was asked for, in one place for the tests. */
export const asked = {
  windows: [] as BrowserWindow[],
  schemes: [] as Scheme[],
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  menu: null as { template: MenuItem[] } | null,
  forks: [] as { file: string }[],
  errorBoxes: [] as string[][],
  openDialogs: [] as { title: string; properties: string[] }[],
  openedPaths: [] as string[],
  sandboxed: false,
  exitCode: null as number | null,
}

/** The port of the main process, as Electron gives it: events carry `data`, delivery begins with `start`. */
class MessagePortMain extends EventEmitter {
  readonly port: MessagePort
  constructor(port: MessagePort) {
    super()
    this.port = port
    port.addEventListener('message', (event) => this.emit('message', { data: 'data' in event ? event.data : undefined, ports: [] }))
    port.addEventListener('close', () => this.emit('close'))
  }
  start() {
    this.port.start()
  }
  postMessage(message: unknown) {
    this.port.postMessage(message)
  }
  close() {
    this.port.close()
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain
  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MessagePortMain(port1)
    this.port2 = new MessagePortMain(port2)
  }
}

class WebContents extends EventEmitter {
  mainFrame = { url: 'app://lectern/index.html' }
  getURL() {
    return this.mainFrame.url
  }
  received: { channel: string; ports: MessagePortMain[] }[] = []
  windowOpenHandler: ((details: { url: string; frameName: string }) => { action: string }) | null = null
  setWindowOpenHandler(handler: (details: { url: string; frameName: string }) => { action: string }) {
    this.windowOpenHandler = handler
  }
  postMessage(channel: string, _message: unknown, ports: MessagePortMain[]) {
    this.received.push({ channel, ports })
  }
  /** Expressions that were run in the page; the stand-in has no page, so it answers what our print page would. */
  evaluated: string[] = []
  executeJavaScript(expression: string) {
    this.evaluated.push(expression)
    return Promise.resolve(expression.startsWith('lecternPrint.only') ? { x: 0, y: 0, width: 1280, height: 720 } : 2)
  }
  printToPDF(options: object) {
    return Promise.resolve(Buffer.from(JSON.stringify(options)))
  }
  readonly debugger = {
    attached: false,
    isAttached: () => this.debugger.attached,
    attach: () => void (this.debugger.attached = true),
    sendCommand: (method: string, params: object) => Promise.resolve({ data: Buffer.from(JSON.stringify({ method, ...params })).toString('base64') }),
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows() {
    return asked.windows
  }
  static getFocusedWindow() {
    return asked.windows[0] ?? null
  }
  visible = false
  focused = 0
  url = ''
  readonly webContents = new WebContents()
  readonly options: { webPreferences: { preload: string } & Record<string, unknown> }
  constructor(options: BrowserWindow['options']) {
    super()
    this.options = options
    asked.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string) {
    this.url = url
    return Promise.resolve()
  }
  show() {
    this.visible = true
  }
  destroyed = false
  destroy() {
    this.destroyed = true
  }
  isDestroyed() {
    return this.destroyed
  }
  maximize() {}
  isMaximized() {
    return false
  }
  isMinimized() {
    return false
  }
  focus() {
    this.focused++
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1000, height: 700 }
  }
}

const ready = Promise.withResolvers<void>()

class App extends EventEmitter {
  isPackaged = true
  whenReady() {
    return ready.promise
  }
  getPath() {
    return process.env['STAND_IN_USER_DATA'] ?? ''
  }
  getLocale() {
    return 'zh-CN'
  }
  getVersion() {
    return '0.0.0-stand-in'
  }
  enableSandbox() {
    asked.sandboxed = true
  }
  requestSingleInstanceLock() {
    return true
  }
  /** As in Electron: 'will-quit' may hold it back. */
  quit() {
    let held = false
    this.emit('will-quit', { preventDefault: () => (held = true) })
    if (!held) asked.exitCode = 0
  }
  exit(code: number) {
    asked.exitCode = code
  }
}
export const app = new App()

/** Loads a built main process. As in Electron, 'ready' comes only when the entry has finished, so awaiting it at the top level hangs. */
export async function launch(entry: string): Promise<void> {
  await import(entry)
  ready.resolve()
  app.emit('ready')
}

export const ipcMain = new EventEmitter()

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Scheme[]) => asked.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) => asked.protocols.set(scheme, handler),
}

class Session extends EventEmitter {
  permissionRequest: (contents: null, permission: string, grant: Answer<boolean>) => void = notSet
  permissionCheck: (contents: null, permission: string) => boolean = notSet
  device: () => boolean = notSet
  beforeRequest: (details: { url: string }, answer: Answer<{ cancel: boolean }>) => void = notSet
  readonly webRequest = { onBeforeRequest: (listener: Session['beforeRequest']) => (this.beforeRequest = listener) }
  setPermissionRequestHandler(handler: Session['permissionRequest']) {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: Session['permissionCheck']) {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: Session['device']) {
    this.device = handler
  }
}
function notSet(): never {
  throw new Error('The main process has set no handler.')
}
export const session = { defaultSession: new Session() }

export const Menu = {
  buildFromTemplate: (template: MenuItem[]) => ({ template }),
  setApplicationMenu: (menu: { template: MenuItem[] }) => (asked.menu = menu),
}
export const dialog = {
  showErrorBox: (...words: string[]) => asked.errorBoxes.push(words),
  /** A user who takes whatever folder the dialog begins with. */
  showOpenDialog: (...given: unknown[]) => {
    const options = given.at(-1) as { title: string; properties: string[]; defaultPath: string }
    asked.openDialogs.push(options)
    return Promise.resolve({ canceled: false, filePaths: [options.defaultPath] })
  },
}
export const shell = {
  /** As in Electron: an empty string when it is open. A folder named `stuck` is one that no program opens. */
  openPath: (path: string) => {
    asked.openedPaths.push(path)
    return Promise.resolve(path.endsWith('stuck') ? 'Failed to open path' : '')
  },
}
export const nativeTheme = { shouldUseDarkColors: false }
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }

export const utilityProcess = {
  fork(file: string) {
    const worker = new Worker(new URL('./utility-process.ts', import.meta.url), { workerData: { file } })
    const child = Object.assign(new EventEmitter(), {
      postMessage: (data: unknown, ports: MessagePortMain[] = []) => {
        const transferred = ports.map(({ port }) => port)
        worker.postMessage({ data, ports: transferred }, transferred)
      },
      kill: () => worker.terminate(),
    })
    worker.on('message', (message) => child.emit('message', message))
    worker.on('exit', (code) => child.emit('exit', code))
    asked.forks.push({ file })
    return child
  },
}
