import type { ScenePicture } from '../scene'
import { pictureExtent } from './picture-extent'
import { type Orientation, turnedInto } from './orientation'
import type { PointBox } from './point-box'

/** A picture's bytes as a `data:` URL, and how they lie: what draws SVG takes the pixels as they come. */
export type DrawnPicture = { readonly url: string; readonly orientation: Orientation }

/** A length as SVG has it: thousandths of a point are finer than any picture shows. */
export const number = (value: number, digits = 3): string => String(Number(value.toFixed(digits)))

/** A picture stretched over its box; the nested viewport cuts off what the crop names. Nothing where the picture is gone. */
export function croppedImage(picture: DrawnPicture | null, box: PointBox, crop: ScenePicture['crop']): string {
  if (picture === null) return ''
  const whole = pictureExtent(box, crop)
  const place = picture.orientation === 1 ? `x="${number(whole.x)}" y="${number(whole.y)}" width="${number(whole.width)}" height="${number(whole.height)}"` : `width="1" height="1" transform="matrix(${turnedInto(whole, picture.orientation).map((value) => number(value)).join(' ')})"`
  return `<svg x="${number(box.x)}" y="${number(box.y)}" width="${number(box.width)}" height="${number(box.height)}"><image href="${picture.url}" ${place} preserveAspectRatio="none"/></svg>`
}
