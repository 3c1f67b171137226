import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

/** @param {string} name @returns {string | null} */
function onPath(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null
}

const macBrowsers = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
const windowsBrowsers = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)']].flatMap((folder) => (folder === undefined ? [] : [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'), join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')]))

/** A Chromium to run component and end-to-end tests in. @returns {string | null} */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined) return existsSync(named) ? named : null
  const known = { darwin: macBrowsers, win32: windowsBrowsers }[/** @type {string} */ (process.platform)] ?? []
  return [...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(onPath), ...known].find((file) => file !== null && existsSync(file)) ?? null
}

const hasChineseFont = () => {
  if (process.platform !== 'linux') return true
  const listed = spawnSync('fc-list', [':family=Noto Sans CJK SC', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

/** What the tests use of the system, and the Debian packages that bring it. */
const tools = [
  { name: 'Chromium', packages: ['chromium'], present: () => findChromium() !== null },
  { name: 'LibreOffice', packages: ['libreoffice-writer', 'libreoffice-impress'], present: () => onPath('soffice') !== null },
  { name: 'pdftoppm', packages: ['poppler-utils'], present: () => onPath('pdftoppm') !== null },
  { name: 'Noto Sans CJK', packages: ['fonts-noto-cjk', 'fontconfig'], present: hasChineseFont },
]

/** How apt can be used here: as root, through sudo without a password, or not at all. @returns {string[] | null} */
function aptCommand() {
  if (onPath('apt-get') === null) return null
  if (process.getuid?.() === 0) return ['apt-get']
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', 'apt-get'] : null
}

/**
 * Installs the system's parts of the tests where its package manager can give them.
 * @returns {Promise<string[]>} names of what is still missing
 */
export async function ensureTestTools() {
  const missing = tools.filter((tool) => !tool.present())
  const apt = missing.length > 0 ? aptCommand() : null
  if (apt !== null) {
    const [program = 'apt-get', ...rest] = apt
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    console.log(`Installing for the tests: ${missing.map(({ name }) => name).join(', ')}`)
    await run(program, [...rest, 'update', '-q'], { env })
    // One by one: a package that this system does not have must not keep the others away.
    for (const { packages } of missing) await run(program, [...rest, 'install', '-y', '-q', '--no-install-recommends', ...packages], { env })
  }
  return tools.filter((tool) => !tool.present()).map(({ name }) => name)
}
