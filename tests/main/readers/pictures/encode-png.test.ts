import { describe, expect, it } from 'vitest'
import { encodeRaster } from '../../../../src/main/readers/pictures/encode-png'
import type { Raster } from '../../../../src/main/readers/pictures/pixels'
import { seeded } from '../../../bench/generated-materials'
import { readPng } from '../../../fixtures/documents/png-pixels'

const WIDTH = 61
const HEIGHT = 23
const raster = (channels: Raster['channels'], pixel: (at: number) => readonly number[]): Raster => ({ width: WIDTH, height: HEIGHT, channels, data: Uint8Array.from(Array.from({ length: WIDTH * HEIGHT }, (_, at) => pixel(at)).flat()) })
/** Number of the colour type, behind the sides and the depth (ISO/IEC 15948, 11.2.2). */
const colourType = (bytes: Uint8Array) => bytes[25]
const every = (bytes: Uint8Array) => {
  const picture = readPng(bytes)
  return Array.from({ length: WIDTH * HEIGHT }, (_, at) => picture.at(at % WIDTH, Math.floor(at / WIDTH)))
}

const two = (at: number) => (at % 7 < 3 ? [200, 10, 10] : [10, 10, 200])
/** As many different colours, one after the other and then again. */
const many = (colours: number) => (at: number) => [(at % colours) & 255, (at % colours) >> 8, 77]

describe('a picture is written with as little as it needs', () => {
  const random = seeded(7)
  const noise = Array.from({ length: WIDTH * HEIGHT }, () => [random(), random(), random(), random()].map((value) => Math.floor(value * 256)))
  const of = (at: number, channels: number) => (noise[at] ?? []).slice(0, channels)

  it.each<[string, Raster, number]>([
    ['of few colours has a palette', raster(3, two), 3],
    ['of 256 colours has one', raster(3, many(256)), 3],
    ['of 257 colours has none', raster(3, many(257)), 2],
    ['of all colours has none', raster(3, (at) => of(at, 3)), 2],
    ['with an opacity keeps it', raster(4, (at) => of(at, 4)), 6],
    ['with a full opacity has none', raster(4, (at) => [...of(at, 3), 255]), 2],
    ['of few colours and full opacity has a palette', raster(4, (at) => [...two(at), 255]), 3],
    ['of greys alone is grey', raster(3, (at) => Array<number>(3).fill(at % 256)), 0],
    ['that is grey already stays so', raster(1, (at) => [at % 256]), 0],
  ])('%s, and loses nothing', (_, picture, type) => {
    const bytes = encodeRaster(picture)
    expect(colourType(bytes)).toBe(type)
    const { channels, data } = picture
    const given = Array.from({ length: WIDTH * HEIGHT }, (_pixel, at) => [...data.subarray(at * channels, (at + 1) * channels)])
    expect(every(bytes)).toEqual(given.map((pixel) => (channels === 1 ? [pixel[0], pixel[0], pixel[0]] : type === 6 ? pixel : pixel.slice(0, 3))))
  })

  it('and is smaller by rows of differences where colours run into each other', () => {
    const slope = raster(3, (at) => [at % WIDTH, Math.floor(at / WIDTH), (at * 3) % 256])
    expect(encodeRaster(slope).byteLength).toBeLessThan(slope.data.length / 4)
  })
})
