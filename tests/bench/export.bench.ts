/**
 * Exports beside what else makes such files, and beside the floor: the same bytes compressed and put on the disk. The steps of an export stand in the tables, so that they say where the time goes.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scriptOf, writeScript } from '../../src/main/writers/docx/write-script'
import { writeDeck } from '../../src/main/writers/pptx/write-deck'
import { buildChild } from '../faults/child-process'
import { contest, type Contender, median, startContender, tell, timed } from './contest'
import { writeWithDocx } from './docx-peer'
import type { Exported } from './export-process'
import { deckOptions, layOutLecture, scriptOptions } from './lecture-exports'
import { lectureOfSixty, PHOTO_BYTES, photoOf, PHOTOS } from './lecture-of-sixty'
import { PANDOC, pandocOf } from './pandoc-peer'
import { writeWithPptxGenJs } from './pptxgenjs-peer'
import { TELLS_PEAKS } from './resident-peak'

const ROUNDS = 15
const mb = (megabytes: number): string => megabytes.toFixed(0)
const deck = layOutLecture()
let lectern: Contender
let peers: Contender

beforeAll(async () => {
  const program = await buildChild('export-contender', 'bench')
  lectern = startContender(program, 'lectern')
  peers = startContender(program, 'peers')
})
afterAll(() => {
  lectern.stop()
  peers.stop()
})

it('exports a lecture of sixty slides at least 6 times as fast as pptxgenjs alone, compressed, and 15 times as fast as pandoc', async () => {
  const items = deck.scenes.flatMap((scene) => scene.items)
  const count = (kind: string): number => items.filter((item) => item.kind === kind).length
  expect({ slides: deck.scenes.length, charts: count('chart'), tables: count('table'), photos: count('picture') }).toEqual({ slides: 60, charts: 6, tables: 4, photos: PHOTOS })
  const ours = await writeDeck(deck, deckOptions)
  const theirs = await writeWithPptxGenJs(deck, deckOptions)
  // Photos that shrink would make the peer's compression look cheaper than it is.
  expect(theirs.length).toBeGreaterThan(PHOTOS * PHOTO_BYTES)
  const pandoc = PANDOC === null ? null : pandocOf(deck, photoOf)
  expect(pandoc?.run() ?? Infinity).toBeGreaterThan(PHOTOS * PHOTO_BYTES)

  const times = await contest(
    {
      'floor: our parts compressed, to disk, fsync': () => lectern.run('floor'),
      'of it: to disk, fsync': () => lectern.run('disk'),
      'step: layout of the talk': () => lectern.run('layout'),
      'steps: parts as XML, lint': () => lectern.run('parts'),
      'of them: lint': () => lectern.run('lint'),
      'step: checksum, compression': () => lectern.run('compress'),
      'layout + writeDeck': () => lectern.run('whole'),
      'pptxgenjs alone, compressed': () => peers.run('pptxgenjs'),
      'pandoc, the whole process': () => timed(() => pandoc?.run()),
    },
    ROUNDS,
  )
  pandoc?.remove()
  tell(times, 'layout + writeDeck')
  console.log(`bytes: ours ${ours.length}, pptxgenjs ${theirs.length}; ${PANDOC ?? 'no pandoc here'}`)
  const whole = median(times['layout + writeDeck'])
  expect(median(times['pptxgenjs alone, compressed']) / whole).toBeGreaterThanOrEqual(6)
  if (pandoc !== null) expect(median(times['pandoc, the whole process']) / whole).toBeGreaterThanOrEqual(15)
})

it.each([0, 1])('writes the script of that lecture at least 3 times as fast as the docx library alone, %i of 1: with a picture beside each slide', async (slides) => {
  const options = scriptOptions(deck, slides === 1)
  const { script, preset } = scriptOf(lectureOfSixty, options)
  const ours = writeScript(lectureOfSixty, options)
  const theirs = await writeWithDocx(script, preset, options.pictures.bytes)
  const run = (deed: string) => () => lectern.run(`script ${slides} ${deed}`)
  const times = await contest(
    {
      'floor: our parts compressed, to disk, fsync': run('floor'),
      'step: planning': run('plan'),
      'step: parts as XML': run('parts'),
      'step: checksum, compression': run('compress'),
      'planning + writing': run('whole'),
      'docx alone, from the plan': () => peers.run(`docx ${slides}`),
    },
    ROUNDS,
  )
  tell(times, 'planning + writing')
  console.log(`bytes: ours ${ours.length}, docx ${theirs.length}`)
  expect(median(times['docx alone, from the plan']) / median(times['planning + writing'])).toBeGreaterThanOrEqual(3)
})

it.skipIf(!TELLS_PEAKS)('exports sixty slides in less than 150 MB, the program among them, and six times as many slides in no more than six times the time', async () => {
  const program = await buildChild('export-process', 'bench')
  const exported: Exported[] = []
  for (const slides of [60, 166, 325]) exported.push(JSON.parse((await promisify(execFile)(process.execPath, ['--expose-gc', program, String(slides)])).stdout) as Exported)
  console.table(exported.map(({ slides, ms, bytes, ...memory }) => ({ slides, 'median ms': ms.toFixed(1), 'ms a slide': (ms / slides).toFixed(2), 'MB of file': (bytes / 1e6).toFixed(1), 'MB before': mb(memory.before), 'MB in the first export': mb(memory.first), 'MB in later ones': mb(memory.later), 'MB, one at once after the other': mb(memory.atOnce) })))
  const [sixty, , most] = exported
  expect(Math.max(sixty!.first, sixty!.later)).toBeLessThan(150)
  expect(most!.ms / most!.slides).toBeLessThanOrEqual((sixty!.ms / sixty!.slides) * 1.1)
})
