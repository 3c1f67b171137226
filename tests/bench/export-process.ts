/** Exports a lecture again and again in a process of its own: `node export-process.mjs <slides>` writes an `Exported` as JSON. */
import { readFileSync } from 'node:fs'
import { writeScript } from '../../src/main/writers/docx/write-script'
import { writeHandout } from '../../src/main/writers/docx/write-sheet'
import { writeDeck } from '../../src/main/writers/pptx/write-deck'
import { notoSansSc } from '../../src/shared/slides/font-metrics'
import { layOut } from '../../src/shared/slides/lay-out'
import { clearTheme } from '../../src/shared/slides/themes/clear'
import { median } from './contest'
import { lectureOf, photoInfo, photoOf } from './lecture-of-sixty'
import { peakOf } from './resident-peak'

/** Milliseconds of the median round, without saving; the deck's bytes; megabytes that were resident before the first export and at most, after one of each file and after all rounds. */
export type Exported = { readonly slides: number; readonly ms: number; readonly bytes: number; readonly before: number; readonly first: number; readonly peak: number }

const ROUNDS = 15
const slides = Number(process.argv[2])
const talk = lectureOf(slides)
const made = new Date('2026-09-10T08:00:00Z')
const resident = (): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1000

const deckOf = () => layOut(talk, { theme: clearTheme, metrics: notoSansSc, picture: photoInfo, language: 'zh-CN' }).value
const write = (): Promise<Uint8Array> => writeDeck(deckOf(), { theme: clearTheme, media: photoOf, made })

const before = resident()
const pictures = { info: photoInfo, bytes: (hash: Parameters<typeof photoOf>[0]) => photoOf(hash).bytes }
const { length: bytes } = await write()
writeScript(talk, { deck: deckOf(), preset: 'official', pace: 220, language: 'zh-CN', pictures, made })
writeHandout(talk, { language: 'zh-CN', pictures, made })
const first = peakOf(process.pid)
const times: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const started = performance.now()
  await write()
  times.push(performance.now() - started)
}
process.stdout.write(JSON.stringify({ slides, ms: median(times), bytes, before, first, peak: peakOf(process.pid) } satisfies Exported))
