/** Takes part in `export.bench.ts` in a process of its own: `node export-contender.mjs lectern|peers`. */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scriptFiles } from '../../src/main/writers/docx/script-files'
import { scriptOf, writeScript } from '../../src/main/writers/docx/write-script'
import { lintFiles } from '../../src/main/writers/lint/lint-package'
import { packageEntries } from '../../src/main/writers/opc-package'
import { deckFiles, framesOf, writeDeck } from '../../src/main/writers/pptx/write-deck'
import { writeZip } from '../../src/main/zip/write-zip'
import { lectureOfSixty } from './lecture-of-sixty'
import { deckOptions, layOutLecture, scriptOptions } from './lecture-exports'
import { answerContest } from './contest'
import { writeWithDocx } from './docx-peer'
import { writeWithPptxGenJs } from './pptxgenjs-peer'

type Files = ReadonlyMap<string, string | Uint8Array>

/** What no export can beat: its bytes written to the disk, and the disk asked to keep them. */
const toDisk = (bytes: Uint8Array): void => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  const file = openSync(join(folder, 'written'), 'w')
  writeSync(file, bytes)
  fsyncSync(file)
  closeSync(file)
  rmSync(folder, { recursive: true })
}
const compressed = (files: Files): Uint8Array => writeZip(packageEntries(files))

const deck = layOutLecture()

function lectern(): Readonly<Record<string, () => unknown>> {
  const frames = framesOf(deck, deckOptions.theme)
  const files = deckFiles(deck, frames, deckOptions)
  const bytes = compressed(files)
  const scripts = [false, true].map((slides) => {
    const options = scriptOptions(deck, slides)
    const { script, preset } = scriptOf(lectureOfSixty, options)
    const write = (): Files => scriptFiles(script, preset, { language: options.language, made: options.made, picture: options.pictures.bytes })
    const written = write()
    return {
      floor: () => toDisk(compressed(written)),
      plan: () => scriptOf(lectureOfSixty, options),
      parts: write,
      compress: () => compressed(written),
      whole: () => writeScript(lectureOfSixty, options),
    }
  })
  return {
    floor: () => toDisk(compressed(files)),
    disk: () => toDisk(bytes),
    layout: layOutLecture,
    parts: () => deckFiles(deck, frames, deckOptions),
    lint: () => lintFiles(files),
    compress: () => compressed(files),
    whole: () => writeDeck(layOutLecture(), deckOptions),
    ...Object.fromEntries(scripts.flatMap((script, slides) => Object.entries(script).map(([deed, run]) => [`script ${slides} ${deed}`, run]))),
  }
}

function peers(): Readonly<Record<string, () => unknown>> {
  const scripts = [false, true].map((slides) => {
    const options = scriptOptions(deck, slides)
    const { script, preset } = scriptOf(lectureOfSixty, options)
    return () => writeWithDocx(script, preset, options.pictures.bytes)
  })
  return { pptxgenjs: () => writeWithPptxGenJs(deck, deckOptions), 'docx 0': scripts[0]!, 'docx 1': scripts[1]! }
}

await answerContest(process.argv[2] === 'peers' ? peers() : lectern())
