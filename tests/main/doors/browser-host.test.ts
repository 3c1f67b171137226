import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const program = resolve('out/main/browser-host.js')

/** A started host with what it has printed so far. */
class Host {
  out = ''
  err = ''
  readonly ended: Promise<number | null>
  readonly #child: ChildProcess
  #heard = () => {}

  constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
    this.#child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child.stdout?.on('data', (chunk) => {
      this.out += String(chunk)
      this.#heard()
    })
    this.#child.stderr?.on('data', (chunk) => (this.err += String(chunk)))
    this.ended = new Promise((done) => this.#child.once('close', (code) => done(code)))
  }

  /** The printed address. */
  address(): Promise<string> {
    return new Promise((done, fail) => {
      this.#heard = () => {
        const found = /^Lectern (http:\S+)$/m.exec(this.out)?.[1]
        if (found !== undefined) done(found)
      }
      this.#heard()
      void this.ended.then((code) => fail(new Error(`It ended with ${code}: ${this.err}`)))
    })
  }

  stop(): Promise<number | null> {
    this.#child.kill('SIGTERM')
    return this.ended
  }
}

describe.skipIf(process.platform === 'win32')('the browser host, built (its stand-in for a browser is a script, which Windows cannot start)', () => {
  let folder: string
  let hosts: Host[]
  beforeEach(() => {
    if (!existsSync(program)) throw new Error('out/main/browser-host.js is missing: run `npm run build` first.')
    folder = mkdtempSync(join(tmpdir(), 'lectern-host-'))
    hosts = []
  })
  afterEach(async () => {
    await Promise.all(hosts.map((host) => host.stop()))
    rmSync(folder, { recursive: true, force: true })
  })

  const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Host => {
    const host = new Host(['--library', join(folder, 'library'), ...args], env)
    hosts.push(host)
    return host
  }
  /** A program in the place of the browser: notes its arguments, then does something with the address, then ends. */
  const browser = (deed: string): NodeJS.ProcessEnv => {
    const file = join(folder, 'browser.mjs')
    writeFileSync(
      file,
      `#!${process.execPath}\nimport { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(join(folder, 'arguments'))}, JSON.stringify(process.argv.slice(2)))\nconst address = new URL(process.argv.find((word) => word.startsWith('--app=')).slice(6))\n${deed}\n`,
    )
    chmodSync(file, 0o755)
    return { LECTERN_BROWSER: file, DISPLAY: ':none' }
  }
  const swapsItsToken = `await fetch(address.origin + '/session', { method: 'POST', headers: { origin: address.origin }, body: new URLSearchParams(address.hash.slice(1)).get('token') })`
  const argumentsOfBrowser = (): string[] => JSON.parse(readFileSync(join(folder, 'arguments'), 'utf8')) as string[]

  it('prints its address in one line with --no-open, and ends well when told to', async () => {
    const host = start(['--no-open'])
    expect(await host.address()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{32}$/)
    expect(await host.stop()).toBe(0)
    expect(host.out.trim().split('\n')).toHaveLength(1)
    expect(host.err).toBe('')
    expect(existsSync(join(folder, 'library', 'library.db-wal'))).toBe(false)
  })

  it('opens a window of its own profile and ends when the window is closed', async () => {
    const host = start([], browser(swapsItsToken))
    expect(await host.ended).toBe(0)
    const words = argumentsOfBrowser()
    expect(words).toContainEqual(expect.stringMatching(/^--app=http:\/\/127\.0\.0\.1:\d+\/#token=/))
    const profile = words.find((word) => word.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length) ?? ''
    expect(profile).toContain('lectern-window-')
    expect(existsSync(profile)).toBe(false)
    expect(host.out).toBe('')
  })

  it('prints the address when the browser ends without having opened the page', async () => {
    const host = start([], browser(''))
    await host.address()
    expect(host.err).toContain('did not open')
  })

  it('prints the address where there is no display, and says why', async () => {
    const host = start([], { ...browser(''), DISPLAY: '' })
    await host.address()
    expect(host.err).toContain('no display')
    expect(existsSync(join(folder, 'arguments'))).toBe(false)
  })

  it('says in the user’s language that no browser was found', async () => {
    const host = start([], { LECTERN_BROWSER: join(folder, 'none'), DISPLAY: ':none', LANG: 'zh_CN.UTF-8' })
    await host.address()
    expect(host.err).toContain('没有找到')
  })

  it('refuses a library that another program has open, with one sentence', async () => {
    await start(['--no-open']).address()
    const second = start(['--no-open'])
    expect(await second.ended).toBe(1)
    expect(second.out).toBe('')
    expect(second.err.trim().split('\n')).toHaveLength(1)
  })

  it('refuses an option it does not know', async () => {
    expect(await start(['--frob']).ended).toBe(2)
  })
})
