/**
 * `npm start`: installs what is missing, builds what is stale, and opens Lectern — in Electron where its runtime is or can be fetched, else in a
 * window of the computer's own browser, else at a printed address. Options (`--library DIR`, `--no-open`) go to the door; `--browser` asks for
 * the browser door.
 */
import { ensureBuilt } from './machine/build.mjs'
import { electronProgram, fetchElectron } from './machine/electron.mjs'
import { checkNode, projectNode } from './machine/node.mjs'
import { ensurePackages } from './machine/packages.mjs'
import { at, root } from './machine/places.mjs'
import { run } from './machine/run.mjs'
import { runScript, sentence } from './machine/sentence.mjs'

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])

await runScript(async () => {
  checkNode()
  await ensurePackages()
  await ensureBuilt()
  const args = process.argv.slice(2)
  const wantsBrowser = args.includes('--browser') || args.includes('--no-open')
  const cwd = process.env['INIT_CWD'] ?? process.cwd()
  const electron = wantsBrowser || !hasDisplay ? null : (electronProgram() ?? (await fetchElectron()))
  if (electron !== null) {
    // Chromium's sandbox refuses to run as root.
    return run(electron, [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args], { cwd })
  }
  if (!wantsBrowser && hasDisplay) console.error(sentence('这里没有 Electron 的运行环境，改用本机的浏览器打开。', 'Electron’s runtime is not available here, so Lectern opens in this computer’s own browser.'))
  return run(projectNode(), [at('out', 'main', 'browser-host.js'), ...args.filter((arg) => arg !== '--browser')], { cwd })
})
