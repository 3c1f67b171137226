import { type DrawnWith, sceneSvg } from '../../shared/slides/drawing/scene-svg'
import type { Deck, Scene, ScenePicture } from '../../shared/slides/scene'
import type { Theme } from '../../shared/slides/theme'
import { pictureOrientation } from '../readers/picture'
import { encodePng } from '../readers/pictures/encode-png'
import { loadResvg } from './load-resvg'
import { SlideTypeface } from './slide-typeface'

export type DrawSlide = (scene: Scene) => Promise<Uint8Array>

/** One typeface for the process: its files are taken apart once. */
const typeface = new SlideTypeface()

/**
 * Draws slides small, without a browser: the same scene gives the same bytes on every computer.
 * @param width pixels of the pictures
 * @param media bytes and type of a picture on a slide; null when it is gone
 * @returns a function from a slide to its PNG
 */
export function slideDrawer(deck: Pick<Deck, 'size'>, theme: Theme, width: number, media: (hash: ScenePicture['asset']) => { readonly bytes: Uint8Array; readonly mime: string } | null): DrawSlide {
  const drawn: DrawnWith = {
    outline: typeface.outline,
    picture: (hash) => {
      const found = media(hash)
      return found === null ? null : { url: `data:${found.mime};base64,${Buffer.from(found.bytes).toString('base64')}`, orientation: pictureOrientation(found.bytes) }
    },
  }
  return async (scene) => {
    const Resvg = await loadResvg()
    const drawing = new Resvg(sceneSvg(scene, deck, theme, drawn), { fitTo: { mode: 'width', value: width } })
    const image = drawing.render()
    try {
      return encodePng({ width: image.width, height: image.height, data: image.pixels })
    } finally {
      image.free()
      drawing.free()
    }
  }
}
