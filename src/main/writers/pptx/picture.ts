import type { ScenePicture } from '../../../shared/slides/scene'
import { el, type Xml } from '../xml'
import { nonVisual, rectangle, transform } from './drawing'

/** Fractions as ST_Percentage writes them, in thousandths of a percent (ECMA-376-1 §22.9.2.9). */
const thousandths = (fraction: number): number => Math.round(fraction * 100_000)

/** A picture cropped to its box. `image` is the relationship to its bytes; `alt` must not be empty; `userDrawn` where it belongs to a layout or the master. */
export const pictureXml = (picture: ScenePicture, id: number, image: string, alt: string, userDrawn = false): Xml => {
  const { left, top, right, bottom } = picture.crop
  const cropped = left > 0 || top > 0 || right > 0 || bottom > 0
  return el(
    'p:pic',
    {},
    el('p:nvPicPr', {}, nonVisual({ id, name: picture.name, alt }), el('p:cNvPicPr', {}, el('a:picLocks', { noChangeAspect: true })), el('p:nvPr', { userDrawn: userDrawn ? true : undefined })),
    el(
      'p:blipFill',
      {},
      el('a:blip', { 'r:embed': image }),
      cropped && el('a:srcRect', { l: thousandths(left), t: thousandths(top), r: thousandths(right), b: thousandths(bottom) }),
      el('a:stretch', {}, el('a:fillRect')),
    ),
    el('p:spPr', {}, transform(picture.box), rectangle),
  )
}
