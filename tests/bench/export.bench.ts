/**
 * Exports beside what else makes such files, and beside the floor: the same bytes compressed and put on the disk. Peers run in the same rounds. How long each step of a deck's export takes stands in the first
 * table, so that it says where the time goes.
 */
import { execFile } from 'node:child_process'
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { scriptFiles } from '../../src/main/writers/docx/script-files'
import { scriptOf, writeScript, type WriteScriptOptions } from '../../src/main/writers/docx/write-script'
import { lintFiles } from '../../src/main/writers/lint/lint-package'
import { packageEntries } from '../../src/main/writers/opc-package'
import { deckFiles, framesOf, writeDeck } from '../../src/main/writers/pptx/write-deck'
import { writeZip } from '../../src/main/zip/write-zip'
import { AssetHash } from '../../src/shared/model/ids'
import { notoSansSc } from '../../src/shared/slides/font-metrics'
import { layOut } from '../../src/shared/slides/lay-out'
import { clearTheme } from '../../src/shared/slides/themes/clear'
import { buildChild } from '../faults/child-process'
import { contest, median, tell } from './contest'
import { writeWithDocx } from './docx-peer'
import type { Exported } from './export-process'
import { lectureOfSixty, PHOTO_BYTES, photoBytes, photoInfo, photoOf, PHOTOS } from './lecture-of-sixty'
import { PANDOC, pandocOf } from './pandoc-peer'
import { writeWithPptxGenJs } from './pptxgenjs-peer'
import { TELLS_PEAKS } from './resident-peak'

const ROUNDS = 15
const made = new Date('2026-09-10T08:00:00Z')

const layOutLecture = () => layOut(lectureOfSixty, { theme: clearTheme, metrics: notoSansSc, picture: photoInfo, language: 'zh-CN' }).value
const options = { theme: clearTheme, media: photoOf, made }

/** What no export can beat: its bytes written to the disk, and the disk asked to keep them. */
const toDisk = (bytes: Uint8Array): void => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  const file = openSync(join(folder, 'written'), 'w')
  writeSync(file, bytes)
  fsyncSync(file)
  closeSync(file)
  rmSync(folder, { recursive: true })
}
const compressed = (files: ReadonlyMap<string, string | Uint8Array>): Uint8Array => writeZip(packageEntries(files))

it('exports a lecture of sixty slides at least 6 times as fast as pptxgenjs alone, compressed, and 15 times as fast as pandoc', async () => {
  const deck = layOutLecture()
  const items = deck.scenes.flatMap((scene) => scene.items)
  const count = (kind: string): number => items.filter((item) => item.kind === kind).length
  expect({ slides: deck.scenes.length, charts: count('chart'), tables: count('table'), photos: count('picture') }).toEqual({ slides: 60, charts: 6, tables: 4, photos: PHOTOS })

  const files = deckFiles(deck, framesOf(deck, clearTheme), options)
  const ours = await writeDeck(deck, options)
  const theirs = await writeWithPptxGenJs(deck, options)
  // Photos that shrink would make the peer's compression look cheaper than it is.
  expect(theirs.length).toBeGreaterThan(PHOTOS * PHOTO_BYTES)
  const pandoc = PANDOC === null ? null : pandocOf(deck, photoOf)
  expect(pandoc?.run() ?? Infinity).toBeGreaterThan(PHOTOS * PHOTO_BYTES)
  const times = await contest(
    {
      'floor: our parts compressed, to disk, fsync': () => toDisk(compressed(files)),
      'of it: to disk, fsync': () => toDisk(ours),
      'step: layout of the talk': layOutLecture,
      'steps: parts as XML, lint': () => deckFiles(deck, framesOf(deck, clearTheme), options),
      'of them: lint': () => lintFiles(files),
      'step: checksum, compression': () => compressed(files),
      'layout + writeDeck': () => writeDeck(layOutLecture(), options),
      'pptxgenjs alone, compressed': () => writeWithPptxGenJs(deck, options),
      'pandoc, the whole process': () => pandoc?.run(),
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

const SLIDE_PICTURES = new Map(Array.from({ length: 60 }, (_, index) => [AssetHash.parse((index + 1).toString(16).padStart(64, 'f')), photoBytes(index).subarray(0, 20_000)]))
const slideHashes = [...SLIDE_PICTURES.keys()]

it.each([['without', false] as const, ['with', true] as const])('writes the script of that lecture, %s a picture beside each slide, at least 3 times as fast as the docx library alone', async (_, slides) => {
  const scriptOptions: WriteScriptOptions = {
    deck: layOutLecture(),
    preset: 'plain',
    pace: 220,
    language: 'zh-CN',
    pictures: { info: photoInfo, bytes: (hash) => SLIDE_PICTURES.get(hash) ?? photoOf(hash).bytes },
    made,
    ...(slides ? { slideHash: (slide: number) => slideHashes[slide - 1] ?? null } : {}),
  }
  const { script, preset } = scriptOf(lectureOfSixty, scriptOptions)
  const { bytes } = scriptOptions.pictures
  const files = scriptFiles(script, preset, { language: 'zh-CN', made, picture: bytes })
  const ours = writeScript(lectureOfSixty, scriptOptions)
  const theirs = await writeWithDocx(script, preset, bytes)
  const times = await contest(
    {
      'floor: our parts compressed, to disk, fsync': () => toDisk(compressed(files)),
      'step: planning': () => scriptOf(lectureOfSixty, scriptOptions),
      'step: parts as XML': () => scriptFiles(script, preset, { language: 'zh-CN', made, picture: bytes }),
      'step: checksum, compression': () => compressed(files),
      'planning + writing': () => writeScript(lectureOfSixty, scriptOptions),
      'docx alone, from the plan': () => writeWithDocx(script, preset, bytes),
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
  for (const slides of [60, 166, 325]) exported.push(JSON.parse((await promisify(execFile)(process.execPath, [program, String(slides)])).stdout) as Exported)
  console.table(exported.map(({ slides, ms, bytes, before, first, peak }) => ({ slides, 'median ms': ms.toFixed(1), 'ms a slide': (ms / slides).toFixed(2), 'MB of file': (bytes / 1e6).toFixed(1), 'MB before': before.toFixed(0), 'MB at most, one export': first.toFixed(0), 'MB at most, all rounds': peak.toFixed(0) })))
  const [sixty, , most] = exported
  expect(sixty!.peak).toBeLessThan(150)
  expect(most!.ms / most!.slides).toBeLessThanOrEqual((sixty!.ms / sixty!.slides) * 1.1)
})
