import { constants, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/main/readers/pdf/open-pdf'
import { readDocument } from '../../../src/main/readers/read-document'
import { pdf } from '../../fixtures/documents/pdf'

const words = (text: string) => `BT /F1 12 Tf 1 0 0 1 72 600 Tm (${text}) Tj ET`
const packed = (content: string) => Buffer.from(deflateSync(content))
/** A PDF that draws a form, and in it what a stream holds (ISO 32000-1, 8.10). */
const withForm = (stream: Buffer, filter = '/FlateDecode') =>
  pdf([[{ text: 'A line of the page itself.', y: 100 }]], {
    objects: [`<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Filter ${filter} /Length ${stream.length} >>\nstream\n${stream.toString('latin1')}\nendstream`],
    resources: '/XObject << /I 10 0 R >>',
    before: '/I Do',
  })
const read = async (bytes: Uint8Array) => (await readDocument('a.pdf', bytes)).paragraphs.map(({ text }) => text)

describe('a stream of a PDF', () => {
  it('is unpacked', async () => {
    expect(await read(withForm(packed(words('Packed words.'))))).toContain('Packed words.')
  })

  it('of another way of packing is unpacked by pdfjs', async () => {
    const hex = Buffer.from(`${packed(words('Packed twice.')).toString('hex')}>`)
    expect(await read(withForm(hex, '[/ASCIIHexDecode /FlateDecode]'))).toContain('Packed twice.')
  })

  it('without its end gives what is there', async () => {
    const endless = Buffer.from(deflateSync(words('Before the end.'), { finishFlush: constants.Z_SYNC_FLUSH }))
    expect(await read(withForm(endless))).toContain('Before the end.')
  })

  it('that unpacks to more than is taken at once is read like any other', async () => {
    const large = packed(`${words('Ahead of the blanks.')}\n${' '.repeat(17 * 1024 * 1024)}`)
    expect(await read(withForm(large))).toContain('Ahead of the blanks.')
  })
})

it('the outlines of glyphs are not drawn up for a page whose pictures and lines are looked for', async () => {
  const document = await openPdf(pdf([[{ text: 'Nothing is drawn with this typeface.', y: 100 }]]))
  const page = await document.getPage(1)
  await page.getOperatorList({ annotationMode: 0 })
  const fonts = [...page.commonObjs] as unknown as [string, unknown][]
  await document.loadingTask.destroy()
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter(([name]) => name.includes('_path_'))).toEqual([])
})

it('documents that are read at the same time keep apart', async () => {
  const named = (name: string) => pdf(Array.from({ length: 5 }, (_, page) => Array.from({ length: 20 }, (_line, at) => ({ text: `${name} ${page} ${at}.`, y: 100 + at * 30 }))))
  const words = await Promise.all(['One', 'Two', 'Three'].map(async (name) => (await read(named(name))).join(' ')))
  for (const [at, name] of ['One', 'Two', 'Three'].entries()) {
    const own = words[at]?.match(/\p{Lu}\p{Ll}+/gu) ?? []
    // The first and last line of each page are taken for running heads.
    expect([own.length >= 90, new Set(own)]).toEqual([true, new Set([name])])
  }
})
