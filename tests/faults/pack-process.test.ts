/** Packs are made in a process of their own: what becomes of it, and of those who wait for it. */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../src/main/engine/open-engine'
import { openLibrary } from '../../src/main/library/library'
import type { PackTask } from '../../src/main/use-cases/packs/pack-task'
import { indexNames } from '../../src/shared/packs/pack-names'
import { fillWithSchools, packTask } from '../builders/packs-in-library'
import { aFolder, anEnvironment } from '../main/library/a-library'
import { buildChild, startChild } from './child-process'

const SCHOOLS = 60
const CEILING = 120_000
const [taskFile, packFile] = [resolve('out/main/task.js'), resolve('out/main/pack.js')]
const isLinux = process.platform === 'linux'

/** Processes that the threads of one have started. */
const childrenOf = (pid: number): readonly number[] => readdirSync(`/proc/${pid}/task`).flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter((one) => one !== '').map(Number))
const commandOf = (pid: number): string => (existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'latin1') : '')
/** The process that `pid` makes packs in. */
const packerOf = (pid: number): number => childrenOf(pid).find((child) => commandOf(child).includes('task.js')) ?? Number.NaN
/** How much each thread of a process gives way, by its name: field 19 of its state (man proc). */
const nicenessOf = (pid: number): readonly number[] => readdirSync(`/proc/${pid}/task`).map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/stat`, 'latin1').replace(/^.*\) /, '').split(' ')[16]))

const withEngine = async (folder: string, deed: (make: (to: string, signal?: AbortSignal, watch?: (done: number) => void) => Promise<unknown>, engine: ReturnType<typeof openEngine>) => Promise<void>): Promise<void> => {
  const engine = openEngine({ folder, version: '0.1.0', host: 'command-line', readerFile: '', checkerFile: '', starterFolder: '', dataFolder: `${folder}-data`, taskFile, packFile })
  try {
    const { library, works } = engine.context
    const [{ id } = { id: null }] = library.talks.list()
    const task = (to: string): PackTask => packTask({ id, markdown: library.talks.get(id!).markdown }, library.schools.list(), to, { threads: 2, packFile })
    await deed((to, signal, watch = () => undefined) => works.run('makePacks', task(to), { ...(signal && { signal }), watch }), engine)
  } finally {
    engine.close()
  }
}
const unfinished = (to: string): readonly string[] => readdirSync(to).filter((name) => !name.startsWith('index.') && readdirSync(join(to, name)).length !== 5)

describe('the process that packs are made in', () => {
  const home = aFolder()
  const folder = join(home.path, 'library')
  let talk = ''
  beforeAll(() => {
    for (const file of [taskFile, packFile]) if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run build\` first.`)
    const library = openLibrary(folder, anEnvironment())
    talk = fillWithSchools(library, SCHOOLS).talk.id ?? ''
    library.close()
  })
  afterAll(() => home.remove())

  it('hears that it is to stop, and leaves whole packs only', async () => {
    const to = join(home.path, 'stopped')
    await withEngine(folder, async (make) => {
      const stop = new AbortController()
      const run = make(to, stop.signal, (done) => done > 0 && stop.abort())
      await expect(run).rejects.toMatchObject({ code: 'cancelled' })
    })
    expect(unfinished(to)).toEqual([])
    expect(readdirSync(to).length).toBeLessThan(SCHOOLS)
  }, CEILING)

  it.skipIf(!isLinux)('lets all others come first, with every thread that it has', async () => {
    await withEngine(folder, async (make) => {
      const stop = new AbortController()
      let niceness: readonly number[] = []
      const run = make(join(home.path, 'behind'), stop.signal, (done) => {
        if (done === 0) return
        niceness = nicenessOf(packerOf(process.pid))
        stop.abort()
      })
      await expect(run).rejects.toMatchObject({ code: 'cancelled' })
      // Two that make packs, its first among them, and V8's own.
      expect(niceness.length).toBeGreaterThan(4)
      expect(new Set(niceness)).toEqual(new Set([constants.priority.PRIORITY_LOW]))
    })
  }, CEILING)

  it.skipIf(process.platform === 'win32')('leaves it to the command line what Ctrl+C means, which reaches every process of a terminal', async () => {
    const to = mkdtempSync(join(home.path, 'interrupted-'))
    const command = spawn(process.execPath, [resolve('out/main/cli.js'), 'pack', talk, '--schools', 'all', '--to', to, '--library', folder, '--lang', 'zh-CN'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    command.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    const ended = new Promise<number | null>((done) => command.once('close', done))
    const packs = (): readonly string[] => readdirSync(to).filter((name) => name !== indexNames.unfinished && !name.startsWith('index.'))
    for (let wait = 0; packs().length < 3 && wait < 600; wait++) await pause(50)
    process.kill(-(command.pid ?? Number.NaN), 'SIGINT')
    expect(await ended).toBe(1)
    expect(said).toContain('已经停止，素材库没有改动。')
    expect(readdirSync(to)).not.toContain(indexNames.unfinished)
    expect(unfinished(to)).toEqual([])
  }, CEILING)

  it.skipIf(!isLinux)('may be killed: whoever waits for the packs is told, and the library can be used', async () => {
    await withEngine(folder, async (make, { context }) => {
      const run = make(join(home.path, 'killed'), undefined, (done) => done > 0 && process.kill(packerOf(process.pid), 'SIGKILL'))
      await expect(run).rejects.toThrow('SIGKILL')
      expect(context.library.schools.list()).toHaveLength(SCHOOLS)
      const report = await make(join(home.path, 'killed'))
      expect(report).toMatchObject({ results: { length: SCHOOLS } })
    })
  }, CEILING)

  it.skipIf(!isLinux)('ends with the program that started it, without a word', async () => {
    const to = join(home.path, 'orphaned')
    mkdirSync(to)
    const said = join(home.path, 'said by the orphan')
    const errors = openSync(said, 'w')
    const child = startChild(await buildChild('pack-child'), [folder, to, taskFile, packFile], errors)
    closeSync(errors)
    await child.said((line) => line === 'done 0')
    const packer = packerOf(child.pid)
    expect(packer).toBeGreaterThan(0)
    await child.kill()
    for (let wait = 0; commandOf(packer) !== '' && wait < 100; wait++) await pause(50)
    expect(commandOf(packer)).toBe('')
    expect(readFileSync(said, 'utf8')).toBe('')
  }, CEILING)
})
