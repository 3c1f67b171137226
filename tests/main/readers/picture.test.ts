import { expect, it } from 'vitest'
import { pictureInfo, pictureOrientation } from '../../../src/main/readers/picture'

const png = (width: number, height: number) => {
  const bytes = Buffer.alloc(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  bytes.write('IHDR', 12, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return new Uint8Array(bytes)
}
const exif = (orientation: number) => [0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0', 'latin1'), 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
const jpeg = (width: number, height: number, before: readonly number[] = []) => new Uint8Array([0xff, 0xd8, ...before, 0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 0, 0x11, 0])

it('measures a PNG', () => expect(pictureInfo(png(640, 480))).toEqual({ width: 640, height: 480, mime: 'image/png' }))
it('measures a JPEG', () => expect(pictureInfo(jpeg(640, 480))).toEqual({ width: 640, height: 480, mime: 'image/jpeg' }))
it('measures a turned photo as it is seen', () => expect(pictureInfo(jpeg(640, 480, exif(6)))).toEqual({ width: 480, height: 640, mime: 'image/jpeg' }))
it.each([1, 2, 3, 4, 5, 6, 7, 8])('tells how the pixels of a photo lie: %i', (orientation) => expect(pictureOrientation(jpeg(640, 480, exif(orientation)))).toBe(orientation))
it.each([
  ['that says nothing', jpeg(640, 480)],
  ['that says what does not exist', jpeg(640, 480, exif(9))],
  ['that is no photo', png(640, 480)],
  ['that is cut off', jpeg(640, 480, exif(6)).subarray(0, 30)],
])('takes a picture as upright %s', (_, bytes) => expect(pictureOrientation(bytes)).toBe(1))
it('leaves an upright photo upright', () => expect(pictureInfo(jpeg(640, 480, exif(1)))).toMatchObject({ width: 640, height: 480 }))
it.each([
  ['a GIF', new TextEncoder().encode('GIF89a………………………………')],
  ['nothing', new Uint8Array()],
  ['a PNG of no width', png(0, 5)],
  ['a JPEG cut off', jpeg(640, 480).subarray(0, 6)],
])('refuses %s', (_, bytes) => expect(() => pictureInfo(bytes)).toThrow(expect.objectContaining({ code: 'not-a-picture' })))
