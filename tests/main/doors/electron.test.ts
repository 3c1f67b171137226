import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { wave } from '../../builders/media'
import { SchoolDraft } from '../../../src/shared/model/school'
import type { Contract } from '../../../src/shared/contract/index'
import type { ExportedFile } from '../../../src/shared/contract/talks'
import { EVENT_BYTES, type EventBytesOnWire } from '../../../src/shared/contract/wire'
import { CONNECT_MESSAGE, PORT_MESSAGE } from '../../../src/shared/contract/hand-over'

type StandIn = typeof import('../../electron-stand-in/electron')

const entry = resolve('out/main/index.js')
/** Node's own loader: the built main process must not pass through the test runner's. The stand-in then imports the entry natively too. */
const load = createRequire(import.meta.url)

/** As the window reads bytes in an event. */
const eventBytes = { type: EVENT_BYTES, condition: () => false, serialize: (data: unknown) => data, deserialize: ({ type, base64 }: EventBytesOnWire) => new Blob([Buffer.from(base64, 'base64')], { type }) }

describe('the Electron door, built, against a stand-in for Electron', () => {
  const userData = mkdtempSync(join(tmpdir(), 'lectern-electron-'))
  let electron: StandIn
  const startedWith = process.argv

  beforeAll(async () => {
    if (!existsSync(entry)) throw new Error('out/main/index.js is missing: run `npm run build` first.')
    const standIn = resolve('tests/electron-stand-in/electron.ts')
    registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? { url: pathToFileURL(standIn).href, format: 'module-typescript', shortCircuit: true } : next(specifier, context)) })
    mkdirSync(join(userData, 'data'))
    process.env['STAND_IN_USER_DATA'] = join(userData, 'data')
    process.argv = [...startedWith.slice(0, 2), '--library', join(userData, 'library')]
    electron = load(standIn) as StandIn
    await electron.launch(pathToFileURL(entry).href)
    await vi.waitUntil(() => electron.asked.windows.length + electron.asked.errorBoxes.length > 0, { timeout: 30_000 })
  })
  afterAll(() => {
    process.argv = startedWith
    rmSync(userData, { recursive: true, force: true })
  })

  const window = () => {
    const [first] = electron.asked.windows
    if (first === undefined) throw new Error('No window was opened.')
    return first
  }
  /** The message by which a preload asks for a port, from a frame at an address. */
  const askForPort = (frame: unknown) => {
    const { webContents } = window()
    const before = webContents.received.length
    electron.ipcMain.emit(CONNECT_MESSAGE, { sender: webContents, senderFrame: frame })
    return webContents.received.slice(before)
  }

  it('opens a sandboxed, isolated window without Node on its own page', () => {
    expect(window().options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false })
    expect(window().options.webPreferences.preload).toBe(resolve('out/preload/index.cjs'))
    expect(window().url).toBe('app://lectern/index.html')
    expect(electron.asked.sandboxed).toBe(true)
  })

  it('shows the window only when its page is ready', () => {
    expect(window().visible).toBe(false)
    window().emit('ready-to-show')
    expect(window().visible).toBe(true)
  })

  it('registers its scheme as standard and secure before the app is ready', () => {
    expect(electron.asked.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true } }])
  })

  it('serves the page with the policy, and nothing outside the renderer', async () => {
    const serve = electron.asked.protocols.get('app')
    const page = await serve?.(new Request('app://lectern/index.html'))
    expect(page?.status).toBe(200)
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page?.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await page?.text()).toContain('<script type="module"')
    for (const address of ['app://lectern/%2e%2e%2fmain%2findex.js', 'app://lectern/..%2f..%2fpackage.json', 'app://other/index.html']) expect((await serve?.(new Request(address)))?.status).toBe(404)
  })

  it('keeps every request but its own from leaving', () => {
    const answers: boolean[] = []
    for (const url of ['app://lectern/a.js', 'blob:app://lectern/1', 'https://example.com', 'file:///etc/passwd', 'ws://127.0.0.1:1']) electron.session.defaultSession.beforeRequest({ url }, ({ cancel }) => answers.push(cancel))
    expect(answers).toEqual([false, false, true, true, true])
  })

  it('grants copying, the full screen and the place of the projector’s screen, and no other permission or device', () => {
    const { permissionRequest, permissionCheck, device } = electron.session.defaultSession
    for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'unknown']) {
      let granted = true
      permissionRequest(null, permission, (given: boolean) => (granted = given))
      expect([granted, permissionCheck(null, permission)]).toEqual([false, false])
    }
    for (const permission of ['clipboard-sanitized-write', 'fullscreen', 'window-management']) {
      let granted = false
      permissionRequest(null, permission, (given: boolean) => (granted = given))
      expect([granted, permissionCheck(null, permission)]).toEqual([true, true])
    }
    expect(device()).toBe(false)
  })

  it('lets our page open the window for the audience, an empty one, and nobody else', () => {
    const { webContents } = window()
    const asked = (url: string, frameName: string) => webContents.windowOpenHandler?.({ url, frameName })?.action
    expect([asked('about:blank', 'lectern-audience'), asked('about:blank', ''), asked('https://example.com/', 'lectern-audience')]).toEqual(['allow', 'deny', 'deny'])
    webContents.mainFrame.url = 'https://example.com/'
    expect(asked('about:blank', 'lectern-audience')).toBe('deny')
    webContents.mainFrame.url = 'app://lectern/index.html'
  })

  it('denies new windows, navigation away, redirects and webviews', () => {
    const { webContents } = window()
    expect(webContents.windowOpenHandler?.({ url: 'app://lectern/index.html', frameName: '' })).toEqual({ action: 'deny' })
    const held = (name: string, url: string): boolean => {
      let prevented = false
      webContents.emit(name, { url, preventDefault: () => (prevented = true) })
      return prevented
    }
    expect([held('will-navigate', 'https://example.com/'), held('will-navigate', 'app://lectern/index.html'), held('will-redirect', 'app://lectern/'), held('will-attach-webview', '')]).toEqual([true, false, true, true])
  })

  it('lets only blobs of its own page be saved', () => {
    const held: string[] = []
    for (const url of ['blob:app://lectern/1', 'blob:https://example.com/1', 'https://example.com/x.exe']) electron.session.defaultSession.emit('will-download', { preventDefault: () => held.push(url) }, { getURL: () => url })
    expect(held).toEqual(['blob:https://example.com/1', 'https://example.com/x.exe'])
  })

  it('has a menu in the system’s language with accelerators and without reload', () => {
    const items = electron.asked.menu?.template.flatMap((menu) => menu.submenu ?? []) ?? []
    expect(electron.asked.menu?.template.map(({ label }) => label)).toEqual(process.platform === 'darwin' ? ['Lectern', '文件', '编辑', '显示', '窗口'] : ['文件', '编辑', '显示', '窗口', '帮助'])
    expect(items).toContainEqual(expect.objectContaining({ role: 'undo', label: '撤销', accelerator: 'CmdOrCtrl+Z' }))
    expect(items.map(({ role }) => role)).not.toContain('reload')
    expect(items.map(({ role }) => role)).not.toContain('toggleDevTools')
  })

  it('gives no port to a frame inside the page, a page elsewhere, or a frame that is gone', () => {
    expect(askForPort({ url: 'app://lectern/index.html' })).toEqual([])
    window().webContents.mainFrame.url = 'https://example.com/'
    expect(askForPort(window().webContents.mainFrame)).toEqual([])
    window().webContents.mainFrame.url = 'app://lectern/index.html'
    expect(askForPort(null)).toEqual([])
  })

  it('gives its own page a port, and the engine in the utility process answers over it', async () => {
    const [answer] = askForPort(window().webContents.mainFrame)
    expect(answer?.channel).toBe(PORT_MESSAGE)
    const port = answer?.ports[0]
    if (port === undefined) throw new Error('No port came.')
    const engine: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }))
    port.start()
    const state = await engine.app.state()
    expect(state).toMatchObject({ version: '0.0.0-stand-in', libraryName: 'library', counts: { materials: 0 }, runtime: { host: 'utility-process' } })
    expect(electron.asked.forks.map(({ file }) => file)).toEqual([resolve('out/main/engine.js')])
    port.close()
  })

  it('asks for a folder with the system’s own dialog', async () => {
    const [answer] = askForPort(window().webContents.mainFrame)
    const port = answer?.ports[0]
    if (port === undefined) throw new Error('No port came.')
    const engine: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }))
    port.start()
    expect(await engine.folders.choose({ title: '选择文件夹', from: userData })).toEqual({ dialog: true, path: userData })
    expect(electron.asked.openDialogs).toMatchObject([{ title: '选择文件夹', properties: ['openDirectory', 'createDirectory'] }])
    port.close()
  })

  it('shows a folder that packs were written to, no other and no file, and says when the system would not', async () => {
    const [answer] = askForPort(window().webContents.mainFrame)
    const port = answer?.ports[0]
    if (port === undefined) throw new Error('No port came.')
    const engine: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }))
    port.start()
    const { id } = await engine.talks.create({ title: '示例', format: 'policy+case', audience: '', minutes: 10, language: 'zh-CN' })
    const school = await engine.schools.add({ school: SchoolDraft.parse({ name: '示例小学' }) })
    const [packs, stuck, other] = [join(userData, '宣讲包'), join(userData, 'stuck'), join(userData, 'library')]
    for (const to of [packs, stuck]) for await (const _event of await engine.packs.make({ talkId: id, schools: [school.id], kinds: ['markdown'], to }));
    const refusal = (path: string) => engine.folders.open({ path }).then(() => null, (error: { code?: string; data?: { code?: string } }) => error.data?.code ?? error.code)
    expect(await Promise.all([packs, stuck, other, join(packs, 'index.html'), join(packs, 'none')].map(refusal))).toEqual([null, 'folder-not-opened', 'folder-not-opened', 'folder-gone', 'folder-gone'])
    expect(electron.asked.openedPaths.toSorted()).toEqual([packs, stuck].toSorted())
    port.close()
  })

  it('serves a film or a sound of the library in pieces, and nothing else of it', async () => {
    const [answer] = askForPort(window().webContents.mainFrame)
    const port = answer?.ports[0]
    if (port === undefined) throw new Error('No port came.')
    const engine: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }))
    port.start()
    const sound = wave(2)
    const { hash, media } = await engine.assets.addPicture({ fileName: '声音.wav', content: new Blob([new Uint8Array(sound)]) })
    if (media === undefined) throw new Error('It is no sound.')
    const path = await engine.assets.playedFrom({ hash: media.hash })
    const serve = async (of: string, headers: Record<string, string> = {}) => {
      const response = await electron.asked.protocols.get('app')?.(new Request(`app://lectern${of}`, { headers }))
      return { status: response?.status, range: response?.headers.get('content-range'), bytes: Buffer.from(new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer(0))) }
    }
    const size = sound.byteLength
    expect(await serve(path)).toEqual({ status: 200, range: null, bytes: Buffer.from(sound) })
    expect(await serve(path, { range: 'bytes=44-53' })).toEqual({ status: 206, range: `bytes 44-53/${size}`, bytes: Buffer.from(sound.subarray(44, 54)) })
    expect(await serve(path, { range: `bytes=${size}-` })).toMatchObject({ status: 416, range: `bytes */${size}` })
    expect(await serve(path, { range: 'bytes=0-1', 'if-range': '"other"' })).toMatchObject({ status: 200 })
    // What stands for it is a picture, which goes over the port.
    expect((await Promise.all([`/media/${hash}`, `/media/${'0'.repeat(64)}`, '/media/x'].map((of) => serve(of)))).map(({ status }) => status)).toEqual([404, 404, 404])
    port.close()
  })

  it('prints in windows that nobody sees, without preload or port, and closes them', async () => {
    const [answer] = askForPort(window().webContents.mainFrame)
    const port = answer?.ports[0]
    if (port === undefined) throw new Error('No port came.')
    const engine: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port, customJsonSerializers: [eventBytes] }))
    port.start()
    const talk = await engine.talks.create({ title: '示例', format: 'policy+case', audience: '', minutes: 10, language: 'zh-CN' })
    let files: readonly ExportedFile[] = []
    for await (const event of await engine.talks.export({ id: talk.id, kinds: ['slides-pdf', 'slides-png'] })) if (event.type === 'finished') files = event.files
    const [, pdfWindow, pngWindow, ...others] = electron.asked.windows
    expect(others).toEqual([])
    for (const printing of [pdfWindow!, pngWindow!]) {
      expect(printing).toMatchObject({ url: 'app://lectern/print.html', visible: false, destroyed: true })
      expect(printing.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
      expect(printing.options.webPreferences.preload).toBeUndefined()
      expect(printing.webContents.evaluated[0]).toContain('"title":"示例"')
    }
    expect(files.map(({ name }) => name)).toEqual(['slides.pdf', 'slide-01.png', 'slide-02.png'])
    const contents = await Promise.all(files.map(async ({ content }) => JSON.parse(Buffer.from(await content.arrayBuffer()).toString()) as object))
    expect(contents[0]).toMatchObject({ preferCSSPageSize: true, generateTaggedPDF: true })
    expect(contents[1]).toMatchObject({ method: 'Page.captureScreenshot', clip: { width: 1280, height: 720, scale: 1.5 } })
    port.close()
  })

  it('brings the window forward when the program is started again', () => {
    const before = window().focused
    electron.app.emit('second-instance')
    expect(window().focused).toBe(before + 1)
  })

  it('remembers where the window was', () => {
    window().emit('close')
    expect(JSON.parse(readFileSync(join(userData, 'data', 'window.json'), 'utf8'))).toEqual({ x: 10, y: 20, width: 1000, height: 700, maximized: false })
  })

  it('closes the library before it quits', async () => {
    electron.app.emit('window-all-closed')
    expect(electron.asked.exitCode).toBeNull()
    await expect.poll(() => electron.asked.exitCode, { timeout: 30_000 }).toBe(0)
    // The checkpoint of a proper close leaves everything in one file.
    expect(existsSync(join(userData, 'library', 'library.db-wal'))).toBe(false)
  })
})
