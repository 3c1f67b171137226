/** The second door: the same app in a window of the computer's own browser, for machines without Electron. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { failureOf } from '../shared/contract/failure'
import { LecternError } from '../shared/outcome'
import { Access } from './host/access'
import { openAppWindow, type AppWindow } from './host/app-window'
import { startEngineWorker } from './host/engine-worker'
import { findBrowser, hasDisplay } from './host/find-browser'
import { libraryFolder } from './host/library-folder'
import { startLoopbackServer } from './host/loopback-server'
import { packageVersion } from './host/package-version'
import { systemLanguage } from './host/system-language'

const language = systemLanguage()
const say = (zh: string, en: string): void => console.error(language === 'zh-CN' ? zh : en)

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { library: { type: 'string' }, 'no-open': { type: 'boolean', default: false }, create: { type: 'boolean', default: false } } })
  const engine = await startEngineWorker(new URL('./engine.js', import.meta.url), {
    folder: libraryFolder(values.library),
    create: values.create,
    version: packageVersion(new URL('../../package.json', import.meta.url)),
  })
  const access = new Access()
  const server = await startLoopbackServer({ root: fileURLToPath(new URL('../renderer/', import.meta.url)), access, connect: () => engine.connect(), findMedium: engine.findMedium })
  const address = `${server.origin}/#token=${access.token}`
  let window: AppWindow | null = null

  let ending: Promise<void> | null = null
  const end = (code: number): Promise<void> =>
    (ending ??= (async () => {
      await window?.close()
      await server.close()
      await engine.close()
      process.exitCode = code
    })())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  const whenEngineEnds = async (): Promise<void> => {
    const code = await engine.ended
    if (ending !== null) return
    say('讲台的后台意外停止了，已保存的内容不受影响。请重新启动。', 'Lectern’s engine stopped unexpectedly. What was saved is safe; please start it again.')
    await end(code === 0 ? 1 : code)
  }
  void whenEngineEnds()
  let cannotOpen = false
  // A window that is open by then says so, too.
  engine.opened.catch((error: unknown) => {
    cannotOpen = true
    tell(error)
  })

  const printAddress = (): void => {
    access.allowReuse()
    console.log(`Lectern ${address}`)
    engine.opened.catch(() => void end(1))
  }
  const browser = values['no-open'] ? null : findBrowser()
  if (browser === null || !hasDisplay()) {
    if (!values['no-open']) {
      if (browser === null) say('没有找到 Chromium、Chrome 或 Edge，请用浏览器打开下面的地址：', 'No Chromium, Chrome or Edge was found; please open this address in a browser:')
      else say('这里没有可以显示窗口的屏幕，请用浏览器打开下面的地址：', 'There is no display for a window here; please open this address in a browser:')
    }
    printAddress()
    return
  }
  window = await openAppWindow(browser, address)
  await window.ended
  if (ending !== null) return
  if (access.used) return end(cannotOpen ? 1 : 0)
  say('浏览器窗口没能打开，请用浏览器打开下面的地址：', 'The browser’s window did not open; please open this address in a browser:')
  printAddress()
}

/** What went wrong, in a sentence. */
const tell = (error: unknown): void => (error instanceof LecternError ? console.error(error.localized[language]) : console.error(failureOf(error).message[language], error))

run().catch((error: unknown) => {
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) console.error(error.message)
  else tell(error)
  process.exitCode = error instanceof LecternError ? 1 : 2
})
