import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectNode } from './node.mjs'
import { at } from './places.mjs'
import { run } from './run.mjs'

const PROGRAM_BY_PLATFORM = /** @type {Partial<Record<NodeJS.Platform, string>>} */ ({ win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' })
/** A download that has not begun to arrive by then is refused or hopeless; the browser door is there. */
const DOWNLOAD_TIMEOUT = 120_000
/** Once refused, a day passes before it is asked for again: a closed network answers every start alike. */
const RETRY_AFTER = 24 * 60 * 60 * 1000
const refusedFile = at('.cache', 'electron-refused')

/**
 * Electron's program on this computer, or null. Looks at files only: `require('electron')` may begin a download.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function electronProgram(env = process.env) {
  if (env['ELECTRON_EXEC_PATH']) return existsSync(env['ELECTRON_EXEC_PATH']) ? env['ELECTRON_EXEC_PATH'] : null
  const folder = at('node_modules', 'electron')
  const recorded = join(folder, 'path.txt')
  const program = existsSync(recorded) ? readFileSync(recorded, 'utf8') : (PROGRAM_BY_PLATFORM[process.platform] ?? 'electron')
  const path = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), program)
  return existsSync(path) ? path : null
}

/** Fetches Electron's runtime where the network gives it. @returns {Promise<string | null>} its program, or null */
export async function fetchElectron() {
  const refusedAt = existsSync(refusedFile) ? Number(readFileSync(refusedFile, 'utf8')) : 0
  if (Date.now() - refusedAt < RETRY_AFTER) return null
  await run(projectNode(), [at('node_modules', 'electron', 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_TIMEOUT })
  const program = electronProgram()
  if (program === null) {
    mkdirSync(dirname(refusedFile), { recursive: true })
    writeFileSync(refusedFile, String(Date.now()))
  }
  return program
}
