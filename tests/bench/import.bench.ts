/**
 * Throughput of the import over the corpus, beside the parsers alone: officeparser for Office files, pdfjs for PDF, micromark for Markdown. Goal (issue 3): at most 1.5 times as long.
 * Either runs in a process of its own, of a bundle like the one that is shipped, so that neither is measured as Vitest links modules.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildChild } from '../faults/child-process'
import { median } from './contest'
import type { ParserName } from './parser-process'

const folder = process.env['LECTERN_CORPUS'] ?? resolve(import.meta.dirname, '../../../shared/corpus')
const ROUNDS = 9

/** Milliseconds of processor time, which other programs on the machine do not add to; null when the file is refused. */
type Reading = (path: string) => Promise<number | null>

/** The median round of each, the two taking turns at being first; null when either refuses the file. */
const medians = async (own: Reading, peer: Reading, path: string): Promise<{ readonly own: number; readonly peer: number } | null> => {
  const times = { own: [] as number[], peer: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const turn of round % 2 === 0 ? (['own', 'peer'] as const) : (['peer', 'own'] as const)) {
      const time = await (turn === 'own' ? own : peer)(path)
      if (time === null) return null
      times[turn].push(time)
    }
  return { own: median(times.own), peer: median(times.peer) }
}

describe.skipIf(!existsSync(folder))('import over the corpus (skipped where there is none)', () => {
  let [ours, theirs]: ChildProcess[] = []
  beforeAll(async () => {
    const program = await buildChild('parser-process', 'bench')
    const start = () => fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    ;[ours, theirs] = [start(), start()]
  })
  afterAll(() => {
    for (const process of [ours, theirs]) process?.kill()
  })
  const reading =
    (process: ChildProcess | undefined, parser: ParserName): Reading =>
    async (path) => {
      if (process === undefined) throw new Error('nothing to measure')
      process.send({ parser, path })
      const [time] = (await once(process, 'message')) as [number | null]
      return time
    }

  it.each<[string, RegExp, ParserName]>([
    ['Word documents', /\.docx$/i, 'officeparser'],
    ['presentations', /\.(?:pptx|pptm|ppsx)$/i, 'officeparser'],
    ['Markdown', /\.md$/i, 'micromark'],
    ['Markdown', /\.md$/i, 'officeparser'],
    ['PDF', /\.pdf$/i, 'pdfjs'],
  ])('%s', async (kind, pattern, parser) => {
    const sums = { own: 0, peer: 0, bytes: 0, files: 0, refused: 0 }
    for (const name of readdirSync(folder).filter((file) => pattern.test(file))) {
      const path = resolve(folder, name)
      const times = await medians(reading(ours, 'lectern'), reading(theirs, parser), path)
      if (times === null) {
        sums.refused += 1
        continue
      }
      sums.own += times.own
      sums.peer += times.peer
      sums.bytes += readFileSync(path).byteLength
      sums.files += 1
      // Below, the clock's own grain is most of what is measured.
      if (times.own > 1.5 * times.peer && times.own > 5) console.log(`  ${name}: Lectern ${times.own.toFixed(1)} ms, ${parser} ${times.peer.toFixed(1)} ms`)
    }
    const { own, peer, bytes, files, refused } = sums
    console.log(`${kind}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB (${refused} refused by either) — Lectern ${own.toFixed(0)} ms (${(bytes / 1e3 / own).toFixed(1)} MB/s), ${parser} alone ${peer.toFixed(0)} ms, ratio ${(own / peer).toFixed(2)}`)
    expect(files).toBeGreaterThan(1)
  })
})
