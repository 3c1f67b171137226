/**
 * A thousand schools, each with deck, script, handout and quiz of one lecture (`lecture-for-schools.ts`), made by the threads of the built program, with the floor beside it: the same bytes
 * written plainly to the same disk. Fewer without `BENCH_FULL=1`. Packs and single exports run in processes of their own, of the same code (`pack-process.ts`).
 * Exporting for each school separately is the command line, a process for each (`command-line-peer.ts`): there the goal is set. Beside it stand single exports one after another in a process that is
 * warm, with what a run would reach there that did nothing but write the bytes of whole packs.
 * How the window fares meanwhile is measured by `pack-window.bench.ts`.
 */
import { execFile } from 'node:child_process'
import { closeSync, existsSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { taskProcessOptions } from '../../src/main/engine/long-work/task-process'
import { buildChild } from '../faults/child-process'
import { exportByCommand } from './command-line-peer'
import { median } from './contest'
import type { Measured } from './pack-process'

const SCHOOLS = process.env['BENCH_FULL'] === '1' ? 1000 : 150
/** Single exports; the median of them stands for all, so that those that start the program do not count against it. */
const SAMPLE = 15
/** Exports by the command line: every one starts the program anew, so that few tell enough. */
const COMMANDS = 5
const ALL = 'slides,script,handout,quiz'
const packFile = resolve('out/main/pack.js')

const run = promisify(execFile)
const measure = async (program: string, deed: 'packs' | 'alone', schools: number, kinds: string, folder: string): Promise<Measured> => JSON.parse((await run(process.execPath, [...(deed === 'packs' ? taskProcessOptions : []), program, deed, String(schools), kinds, folder])).stdout) as Measured

/** As many files as there are in the packs of a folder, with the bytes of one pack, from which the others differ in a few thousand of three million; one after another, synced at the end. @returns milliseconds, and those of the processor */
function writePlainly(packs: string, to: string): { readonly ms: number; readonly processor: number } {
  const places = readdirSync(packs).filter((name) => !name.startsWith('index.'))
  const [sample = ''] = places
  const files = readdirSync(join(packs, sample)).map((file) => [file, readFileSync(join(packs, sample, file))] as const)
  const [started, before] = [performance.now(), process.cpuUsage()]
  const written: string[] = []
  for (const place of places) {
    mkdirSync(join(to, place), { recursive: true })
    for (const [file, bytes] of files) {
      const path = join(to, place, file)
      const descriptor = openSync(path, 'w')
      writeSync(descriptor, bytes)
      closeSync(descriptor)
      written.push(path)
    }
  }
  for (const path of written) {
    const descriptor = openSync(path, 'r+')
    fdatasyncSync(descriptor)
    closeSync(descriptor)
  }
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - started, processor: (user + system) / 1000 }
}

it(`makes packs for ${SCHOOLS} schools at a fraction of what exporting for each separately costs, and decks near the speed of the disk`, async () => {
  if (!existsSync(packFile)) throw new Error('out/main/pack.js is missing: run `npm run build` first.')
  const program = await buildChild('pack-process', 'bench')
  const home = mkdtempSync(join(tmpdir(), 'lectern-pack-bench-'))
  // Nothing is removed before all is written: ext4 passes over inodes that were freed minutes ago, which whoever writes next would pay for.
  const decks = await measure(program, 'packs', SCHOOLS, 'slides', join(home, 'decks'))
  const floor = writePlainly(join(home, 'decks'), join(home, 'floor'))
  const packs = await measure(program, 'packs', SCHOOLS, ALL, join(home, 'packs'))
  const floorOfPacks = writePlainly(join(home, 'packs'), join(home, 'floor of packs'))
  rmSync(home, { recursive: true })
  mkdirSync(home)
  const alone = await measure(program, 'alone', SAMPLE, ALL, home)
  const commands = await exportByCommand(COMMANDS, ALL, join(home, 'commands'))
  rmSync(home, { recursive: true })

  const each = { packs: packs.ms / SCHOOLS, alone: median(alone.each), command: median(commands) }
  const times = each.command / each.packs
  const warm = each.alone / each.packs
  const toFloor = decks.ms / floor.ms
  const busy = packs.processor / packs.ms
  console.table({
    'a pack of the run': { 'ms each': each.packs, 'processor ms each': packs.processor / SCHOOLS },
    'a full export alone': { 'ms each': each.alone, 'processor ms each': alone.processor / SAMPLE },
    'the command line, a process each': { 'ms each': each.command },
    'a deck of the run': { 'ms each': decks.ms / SCHOOLS, 'processor ms each': decks.processor / SCHOOLS },
    'floor: the bytes of a pack to disk': { 'ms each': floorOfPacks.ms / SCHOOLS, 'processor ms each': floorOfPacks.processor / SCHOOLS },
    'floor: the bytes of a deck to disk': { 'ms each': floor.ms / SCHOOLS, 'processor ms each': floor.processor / SCHOOLS },
  })
  console.log(
    `times as fast as the command line ${times.toFixed(1)} · as warm exports ${warm.toFixed(1)} of ${((each.alone / floorOfPacks.ms) * SCHOOLS).toFixed(1)} at the floor (processor ${((alone.processor / SAMPLE / packs.processor) * SCHOOLS).toFixed(1)} a thread) · decks to floor ${toFloor.toFixed(2)} (processor ${(decks.processor / floor.processor).toFixed(2)}) · memory ${packs.memory.toFixed(0)} MB · threads busy ${busy.toFixed(2)} of ${availableParallelism()}`,
  )
  // All goals are judged, so that one that is missed hides no other.
  expect.soft(times, 'times as fast as exporting for each school separately').toBeGreaterThanOrEqual(25)
  expect.soft(toFloor, 'decks to the floor').toBeLessThanOrEqual(1.6)
  expect.soft(packs.memory, 'megabytes of memory').toBeLessThanOrEqual(300)
  expect.soft(busy / availableParallelism(), 'share of the threads that was busy').toBeGreaterThanOrEqual(0.8)
})
