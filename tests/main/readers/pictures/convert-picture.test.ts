import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { convertPicture } from '../../../../src/main/readers/pictures/convert-picture'
import { animatedWebp, bmp, emf, gif, giantWebp, gifOf, svg, webp, wmf } from '../../../fixtures/documents/picture-kinds'
import { png } from '../../../fixtures/documents/picture'
import { readPng } from '../../../fixtures/documents/png-pixels'
import { jpegPixels, tiff, tiledTiff } from '../../../fixtures/documents/tiff'

/** The JPEG of the fixtures with other sides in its frame header (ITU-T T.81, B.2.2). */
const giantJpeg = (): Uint8Array => {
  const bytes = jpegPixels.slice()
  const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0)
  bytes.set([0xff, 0xff, 0xff, 0xff], frame + 5)
  return bytes
}
/** The second page is followed by the first. */
const roundTiff = (): Uint8Array => {
  const bytes = tiff({ pages: 2 })
  const view = new DataView(bytes.buffer)
  const first = view.getUint32(4, true)
  const second = view.getUint32(first + 2 + view.getUint16(first, true) * 12, true)
  view.setUint32(second + 2 + view.getUint16(second, true) * 12, first, true)
  return bytes
}
const shown = async (bytes: Uint8Array) => readPng((await convertPicture(bytes)).bytes)
const isNear = (actual: readonly number[], expected: readonly number[]) => expected.every((value, at) => Math.abs((actual[at] ?? -999) - value) < 24)
const fault = (bytes: Uint8Array) => convertPicture(bytes).then(() => 'converted', (error: { fault?: string }) => error.fault ?? 'another error')

describe('a picture of every kind', () => {
  it.each<[string, Uint8Array]>([
    ['GIF', gif(20, 16)],
    ['animated GIF', gif(20, 16, 3)],
    ['BMP of 24 bits', bmp(20, 16)],
    ['BMP of 32 bits with an empty fourth byte', bmp(20, 16, { bits: 32 })],
    ['lossless WebP', webp('lossless')],
    ['lossy WebP', webp('lossy')],
    ['animated WebP', animatedWebp()],
    ['TIFF', tiff()],
    ['TIFF of the other byte order', tiff({ bigEndian: true, colours: 'rgb16' })],
    ['TIFF packed by LZW', tiff({ packed: 'lzw' })],
    ['TIFF packed by Deflate', tiff({ packed: 'deflate' })],
    ['TIFF packed by PackBits', tiff({ packed: 'packBits' })],
    ['TIFF of a palette', tiff({ colours: 'palette' })],
    ['TIFF of CMYK', tiff({ colours: 'cmyk' })],
    ['TIFF of 16 bits', tiff({ colours: 'rgb16', packed: 'deflate' })],
    ['TIFF with an opacity', tiff({ colours: 'rgb-alpha' })],
    ['TIFF of tiles', tiledTiff()],
  ])('%s becomes a PNG of the same pixels', async (_, bytes) => {
    const picture = await shown(bytes)
    expect([picture.width, picture.height]).toEqual([20, 16])
    expect(picture.at(2, 8)).toSatisfy((pixel: number[]) => isNear(pixel, [255, 0, 0]))
    expect(picture.at(17, 3)).toSatisfy((pixel: number[]) => isNear(pixel, [0, 0, 255]))
  })

  it('a faxed TIFF is white and black', async () => {
    const picture = await shown(tiff({ packed: 'fax' }))
    expect([picture.width, picture.height, picture.at(3, 15), picture.at(16, 15)]).toEqual([20, 16, [255, 255, 255], [0, 0, 0]])
  })

  it('a TIFF that holds a JPEG shows it', async () => {
    const picture = await shown(tiff({ packed: 'jpeg' }))
    expect([picture.width, picture.height]).toEqual([32, 16])
    expect(picture.at(3, 8)).toSatisfy((pixel: number[]) => isNear(pixel, [254, 0, 0]))
    expect(picture.at(28, 8)).toSatisfy((pixel: number[]) => isNear(pixel, [0, 0, 254]))
  })

  it('a TIFF of three pages says that only the first is kept', async () => {
    expect([(await convertPicture(tiff({ pages: 3 }))).paged, (await convertPicture(tiff())).paged]).toEqual([true, false])
  })

  it('an SVG is drawn as wide as a slide', async () => {
    const picture = await shown(svg())
    expect([picture.width, picture.height]).toEqual([1920, 1536])
    expect([picture.at(100, 700), picture.at(1800, 700)]).toEqual([[255, 0, 0], [0, 0, 255]])
  })

  it('an SVG without a ground is drawn on white', async () => {
    expect((await shown(svg('<circle cx="10" cy="8" r="2"/>'))).at(10, 10)).toEqual([255, 255, 255])
  })

  it('a GIF whose codes grow to their limit and begin anew is unpacked to the last pixel', async () => {
    let state = 1
    const random = Array.from({ length: 200 * 150 }, () => (state = (state * 48_271) % 2_147_483_647) % 2)
    const picture = await shown(gifOf([random], 200, 150))
    const blues = random.map((_, at) => Number((picture.at(at % 200, Math.floor(at / 200))[2] ?? 0) > 0))
    expect(blues).toEqual(random)
  })

  it('PNG stays byte for byte', async () => {
    const bytes = png(20, 20)
    expect((await convertPicture(bytes)).bytes).toBe(bytes)
  })

  it('the same picture gives the same bytes', async () => {
    expect((await convertPicture(gif(20, 16))).bytes).toEqual((await convertPicture(gif(20, 16))).bytes)
  })

  it.each([
    ['a GIF of one frame', gif(20, 16), false],
    ['a GIF of three', gif(20, 16, 3), true],
    ['a WebP of two', animatedWebp(), true],
  ])('%s says whether it moved', async (_, bytes, stilled) => {
    expect((await convertPicture(bytes)).stilled).toBe(stilled)
  })
})

describe('what cannot be kept is told apart', () => {
  it.each([
    ['EMF', emf(), 'metafile'],
    ['WMF', wmf(), 'metafile'],
    ['text', new TextEncoder().encode('一段文字'), 'unknown'],
    ['a GIF cut off', gif(20, 16).subarray(0, 30), 'damaged'],
    ['a bitmap cut off', bmp(20, 16).subarray(0, 40), 'damaged'],
    ['a WebP cut off', webp().subarray(0, 24), 'damaged'],
    ['a GIF of giant sides', gif(20, 16, 1, [65_535, 65_535]), 'too-large'],
    ['a bitmap of giant sides', bmp(20, 16, { stated: [2_000_000_000, 2_000_000_000] }), 'too-large'],
    ['a bitmap without height', bmp(20, 16, { stated: [20, 0] }), 'damaged'],
    ['a WebP of giant sides', giantWebp(16_383, 16_383), 'too-large'],
    ['a TIFF of giant sides', tiff({ stated: [60_000, 60_000] }), 'too-large'],
    ['a TIFF of giant tiles', tiff({ more: [[322, 4, [60_000]], [323, 4, [60_000]], [324, 4, [8]], [325, 4, [8]]] }), 'too-large'],
    ['a TIFF that unpacks to more than its size', tiff({ packed: 'deflate', content: new Uint8Array(deflateSync(Buffer.alloc(50_000_000))) }), 'damaged'],
    ['a TIFF whose JPEG states giant sides', tiff({ packed: 'jpeg', content: giantJpeg() }), 'too-large'],
    ['a TIFF of more strips than rows', tiff({ more: [[273, 4, Array<number>(90_000).fill(8)], [279, 4, Array<number>(90_000).fill(8)]] }), 'damaged'],
    ['a TIFF whose pages go round', roundTiff(), 'converted'],
    ['a TIFF cut off', tiff().subarray(0, 400), 'damaged'],
    ['a TIFF packed as cameras do', tiff({ more: [[259, 3, [34_713]]] }), 'unknown'],
    ['an SVG that draws nothing', svg(''), 'damaged'],
    ['an SVG that is not well-formed', svg('<g>'), 'damaged'],
  ])('%s', async (_, bytes, expected) => {
    expect(await fault(bytes)).toBe(expected)
  })

  it('any one byte changed or cut off gives a picture or a fault, never another error', async () => {
    const answers = new Set<string>()
    for (const whole of [gif(20, 16, 2), bmp(20, 16), webp('lossless'), webp('lossy'), animatedWebp(), tiff({ packed: 'lzw' }), tiff({ packed: 'fax' }), tiff({ packed: 'deflate' }), tiff({ packed: 'jpeg' })])
      for (let at = 0; at < whole.byteLength; at += 7) {
        const changed = whole.slice()
        changed[at] = (changed[at] ?? 0) ^ 0xff
        answers.add(await fault(changed)).add(await fault(whole.subarray(0, at)))
      }
    for (const answer of answers) expect(['converted', 'damaged', 'too-large', 'unknown', 'metafile']).toContain(answer)
  })
})
