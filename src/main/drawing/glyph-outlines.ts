import { ByteReader } from './byte-reader'

const COMPOSITE = -1
/** Flags of a part of a composite glyph (ISO/IEC 14496-22, 5.3.4). */
const part = { words: 1, scale: 8, more: 32, twoScales: 64, matrix: 128, instructions: 256 } as const

type Point = { readonly x: number; readonly y: number; readonly onCurve: boolean }

/**
 * The outline of every glyph of a WOFF2 font's transformed `glyf` table (W3C WOFF2 §5.1), as a path of SVG in the font's units, y downwards. Glyphs put together
 * of others stay empty: the bundled typeface has none.
 */
export function glyphOutlines(glyf: Uint8Array): readonly string[] {
  const head = new ByteReader(glyf, 4)
  const count = head.uint16()
  const sizes = new ByteReader(glyf, 8)
  let at = 36
  const stream = (): ByteReader => {
    const reader = new ByteReader(glyf, at)
    at += sizes.uint32()
    return reader
  }
  const [contours, points, flags, coordinates, composites] = [stream(), stream(), stream(), stream(), stream()] as const
  return Array.from({ length: count }, () => {
    const number = contours.int16()
    if (number === 0) return ''
    if (number === COMPOSITE) {
      if (skipComposite(composites)) coordinates.short255()
      return ''
    }
    const lengths = Array.from({ length: number }, () => points.short255())
    let position = { x: 0, y: 0 }
    const path = lengths.map((length) =>
      contourPath(
        Array.from({ length }, () => {
          const flag = flags.uint8()
          const { dx, dy } = step(flag & 127, coordinates)
          position = { x: position.x + dx, y: position.y + dy }
          return { x: position.x, y: -position.y, onCurve: flag < 128 }
        }),
      ),
    )
    coordinates.short255() // how long its instructions are, which stand in a stream that is not read
    return path.join('')
  })
}

/** @returns whether instructions follow */
function skipComposite(composites: ByteReader): boolean {
  for (let instructed = false; ; ) {
    const flags = composites.uint16()
    composites.skip(2 + (flags & part.words ? 4 : 2) + (flags & part.matrix ? 8 : flags & part.twoScales ? 4 : flags & part.scale ? 2 : 0))
    instructed ||= (flags & part.instructions) !== 0
    if ((flags & part.more) === 0) return instructed
  }
}

const signed = (flag: number, value: number): number => (flag & 1 ? value : -value)

/** How far a point lies from the one before: the triplets of W3C WOFF2 §5.2, in one to four bytes. */
function step(flag: number, bytes: ByteReader): { readonly dx: number; readonly dy: number } {
  if (flag < 10) return { dx: 0, dy: signed(flag, ((flag & 14) << 7) + bytes.uint8()) }
  if (flag < 20) return { dx: signed(flag, (((flag - 10) & 14) << 7) + bytes.uint8()), dy: 0 }
  if (flag < 84) {
    const [high, low] = [flag - 20, bytes.uint8()]
    return { dx: signed(flag, 1 + (high & 0x30) + (low >> 4)), dy: signed(flag >> 1, 1 + ((high & 0x0c) << 2) + (low & 15)) }
  }
  if (flag < 120) {
    const high = flag - 84
    return { dx: signed(flag, 1 + (Math.floor(high / 12) << 8) + bytes.uint8()), dy: signed(flag >> 1, 1 + (((high % 12) >> 2) << 8) + bytes.uint8()) }
  }
  if (flag < 124) {
    const [first, shared, last] = [bytes.uint8(), bytes.uint8(), bytes.uint8()]
    return { dx: signed(flag, (first << 4) + (shared >> 4)), dy: signed(flag >> 1, ((shared & 15) << 8) + last) }
  }
  return { dx: signed(flag, bytes.uint16()), dy: signed(flag >> 1, bytes.uint16()) }
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, onCurve: true })

/** A closed contour of quadratic curves: between two points off the curve lies one on it, which is not written (ISO/IEC 14496-22, 5.3.4). */
function contourPath(points: readonly Point[]): string {
  const first = points[0]
  if (!first) return ''
  const last = points.at(-1)!
  const start = first.onCurve ? first : last.onCurve ? last : between(first, last)
  let path = `M${start.x} ${start.y}`
  let control: Point | null = null
  for (const point of [...(first.onCurve ? points.slice(1) : points), start]) {
    if (control === null) {
      if (point.onCurve) path += `L${point.x} ${point.y}`
      else control = point
      continue
    }
    const end: Point = point.onCurve ? point : between(control, point)
    path += `Q${control.x} ${control.y} ${end.x} ${end.y}`
    control = point.onCurve ? null : point
  }
  return `${path}Z`
}
