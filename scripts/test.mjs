/**
 * `npm test`: installs what the tests need, then builds, lints, checks types and runs every test. The last line sums up all stages as
 * `N passed, N failed, N skipped`; lint, types and build count as one each, whatever is skipped says why, and what passed at the second try only is named.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { ensureBuilt } from './machine/build.mjs'
import { electronProgram } from './machine/electron.mjs'
import { checkNode, projectNode } from './machine/node.mjs'
import { ensurePackages, packageProgram } from './machine/packages.mjs'
import { at, root } from './machine/places.mjs'
import { run } from './machine/run.mjs'
import { runScript, Stop } from './machine/sentence.mjs'
import { ensureTestTools, findChromium } from './machine/test-tools.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number, reasons: string[], flaky?: string[] }} Counts */

/** @type {Record<string, Counts>} */
const results = {}
const heading = (/** @type {string} */ name) => console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)

/** One check that passes or fails as a whole. @param {string} name @param {() => Promise<number>} check */
async function step(name, check) {
  heading(name)
  const code = await check()
  results[name] = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, reasons: [] }
}

/** @param {string} name @param {string} reason */
function skip(name, reason) {
  heading(name)
  console.log(`skipped: ${reason}`)
  results[name] = { passed: 0, failed: 0, skipped: 1, reasons: [reason] }
}

/**
 * A test runner that writes its counts to a file through a reporter of ours; a run that ends without them, or fails without saying so, is a failure.
 * @param {string} name @param {readonly string[]} args
 */
async function suite(name, args) {
  heading(name)
  const file = at('.cache', 'counts', `${name.replaceAll(/\W+/g, '-')}.json`)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const code = await run(projectNode(), args, { cwd: root, env: { ...env(), LECTERN_COUNTS: file } })
  /** @type {Counts} */
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0, reasons: [`${name} ended without a result`] }
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  results[name] = counts
}

/** Children find the project's Node first, and the Chromium that was found or installed. @returns {NodeJS.ProcessEnv} */
function env() {
  const chromium = findChromium()
  const folder = dirname(projectNode())
  const path = `${folder}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`
  return { ...process.env, PATH: path, ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }) }
}

const node = (/** @type {string} */ program, /** @type {readonly string[]} */ args) => () => run(projectNode(), [packageProgram(program), ...args], { cwd: root, env: env() })

await runScript(async () => {
  checkNode()
  await ensurePackages()
  const missing = await ensureTestTools()
  const vitest = packageProgram('vitest/vitest.mjs')
  const counting = ['--reporter=default', '--reporter=./tests/reporters/vitest-counts.ts']

  await step('build', () => ensureBuilt().then(() => 0, refused))
  await step('lint', node('oxlint/bin/oxlint', ['--type-aware', 'src', 'tests', 'scripts']))
  await step('types', node('typescript/bin/tsc', ['--build']))
  await suite('unit', [vitest, 'run', '--project', 'unit', ...counting])
  if (missing.includes('Chromium')) {
    skip('components', 'no Chromium, Chrome or Edge, and this system’s package manager could not give one')
    skip('end to end, in a browser', 'no Chromium, Chrome or Edge, and this system’s package manager could not give one')
  } else {
    await suite('components', [vitest, 'run', '--project', 'components', ...counting])
    await endToEnd('browser')
  }
  if (electronProgram() === null) skip('end to end, in Electron', 'Electron’s runtime is not on this computer')
  else await endToEnd('electron')
  return summary(missing)
})

/** @param {'browser' | 'electron'} door */
async function endToEnd(door) {
  const name = door === 'browser' ? 'end to end, in a browser' : 'end to end, in Electron'
  const present = existsSync(at('tests', 'e2e')) && readdirSync(at('tests', 'e2e')).some((file) => file.endsWith('.spec.ts'))
  if (present) await suite(name, [packageProgram('@playwright/test/cli.js'), 'test', '--project', door])
  else skip(name, 'there are no end-to-end tests in tests/e2e')
}

/** @param {unknown} error */
function refused(error) {
  console.error(error instanceof Stop ? error.message : error)
  return 1
}

/** @param {readonly string[]} missing */
function summary(missing) {
  heading('summary')
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const [name, { passed, failed, skipped, reasons, flaky = [] }] of Object.entries(results)) {
    console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`)
    for (const reason of reasons) console.log(`  skipped: ${reason}`)
    for (const test of flaky) console.log(`  passed at the second try: ${test}`)
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  if (missing.length > 0) console.log(`Not on this computer, and not to be had from its package manager: ${missing.join(', ')}`)
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  return total.failed === 0 ? 0 : 1
}
