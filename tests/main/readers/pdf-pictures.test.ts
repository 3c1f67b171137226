import { describe, expect, it } from 'vitest'
import { readWithPictures } from '../../../src/main/readers/read-document'
import { pdf, type PdfLine } from '../../fixtures/documents/pdf'
import { jpeg } from '../../fixtures/documents/picture-kinds'
import { readPng } from '../../fixtures/documents/png-pixels'

const hex = (bytes: Uint8Array) => `${Buffer.from(bytes).toString('hex')}>`
/** A picture of 20 by 16 pixels, red to the left and blue to the right; its sides are stated. */
const redAndBlue = ({ width = 20, height = 16 } = {}) => {
  const pixels = hex(Uint8Array.from(Array.from({ length: 20 * 16 }, (_, at) => (at % 20 < 10 ? [255, 0, 0] : [0, 0, 255])).flat()))
  return `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length ${pixels.length} >>\nstream\n${pixels}\nendstream`
}
const photo = () => `<< /Type /XObject /Subtype /Image /Width 20 /Height 16 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg().byteLength} >>\nstream\n${Buffer.from(jpeg()).toString('latin1')}\nendstream`

const text: readonly PdfLine[] = [
  { text: '课堂里的数字资源', y: 100 },
  { text: '图1 学生在做实验', y: 420 },
  { text: '第二段从这里开始，说明图中的情形。', y: 460 },
]
/** @param matrix where the picture is drawn, in points from the lower left corner (ISO 32000-1, 8.3.4). */
const read = (matrix: string, { image = redAndBlue(), pages = [text] }: { readonly image?: string; readonly pages?: readonly (readonly PdfLine[])[] } = {}) =>
  readWithPictures('a.pdf', pdf(pages, { objects: [image], resources: '/XObject << /I 10 0 R >>', before: `q ${matrix} cm /I Do Q` }))
const inTheMiddle = '250 0 0 200 72 480'
const isRed = ([red = 0, green = 255, blue = 255]: readonly number[]) => red > 220 && green < 30 && blue < 30

describe('a picture in a PDF', () => {
  it('stands where it stood, with its caption as alternative text and its page', async () => {
    const { document, media } = await read(inTheMiddle)
    expect(document.paragraphs.map(({ kind, text: words, page }) => [kind, words, page])).toEqual([
      ['body', '课堂里的数字资源', 1],
      ['picture', '图1 学生在做实验', 1],
      ['body', '图1 学生在做实验', 1],
      ['body', '第二段从这里开始，说明图中的情形。', 1],
    ])
    const [bytes = new Uint8Array()] = media.values()
    const shown = readPng(bytes)
    expect([shown.width, shown.height, isRed(shown.at(2, 8)), isRed(shown.at(17, 8))]).toEqual([20, 16, true, false])
  })

  it('that is a JPEG stays byte for byte', async () => {
    expect([...(await read(inTheMiddle, { image: photo() })).media.values()]).toEqual([jpeg()])
  })

  it.each([
    ['turned to the left', '0 200 -250 0 322 480', [20, 16], 'bottom'],
    ['turned to the right', '0 -200 250 0 72 680', [20, 16], 'top'],
    ['mirrored', '-250 0 0 200 322 480', [20, 16], 'right'],
    ['upside down', '-250 0 0 -200 322 680', [20, 16], 'right'],
  ])('%s is kept as it is seen', async (_, matrix, [width = 0, height = 0], red) => {
    const [bytes = new Uint8Array()] = (await read(matrix)).media.values()
    const shown = readPng(bytes)
    const isTurned = red === 'top' || red === 'bottom'
    expect([shown.width, shown.height]).toEqual(isTurned ? [height, width] : [width, height])
    const [right, bottom] = [shown.width - 2, shown.height - 2]
    expect(isRed({ top: shown.at(8, 2), bottom: shown.at(8, bottom), right: shown.at(right, 8) }[red] ?? [])).toBe(true)
    expect(isRed({ top: shown.at(8, bottom), bottom: shown.at(8, 2), right: shown.at(2, 8) }[red] ?? [])).toBe(false)
  })
})

describe('what only decorates is no picture', () => {
  const longText = Array.from({ length: 8 }, (_, at): PdfLine => ({ text: '数字资源走进每一间教室让每一位教师都用得上用得好', y: 100 + at * 20 }))

  it.each([
    ['small', '30 0 0 30 72 480', [text]],
    ['a rule', '400 0 0 8 72 480', [text]],
    ['a background beneath text', '595 0 0 842 0 0', [longText]],
    ['the same on every page', '120 0 0 90 72 480', [longText, longText, longText]],
    ['a letterhead on two pages of many', '120 0 0 60 72 770', [longText, longText]],
    ['beyond the page', '120 0 0 90 700 480', [text]],
  ])('%s', async (_, matrix, pages) => {
    const { document, media } = await read(matrix, { pages })
    expect([document.pictures, media.size, document.warnings]).toEqual([undefined, 0, []])
    expect(document.paragraphs.every(({ kind }) => kind !== 'picture')).toBe(true)
  })
})

it.each([
  ['states giant sides', redAndBlue({ width: 60_000, height: 60_000 })],
  ['states more rows than it has', redAndBlue({ height: 4000 })],
  ['is a JPEG of nothing', photo().replace(/stream\n[\s\S]*\nendstream/, 'stream\n\u00FF\u00D8\u00FF\nendstream')],
])('a picture that %s costs no text', async (_, image) => {
  const { document } = await read(inTheMiddle, { image })
  expect(document.paragraphs.filter(({ kind }) => kind !== 'picture').map(({ text: words }) => words)).toEqual(text.map(({ text: words }) => words))
})
