import type { ScenePicture } from '../scene'
import { pictureExtent } from './picture-extent'
import type { PointBox } from './point-box'

/** A length as SVG has it: thousandths of a point are finer than any picture shows. */
export const number = (value: number, digits = 3): string => String(Number(value.toFixed(digits)))

/** A picture stretched over its box; the nested viewport cuts off what the crop names. Nothing where the picture is gone. */
export function croppedImage(url: string | null, box: PointBox, crop: ScenePicture['crop']): string {
  if (url === null) return ''
  const { x, y, width, height } = pictureExtent(box, crop)
  return `<svg x="${number(box.x)}" y="${number(box.y)}" width="${number(box.width)}" height="${number(box.height)}"><image href="${url}" x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" preserveAspectRatio="none"/></svg>`
}
