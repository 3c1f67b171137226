import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { projectNode } from './node.mjs'
import { packageProgram } from './packages.mjs'
import { at, root } from './places.mjs'
import { run } from './run.mjs'
import { sentence, Stop } from './sentence.mjs'

const inputs = ['src', 'resources', 'package-lock.json', 'package.json', 'electron.vite.config.ts', 'third-party-notices.ts', 'tsconfig.base.json']
const stampFile = at('out', '.sources')
const outputs = ['out/main/index.js', 'out/main/browser-host.js', 'out/main/cli.js', 'out/main/engine.js', 'out/main/reader.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Every file that a build reads, in a stable order; hidden folders are somebody's scratch. @param {string} path @returns {string[]} */
function filesIn(path) {
  if (!existsSync(at(path))) return []
  const entries = readdirSync(at(path), { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  return entries
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .filter((file) => !/[\\/]\./.test(file.slice(root.length)))
    .sort()
}

/** A hash of names and contents: times of files mean nothing after a checkout. */
function sourcesHash() {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of /\.[a-z]+$/.test(input) ? [at(input)] : filesIn(input)) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

export const isBuilt = () => outputs.every((file) => existsSync(at(file))) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesHash()

/**
 * Builds when the sources are not those of the last build.
 * @param {{ quiet?: boolean }} [options] quiet keeps standard output free: what the build has to say goes to standard error
 */
export async function ensureBuilt({ quiet = false } = {}) {
  if (isBuilt()) return
  console.error(sentence('正在构建……', 'Building…'))
  const hash = sourcesHash()
  const code = await run(projectNode(), [packageProgram('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', quiet ? 'error' : 'warn'], { cwd: root, stdio: quiet ? ['ignore', 2, 2] : 'inherit' })
  if (code !== 0) throw new Stop(sentence('构建没有成功，原因见上。', 'The build failed; see above.'))
  writeFileSync(stampFile, hash)
}
