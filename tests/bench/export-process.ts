/** Exports a lecture again and again in a process of its own: `node --expose-gc export-process.mjs <slides>` writes an `Exported` as JSON. */
import { writeScript } from '../../src/main/writers/docx/write-script'
import { writeHandout } from '../../src/main/writers/docx/write-sheet'
import { writeDeck } from '../../src/main/writers/pptx/write-deck'
import { median, timed } from './contest'
import { deckOptions, layOutLecture, scriptOptions } from './lecture-exports'
import { lectureOf } from './lecture-of-sixty'
import { forgetPeak, peakOf } from './resident-peak'

/**
 * Milliseconds of the median round, without saving, and the deck's bytes. Megabytes that were resident, the program among them: at most before the first export, in an export of each file, in later ones of
 * decks with a moment to clear up before each, and in as many that follow each other at once.
 */
export type Exported = { readonly slides: number; readonly ms: number; readonly bytes: number; readonly before: number; readonly first: number; readonly later: number; readonly atOnce: number }

const ROUNDS = 15
const slides = Number(process.argv[2])
const talk = lectureOf(slides)
const write = (): Promise<Uint8Array> => writeDeck(layOutLecture(talk), deckOptions)

const before = peakOf(process.pid)
const { length: bytes } = await write()
const { language, pictures, made, ...options } = scriptOptions(layOutLecture(talk), false)
writeScript(talk, { language, pictures, made, ...options })
writeHandout(talk, { language, pictures, made })
const first = peakOf(process.pid)

let later = 0
for (let round = 0; round < ROUNDS; round++) {
  globalThis.gc!()
  forgetPeak(process.pid)
  await write()
  later = Math.max(later, peakOf(process.pid))
}
const times: number[] = []
for (let round = 0; round < ROUNDS; round++) times.push(await timed(write))
process.stdout.write(JSON.stringify({ slides, ms: median(times), bytes, before, first, later, atOnce: peakOf(process.pid) } satisfies Exported))
