/** How a template's own shapes and grounds are drawn, for whoever draws them: the screen and the small pictures of slides. */
import type { Paint, TemplateItem } from '../../model/template'
import { type Emu, emuToPoints } from '../../units'
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

/** The circle along which a gradient with a focus runs, in shares of the width and height of what it fills: as far as the corner that is farthest off. */
export const gradientCircle = ({ x, y }: NonNullable<Extract<Paint, { kind: 'gradient' }>['focus']>): { readonly cx: number; readonly cy: number; readonly r: number } => ({ cx: x, cy: y, r: Math.hypot(Math.max(x, 1 - x), Math.max(y, 1 - y)) })

/** Where a picture is first drawn that fills a box, before it is repeated: all of the box where it is stretched over it. */
export const tileIn = (tile: Extract<Paint, { kind: 'picture' }>['tile'], box: PointBox): PointBox => (tile === undefined ? box : { x: box.x + emuToPoints(tile.x as Emu), y: box.y + emuToPoints(tile.y as Emu), width: emuToPoints(tile.width as Emu), height: emuToPoints(tile.height as Emu) })

/** A `free` outline where it stands, as an SVG path. */
export function pathIn(path: string, { x, y, width, height }: PointBox): string {
  let isAcross = false
  return path.replaceAll(/[MLCQZ]|[^ MLCQZ]+/g, (token) => {
    if (/[MLCQZ]/.test(token)) {
      isAcross = true
      return token
    }
    const place = isAcross ? x + Number(token) * width : y + Number(token) * height
    isAcross = !isAcross
    return String(Math.round(place * 1000) / 1000)
  })
}

/** The transformation of an item that is turned or mirrored, about the middle of its box; null for one that is not. */
export function transformOf({ turn = 0, flippedX = false, flippedY = false }: Pick<TemplateItem, 'turn' | 'flippedX' | 'flippedY'>, { x, y, width, height }: PointBox): string | null {
  if (turn === 0 && !flippedX && !flippedY) return null
  const [across, down] = [x + width / 2, y + height / 2]
  return `translate(${across} ${down}) rotate(${turn}) scale(${flippedX ? -1 : 1} ${flippedY ? -1 : 1}) translate(${-across} ${-down})`
}

export const uncropped = { left: 0, top: 0, right: 0, bottom: 0 }
