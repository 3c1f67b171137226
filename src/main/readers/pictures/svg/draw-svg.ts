import type { Resvg } from '@resvg/resvg-wasm'
import { loadResvg } from '../../../drawing/load-resvg'
import { PictureError, type Pixels } from '../pixels'
import { cleanSvg } from './clean-svg'
import { systemFont } from './system-font'

/** The longer side of a drawing in pixels: it fills a slide of 1920 by 1080. */
const LONGEST = 1920

export type DrawnSvg = Pixels & {
  /** Scripts and outside addresses that were taken out before. */
  readonly removed: number
  /** Words that could not be drawn, since this computer has no font for them. */
  readonly fontless: boolean
}

const han = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/u

/** Marks and bullets stay as small as they are, so that they are known for what they are. */
const zoomFor = (width: number, height: number): number => (Math.min(width, height) < 16 ? Math.min(1, LONGEST / Math.max(width, height)) : LONGEST / Math.max(width, height))

/** Draws on white, as drawings are made for paper. */
const render = (Renderer: typeof Resvg, svg: string, options: ConstructorParameters<typeof Resvg>[1]): Pixels => {
  const measured = new Renderer(svg, options)
  const zoom = zoomFor(measured.width, measured.height)
  const isEmpty = measured.innerBBox() === undefined
  measured.free()
  if (isEmpty) throw new PictureError('damaged', 'an SVG that draws nothing')
  const drawing = new Renderer(svg, { ...options, background: '#fff', fitTo: { mode: 'zoom', value: zoom } })
  const image = drawing.render()
  const pixels = { width: image.width, height: image.height, data: image.pixels }
  image.free()
  drawing.free()
  return pixels
}

/**
 * Draws an SVG. Nothing outside its own bytes is read but a font of this computer, and only where it holds words.
 * @throws PictureError `damaged`, `too-large`
 */
export const drawSvg = async (bytes: Uint8Array): Promise<DrawnSvg> => {
  const { text, removed, words } = cleanSvg(bytes)
  const renderer = await loadResvg()
  const hasWords = words.trim() !== ''
  const font = hasWords ? await systemFont(han.test(words)) : null
  const family = font?.family
  try {
    const pixels = render(renderer, text, font === null || family === undefined ? {} : { font: { fontBuffers: [font.bytes], defaultFontFamily: family, sansSerifFamily: family, serifFamily: family, monospaceFamily: family } })
    return { ...pixels, removed, fontless: hasWords && font === null }
  } catch (error) {
    throw error instanceof PictureError ? error : new PictureError('damaged', 'an SVG that cannot be drawn', { cause: error })
  }
}
