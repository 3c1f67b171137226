import { describe, expect, it } from 'vitest'
import { pagesOfAnchors } from '../../../src/main/printing/pdf-destinations'
import { writePdfObjects } from '../../../src/main/printing/pdf-objects'

/** A PDF of these objects, put together as Chromium does it; the first is the catalogue. */
const aPdf = (...contents: readonly string[]): Uint8Array =>
  writePdfObjects({
    head: Buffer.from('%PDF-1.4\n'),
    objects: contents.map((content, index) => Buffer.from(`${index + 1} 0 obj\n${content}\nendobj\n`)),
    trailer: `trailer\n<</Size ${contents.length + 1}\n/Root 1 0 R>>\n`,
  })
const leaf = '<</Type /Page\n/Parent 3 0 R>>'

describe('the pages of a PDF’s anchors', () => {
  it('are counted through a tree of pages, in whatever order its objects stand', () => {
    const pdf = aPdf('<</Type /Catalog\n/Pages 2 0 R\n/Dests 4 0 R>>', '<</Type /Pages\n/Count 3\n/Kids [7 0 R 3 0 R]>>', '<</Type /Pages\n/Parent 2 0 R\n/Count 2\n/Kids [6 0 R 5 0 R]>>', '<</p0 [7 0 R /XYZ 0 841.9 0]\n/p12 [5 0 R /XYZ 0 10 0]\n/p3 [6 0 R /XYZ 0 10 0]>>', leaf, leaf, leaf)
    expect(pagesOfAnchors(pdf)).toEqual(new Map([['p0', 1], ['p12', 3], ['p3', 2]]))
  })

  it.each([
    ['no link leads anywhere', aPdf('<</Type /Catalog\n/Pages 2 0 R>>', '<</Type /Pages\n/Kids [3 0 R]>>', leaf)],
    ['the file is put together otherwise', Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF\n')],
  ])('are unknown where %s', (_, pdf) => {
    expect(pagesOfAnchors(pdf)).toBe(null)
  })
})
