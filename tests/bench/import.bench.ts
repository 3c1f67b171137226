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
/** @param drawings whether pdfjs also reads what a page draws and unpacks its pictures, which tables and pictures are taken from. */
const pdfAlone =
  (drawings: boolean): Read =>
  async (_, bytes) => {
    const task = getDocument({ data: bytes.slice(), cMapUrl: `${data}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${data}/standard_fonts/`, disableFontFace: true, isOffscreenCanvasSupported: false, isImageDecoderSupported: false, verbosity: VerbosityLevel.ERRORS })
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      await page.getTextContent()
      if (drawings) await page.getOperatorList({ annotationMode: 0 })
    }
    await task.destroy()
  }

/** Milliseconds of processor time, which other programs on the machine do not add to. */
const milliseconds = async (read: Read, name: string, bytes: Uint8Array): Promise<number> => {
  const before = process.cpuUsage()
  await read(name, bytes)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The cheapest round of each, the two taking turns at being first; null when either refuses the file. */
const fastest = async (ours: Read, peer: Read, name: string, bytes: Uint8Array): Promise<{ own: number; other: number } | null> => {
  const best = { own: Number.POSITIVE_INFINITY, other: Number.POSITIVE_INFINITY }
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const own = async () => (best.own = Math.min(best.own, await milliseconds(ours, name, bytes)))
      const other = async () => (best.other = Math.min(best.other, await milliseconds(peer, name, bytes)))
      for (const turn of round % 2 === 0 ? [own, other] : [other, own]) await turn()
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
    ['PDF', /\.pdf$/i, 'pdfjs (text)', pdfAlone(false)],
    ['PDF', /\.pdf$/i, 'pdfjs (text and drawings)', pdfAlone(true)],
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
