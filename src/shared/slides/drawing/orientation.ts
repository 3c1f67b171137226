import type { PointBox } from './point-box'

/** How a photo's pixels lie to what is seen: the value of EXIF's tag 0x0112, 1 for upright (CIPA DC-008, 4.6.5). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** Right and down in the pixels, and their top left corner, as steps of a unit square that is seen: what SVG calls a, b, c, d, e and f. */
const seen: Readonly<Record<Orientation, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, 1, 1, 0, 0, 0],
  6: [0, 1, -1, 0, 1, 0],
  7: [0, -1, -1, 0, 1, 1],
  8: [0, -1, 1, 0, 0, 1],
}

/** The six numbers of a `matrix(…)` of SVG that puts a picture of one unit's width and height into the box as it is meant to be seen. */
export function turnedInto({ x, y, width, height }: PointBox, orientation: Orientation): readonly number[] {
  const [a, b, c, d, e, f] = seen[orientation]
  return [a * width, b * height, c * width, d * height, x + e * width, y + f * height]
}
