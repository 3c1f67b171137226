import { isFilm } from '../../../shared/model/media'
import { encodePng } from '../pictures/encode-png'
import type { Pixels } from '../pictures/pixels'
import type { MediaHeader } from './media-header'

/** Pixels of the longer side: flat colours need no more, whatever the film has. */
const LONGER_SIDE = 960
const SOUND = { width: 16, height: 9 }

type Colour = readonly [number, number, number]
const GROUND: Colour = [38, 48, 59]
const DISC: Colour = [240, 243, 246]

/** How much of a pixel lies inside an edge at `distance` pixels (negative inside). */
const covered = (distance: number): number => Math.max(0, Math.min(1, 0.5 - distance))

/** Heights of the bars that stand for a sound, as shares of the disc’s radius. */
const BARS = [0.32, 0.66, 1, 0.52, 0.8, 0.36] as const

/** Distance to the sign in the disc: a triangle that points to the right, or bars. @param x,y from the disc’s middle, in shares of its radius */
const signDistance = (film: boolean, x: number, y: number): number => {
  if (film) return Math.max(-0.28 - x, (x - 0.5) * 0.5 + Math.abs(y) * 0.866)
  const width = 0.17
  return Math.min(...BARS.map((height, index) => Math.max(Math.abs(x - (index - (BARS.length - 1) / 2) * width) - width * 0.29, Math.abs(y) - height * 0.46)))
}

const mixed = (under: number, over: number, share: number): number => Math.round(under + (over - under) * share)

/**
 * What stands for a film or a sound where it is not played and nobody chose a picture for it: on paper, and on the slide until it is started. In the film’s own
 * shape, so that it starts in the place of the poster. The same header gives the same bytes.
 * @returns a PNG and its size in pixels
 */
export const defaultPoster = ({ mime, width, height }: MediaHeader): { readonly bytes: Uint8Array; readonly width: number; readonly height: number } => {
  const film = isFilm(mime)
  const shape = film ? { width, height } : SOUND
  const scale = LONGER_SIDE / Math.max(shape.width, shape.height)
  const size = { width: Math.max(1, Math.round(shape.width * scale)), height: Math.max(1, Math.round(shape.height * scale)) }
  const pixels: Pixels = { ...size, data: new Uint8ClampedArray(size.width * size.height * 4) }
  const radius = Math.min(size.width, size.height) * 0.11
  for (let row = 0; row < size.height; row += 1)
    for (let column = 0; column < size.width; column += 1) {
      const x = column + 0.5 - size.width / 2
      const y = row + 0.5 - size.height / 2
      const disc = covered(Math.hypot(x, y) - radius)
      const sign = disc === 0 ? 0 : covered(signDistance(film, x / radius, y / radius) * radius)
      const at = (row * size.width + column) * 4
      for (const channel of [0, 1, 2] as const) pixels.data[at + channel] = mixed(mixed(GROUND[channel], DISC[channel], disc), GROUND[channel], sign)
      pixels.data[at + 3] = 255
    }
  return { bytes: encodePng(pixels), ...size }
}
