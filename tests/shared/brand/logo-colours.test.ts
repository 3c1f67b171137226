import { describe, expect, it } from 'vitest'
import { companionOf, logoColours, proposedColours } from '../../../src/shared/brand/logo-colours'
import { distance, oklchOf } from '../../../src/shared/slides/colour'

type Area = readonly [hex: string, pixels: number, alpha?: number]
const picture = (...areas: readonly Area[]) =>
  Uint8ClampedArray.from(areas.flatMap(([hex, pixels, alpha = 255]) => Array.from({ length: pixels }, () => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)).concat(alpha)).flat()))

describe('the colours of a logo', () => {
  it('are what covers most of it, without white, greys and what is transparent', () => {
    const [first, second, ...rest] = logoColours(picture(['FFFFFF', 900], ['1C5FB8', 300], ['C2571A', 100], ['808080', 500], ['00FF00', 700, 20]))
    expect(distance(first!, '1C5FB8')).toBeLessThan(0.03)
    expect(distance(second!, 'C2571A')).toBeLessThan(0.03)
    expect(rest).toEqual([])
  })

  it('are one where a colour fades into the paper', () => {
    expect(logoColours(picture(['B3261E', 400], ['BA332B', 60], ['C0443D', 30], ['FFFFFF', 900]))).toHaveLength(1)
  })

  it('pass over a speck', () => {
    expect(logoColours(picture(['1C5FB8', 1000], ['00A651', 5]))).toHaveLength(1)
  })

  it('are none of a logo in black and white', () => {
    expect(logoColours(picture(['000000', 500], ['FFFFFF', 500]))).toEqual([])
    expect(proposedColours([])).toEqual({ primary: null, accent: null })
  })

  it('make a pair of what covers most and what differs most from it', () => {
    expect(proposedColours(['1C5FB8', '2E8BC0', 'C2571A'])).toEqual({ primary: '1C5FB8', accent: 'C2571A' })
    expect(proposedColours(['1C5FB8'])).toEqual({ primary: '1C5FB8', accent: null })
  })

  it('find a companion that is another hue', () => {
    const { hue } = oklchOf(companionOf('1C5FB8'))
    expect(Math.abs(hue - oklchOf('1C5FB8').hue) % 360).toBeGreaterThan(60)
  })
})
