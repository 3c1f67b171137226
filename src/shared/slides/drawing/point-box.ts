import { emuToPoints } from '../../units'
import type { Box } from '../scene'

/** A rectangle in points from the slide's top-left corner. */
export type PointBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export const pointBox = (box: Box): PointBox => ({ x: emuToPoints(box.x), y: emuToPoints(box.y), width: emuToPoints(box.width), height: emuToPoints(box.height) })
