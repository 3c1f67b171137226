import type { ScenePicture } from '../scene'
import type { PointBox } from './point-box'

/** Of a picture at least this much is left, whatever a file says of its crop. */
const LEAST_SHARE = 0.01

/** Where the whole of a picture would lie, in its box's own coordinates, for the part that its crop leaves to fill the box. */
export function pictureExtent({ width, height }: Pick<PointBox, 'width' | 'height'>, { left, top, right, bottom }: ScenePicture['crop']): PointBox {
  const whole = { width: width / Math.max(LEAST_SHARE, 1 - left - right), height: height / Math.max(LEAST_SHARE, 1 - top - bottom) }
  return { x: -left * whole.width, y: -top * whole.height, ...whole }
}
