import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** The scripts are plain JavaScript, because Node 20 has to run them before anything is installed; here they get their types. */
const script = <T>(name: string): Promise<T> => import(/* @vite-ignore */ pathToFileURL(resolve('scripts/machine', name)).href) as Promise<T>
const { isAtLeast } = await script<{ isAtLeast: (version: string, least: readonly [number, number]) => boolean }>('node.mjs')
const { packagesAreCurrent } = await script<{ packagesAreCurrent: (folder: string) => boolean }>('packages.mjs')
const { electronProgram } = await script<{ electronProgram: (env: NodeJS.ProcessEnv) => string | null }>('electron.mjs')

describe('the Node that is asked for', () => {
  it.each([
    ['22.12.0', true],
    ['22.11.9', false],
    ['23.0.0', true],
    ['20.20.2', false],
    ['100.0.0', true],
  ])('%s is at least 22.12: %s', (version, expected) => {
    expect(isAtLeast(version, [22, 12])).toBe(expected)
  })
})

describe('whether packages have to be installed', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-packages-'))
    mkdirSync(join(folder, 'node_modules'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const wanted = (packages: object) => writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }))
  const installed = (packages: object) => writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))

  it('yes, when there are none', () => {
    wanted({})
    expect(packagesAreCurrent(folder)).toBe(false)
  })
  it('no, when they are those of the lock file', () => {
    wanted({ 'node_modules/a': { version: '1.0.0' } })
    installed({ 'node_modules/a': { version: '1.0.0' } })
    expect(packagesAreCurrent(folder)).toBe(true)
  })
  it('yes, when one has another version or is missing', () => {
    wanted({ 'node_modules/a': { version: '1.0.1' } })
    installed({ 'node_modules/a': { version: '1.0.0' } })
    expect(packagesAreCurrent(folder)).toBe(false)
    installed({})
    expect(packagesAreCurrent(folder)).toBe(false)
  })
  it('no, when only a package for another platform is missing', () => {
    wanted({ 'node_modules/fsevents': { version: '2.0.0', optional: true } })
    installed({})
    expect(packagesAreCurrent(folder)).toBe(true)
  })
})

describe('where Electron’s program is', () => {
  it('is what ELECTRON_EXEC_PATH says, when that is there', () => {
    expect(electronProgram({ ELECTRON_EXEC_PATH: process.execPath })).toBe(process.execPath)
    expect(electronProgram({ ELECTRON_EXEC_PATH: '/nowhere/electron' })).toBeNull()
  })
  it('is nowhere, when the named distribution is not there', () => {
    expect(electronProgram({ ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })).toBeNull()
  })
})
