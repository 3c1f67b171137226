/** Throughput of the import over the corpus, beside the parsers alone: officeparser for Office files, pdfjs for PDF. Goal (issue 3): at most 1.5 times as long. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { OfficeParser } from 'officeparser'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/main/readers/read-document'

const folder = process.env['LECTERN_CORPUS'] ?? resolve(import.meta.dirname, '../../../shared/corpus')
const ROUNDS = 7

type Read = (name: string, bytes: Uint8Array) => Promise<unknown>

const officeAlone: Read = (_, bytes) => OfficeParser.parseOffice(Buffer.from(bytes), { ocr: false, extractAttachments: true })

const data = resolve(import.meta.dirname, '../../node_modules/pdfjs-dist')
const pdfAlone: Read = async (_, bytes) => {
  const task = getDocument({ data: bytes.slice(), cMapUrl: `${data}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${data}/standard_fonts/`, disableFontFace: true, verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number += 1) await (await document.getPage(number)).getTextContent()
  await task.destroy()
}

const milliseconds = async (read: Read, name: string, bytes: Uint8Array): Promise<number> => {
  const start = performance.now()
  await read(name, bytes)
  return performance.now() - start
}

/** Milliseconds of the fastest round of each, taken in turns so that a busy machine slows both; null when either refuses the file. */
const fastest = async (ours: Read, peer: Read, name: string, bytes: Uint8Array): Promise<{ own: number; other: number } | null> => {
  const best = { own: Number.POSITIVE_INFINITY, other: Number.POSITIVE_INFINITY }
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      best.own = Math.min(best.own, await milliseconds(ours, name, bytes))
      best.other = Math.min(best.other, await milliseconds(peer, name, bytes))
    }
  } catch {
    return null
  }
  return best
}

describe.skipIf(!existsSync(folder))('import over the corpus (skipped where there is none)', () => {
  it.each([
    ['Word documents', /\.docx$/i, 'officeparser', officeAlone],
    ['presentations', /\.(?:pptx|pptm|ppsx)$/i, 'officeparser', officeAlone],
    ['PDF', /\.pdf$/i, 'pdfjs', pdfAlone],
  ] as const)('%s', async (kind, pattern, peerName, peer) => {
    let ours = 0
    let theirs = 0
    let bytes = 0
    let files = 0
    let refused = 0
    for (const name of readdirSync(folder).filter((file) => pattern.test(file))) {
      const content = new Uint8Array(readFileSync(resolve(folder, name)))
      const times = await fastest(readDocument, peer, name, content)
      if (times === null) {
        refused += 1
        continue
      }
      ours += times.own
      theirs += times.other
      bytes += content.byteLength
      files += 1
    }
    console.log(`${kind}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB (${refused} refused by either) — Lectern ${ours.toFixed(0)} ms (${(bytes / 1e3 / ours).toFixed(1)} MB/s), ${peerName} alone ${theirs.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)}`)
    expect(files).toBeGreaterThan(3)
  })
})
