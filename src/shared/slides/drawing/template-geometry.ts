/** How a template's own shapes and grounds are drawn, for whoever draws them: the screen and the small pictures of slides. */
import type { Paint } from '../../model/template'
import type { PointBox } from './point-box'

/** PowerPoint's own radius of a rounded rectangle, a share of its shorter side. */
const RADIUS = 1 / 6

export const roundedRadius = ({ width, height }: Pick<PointBox, 'width' | 'height'>): number => Math.min(width, height) * RADIUS

/** Where a gradient begins and ends, in shares of the width and height of what it fills. */
export function gradientLine({ angle }: Extract<Paint, { kind: 'gradient' }>): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } {
  const radians = (angle * Math.PI) / 180
  const [x, y] = [Math.cos(radians) / 2, Math.sin(radians) / 2]
  return { x1: 0.5 - x, y1: 0.5 - y, x2: 0.5 + x, y2: 0.5 + y }
}

export const uncropped = { left: 0, top: 0, right: 0, bottom: 0 }
