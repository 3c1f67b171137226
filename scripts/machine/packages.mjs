import { existsSync, readFileSync } from 'node:fs'
import { at, root } from './places.mjs'
import { run } from './run.mjs'
import { sentence, Stop } from './sentence.mjs'

/**
 * Are the packages on disk those of the lock file? npm writes what it installed to `node_modules/.package-lock.json`; packages for other
 * platforms are missing from it by right.
 * @param {string} [folder]
 */
export function packagesAreCurrent(folder = root) {
  const installedFile = `${folder}/node_modules/.package-lock.json`
  if (!existsSync(installedFile)) return false
  const wanted = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => path === '' || (installed[path] ? installed[path].version === entry.version : entry.optional === true || entry.devOptional === true))
}

/** Installs what the lock file says, when it is not there. @param {{ quiet?: boolean }} [options] */
export async function ensurePackages({ quiet = false } = {}) {
  if (packagesAreCurrent()) return
  console.error(sentence('正在安装需要的组件……', 'Installing the packages this project needs…'))
  const npm = process.env['npm_execpath']
  const args = ['ci', '--no-fund', '--no-audit', '--loglevel=error']
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = quiet ? ['ignore', 2, 2] : 'inherit'
  // npm names its own script when it runs ours; without npm around us its command is found on the PATH, on Windows through a shell.
  const code = npm !== undefined && /\.c?js$/.test(npm) ? await run(process.execPath, [npm, ...args], { cwd: root, stdio }) : await run('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' })
  if (code !== 0 || !packagesAreCurrent()) throw new Stop(sentence('没能装好需要的组件（npm ci 失败，原因见上）；请检查网络后再试。', 'The packages could not be installed (npm ci failed, see above); please check the network and try again.'))
}

/** A package's program, to be run with Node. @param {string} path inside node_modules */
export const packageProgram = (path) => at('node_modules', ...path.split('/'))
