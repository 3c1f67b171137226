import { describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/main/readers/pdf/open-pdf'
import { pageDrawings } from '../../../src/main/readers/pdf/page-drawings'
import { readWithPictures } from '../../../src/main/readers/read-document'
import { pdf, type PdfLine } from '../../fixtures/documents/pdf'
import { jpeg, plainJpeg } from '../../fixtures/documents/picture-kinds'
import { readPng } from '../../fixtures/documents/png-pixels'

const hex = (bytes: Uint8Array) => `${Buffer.from(bytes).toString('hex')}>`
/** A picture of 20 by 16 pixels, red to the left and blue to the right; its sides are stated. */
const redAndBlue = ({ width = 20, height = 16 } = {}) => {
  const pixels = hex(Uint8Array.from(Array.from({ length: 20 * 16 }, (_, at) => (at % 20 < 10 ? [255, 0, 0] : [0, 0, 255])).flat()))
  return `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length ${pixels.length} >>\nstream\n${pixels}\nendstream`
}
/** A stream that holds a JPEG of 20 by 16, or of the sides stated. */
const photo = (bytes: Uint8Array = jpeg(), { colours = '/DeviceRGB', side = [20, 16], more = '' }: { readonly colours?: string; readonly side?: readonly [number, number]; readonly more?: string } = {}) =>
  `<< /Type /XObject /Subtype /Image /Width ${side[0]} /Height ${side[1]} /ColorSpace ${colours} /BitsPerComponent 8 /Filter /DCTDecode ${more} /Length ${bytes.byteLength} >>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`
const square = { side: [16, 16] } as const

const text: readonly PdfLine[] = [
  { text: '课堂里的数字资源', y: 100 },
  { text: '图1 学生在做实验', y: 420 },
  { text: '第二段从这里开始，说明图中的情形。', y: 460 },
]
const longText = Array.from({ length: 8 }, (_, at): PdfLine => ({ text: '数字资源走进每一间教室让每一位教师都用得上用得好', y: 100 + at * 20 }))
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

  it('that is a JPEG is left packed while its page is looked through', async () => {
    const document = await openPdf(pdf([text], { objects: [photo()], resources: '/XObject << /I 10 0 R >>', before: `q ${inTheMiddle} cm /I Do Q` }))
    const page = await document.getPage(1)
    const { pictures } = await pageDrawings(page)
    const object = await new Promise<{ readonly bitmap?: unknown; readonly data?: unknown }>((found) => void page.objs.get(String(pictures[0]?.source), found))
    await document.loadingTask.destroy()
    expect([object.bitmap instanceof ArrayBuffer, object.data ?? null]).toEqual([true, null])
  })

  it('within a form stands where the form puts it', async () => {
    const drawing = 'q 50 0 0 20 0 0 cm /I Do Q'
    const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 50 20] /Matrix [4 0 0 5 72 480] /Resources << /XObject << /I 10 0 R >> >> /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`
    const { document } = await readWithPictures('a.pdf', pdf([text], { objects: [redAndBlue(), form], resources: '/XObject << /F 11 0 R >>', before: '/F Do' }))
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(['body', 'picture', 'body', 'body'])
  })

  it('that is a JPEG in the colours of a profile stays byte for byte', async () => {
    const profile = '<< /N 3 /Alternate /DeviceRGB /Length 9 >>\nstream\na profile\nendstream'
    const { media } = await readWithPictures('a.pdf', pdf([text], { objects: [photo(jpeg(), { colours: '[/ICCBased 11 0 R]' }), profile], resources: '/XObject << /I 10 0 R >>', before: `q ${inTheMiddle} cm /I Do Q` }))
    expect([...media.values()]).toEqual([jpeg()])
  })

  it('that is a grey JPEG stays byte for byte', async () => {
    const grey = plainJpeg([0], [200])
    expect([...(await read(inTheMiddle, { image: photo(grey, { ...square, colours: '/DeviceGray' }) })).media.values()]).toEqual([grey])
  })

  it('that is a JPEG on two pages is kept once', async () => {
    const { document, media } = await read(inTheMiddle, { image: photo(), pages: [text, longText] })
    expect([...media.values()]).toEqual([jpeg()])
    expect(document.paragraphs.filter(({ kind }) => kind === 'picture').map(({ page }) => page)).toEqual([1, 2])
  })

  it('that is a JPEG in the colours of print is shown in those of a screen', async () => {
    const image = photo(plainJpeg([0, 255, 255, 0], [255, 255, 0, 0]), { ...square, colours: '/DeviceCMYK' })
    const [bytes = new Uint8Array()] = (await read(inTheMiddle, { image })).media.values()
    const shown = readPng(bytes)
    const [left, right] = [shown.at(2, 8), shown.at(13, 8)]
    expect([(left[0] ?? 0) > 2 * (left[2] ?? 255), (right[2] ?? 0) > 1.5 * (right[0] ?? 255)]).toEqual([true, true])
  })

  it('that is a JPEG whose values are mapped is shown mapped', async () => {
    const [bytes = new Uint8Array()] = (await read(inTheMiddle, { image: photo(jpeg(), { more: '/Decode [1 0 1 0 1 0]' }) })).media.values()
    expect([isRed(readPng(bytes).at(2, 8)), (readPng(bytes).at(2, 8)[1] ?? 0) > 220]).toEqual([false, true])
  })

  it('that is a JPEG behind a soft mask keeps its opacity', async () => {
    const opacity = hex(new Uint8Array(20 * 16).fill(128))
    const mask = `<< /Type /XObject /Subtype /Image /Width 20 /Height 16 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length ${opacity.length} >>\nstream\n${opacity}\nendstream`
    const { media } = await readWithPictures('a.pdf', pdf([text], { objects: [photo(jpeg(), { more: '/SMask 11 0 R' }), mask], resources: '/XObject << /I 10 0 R >>', before: `q ${inTheMiddle} cm /I Do Q` }))
    const [bytes = new Uint8Array()] = media.values()
    expect(readPng(bytes).at(2, 8)[3]).toBe(128)
  })

  it('that is a JPEG cut short is kept whole in form', async () => {
    const [bytes = new Uint8Array()] = (await read(inTheMiddle, { image: photo(jpeg().subarray(0, -4)) })).media.values()
    expect([readPng(bytes).width, readPng(bytes).height]).toEqual([20, 16])
  })

  it.each([
    ['turned to the left', '0 200 -250 0 322 480', [20, 16], 'bottom'],
    ['turned to the right', '0 -200 250 0 72 680', [20, 16], 'top'],
    ['mirrored', '-250 0 0 200 322 480', [20, 16], 'right'],
    ['upside down', '-250 0 0 -200 322 680', [20, 16], 'right'],
    ['turned, a JPEG', '0 200 -250 0 322 480', [20, 16], 'bottom', photo()],
    ['mirrored, a JPEG', '-250 0 0 200 322 480', [20, 16], 'right', photo()],
  ])('%s is kept as it is seen', async (_, matrix, [width = 0, height = 0], red, image = redAndBlue()) => {
    const [bytes = new Uint8Array()] = (await read(matrix, { image })).media.values()
    const shown = readPng(bytes)
    const isTurned = red === 'top' || red === 'bottom'
    expect([shown.width, shown.height]).toEqual(isTurned ? [height, width] : [width, height])
    const [right, bottom] = [shown.width - 2, shown.height - 2]
    expect(isRed({ top: shown.at(8, 2), bottom: shown.at(8, bottom), right: shown.at(right, 8) }[red] ?? [])).toBe(true)
    expect(isRed({ top: shown.at(8, bottom), bottom: shown.at(8, 2), right: shown.at(2, 8) }[red] ?? [])).toBe(false)
  })
})

describe('what only decorates is no picture', () => {
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
  ['is a JPEG whose frame has no length', photo(Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 0, 8, 0, 16, 0, 20, 3, 0xff, 0xda, 0xff, 0xd9]))],
  ['is a turned JPEG of noise', photo(Uint8Array.from(jpeg(), (byte, at) => (at > 300 && at < 400 ? at * 7 : byte)))],
  ['is a JPEG of nothing', photo().replace(/stream\n[\s\S]*\nendstream/, 'stream\n\u00FF\u00D8\u00FF\nendstream')],
])('a picture that %s costs no text', async (_, image) => {
  const { document } = await read(inTheMiddle, { image })
  expect(document.paragraphs.filter(({ kind }) => kind !== 'picture').map(({ text: words }) => words)).toEqual(text.map(({ text: words }) => words))
})
