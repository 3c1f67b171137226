/** The outlines of shapes that are no rectangles or ellipses: free ones (ECMA-376-1 §20.1.9.8), and those of PowerPoint's own that consist of straight lines. */
import { LONGEST_OUTLINE } from '../../../shared/model/template'
import { childOf, childrenOf, isElement, wholeNumber, type XmlElement } from '../ooxml/xml'

/** A path in M, L, C, Q and Z whose numbers are shares of the shape's width and height in turn; `open` where it has nothing to fill. */
export type ShapeOutline = { readonly path: string; readonly open: boolean }

const FULL_CIRCLE = 21_600_000

type Size = { readonly width: number; readonly height: number }
type Point = readonly [x: number, y: number]

const share = (value: number, whole: number): string => String(Math.round((whole === 0 ? 0 : value / whole) * 100_000) / 100_000)

/** Collects the commands of one path. */
class Pen {
  readonly #commands: string[] = []
  at: Point = [0, 0]
  constructor(private readonly size: Size) {}

  draw(command: 'M' | 'L' | 'C' | 'Q', points: readonly Point[]): void {
    this.#commands.push([command, ...points.flatMap(([x, y]) => [share(x, this.size.width), share(y, this.size.height)])].join(' '))
    this.at = points.at(-1) ?? this.at
  }

  close(): void {
    this.#commands.push('Z')
  }

  /** Along an ellipse of these radii from one angle over another (radians, clockwise), as curves of a quarter at most. */
  arc(width: number, height: number, start: number, sweep: number): void {
    const centre: Point = [this.at[0] - width * Math.cos(start), this.at[1] - height * Math.sin(start)]
    const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2)))
    const step = sweep / pieces
    const reach = (4 / 3) * Math.tan(step / 4)
    for (let piece = 0; piece < pieces; piece += 1) {
      const [from, to] = [start + piece * step, start + (piece + 1) * step]
      const on = (angle: number, along: number): Point => [centre[0] + width * (Math.cos(angle) - along * Math.sin(angle)), centre[1] + height * (Math.sin(angle) + along * Math.cos(angle))]
      this.draw('C', [on(from, reach), on(to, -reach), on(to, 0)])
    }
  }

  get path(): string {
    return this.#commands.join(' ')
  }
}

/** Null for a place that is named by a formula. */
function pointIn(point: XmlElement): Point | null {
  const [x, y] = [wholeNumber(point.attributes.get('x')), wholeNumber(point.attributes.get('y'))]
  return x === undefined || y === undefined ? null : [x, y]
}

const DRAWN: Readonly<Record<string, readonly [command: 'M' | 'L' | 'C' | 'Q', points: number]>> = { 'a:moveTo': ['M', 1], 'a:lnTo': ['L', 1], 'a:cubicBezTo': ['C', 3], 'a:quadBezTo': ['Q', 2] }

/** The angle by which a point stands on an ellipse, from the one at which it is seen (§20.1.9.3). */
const onEllipse = (seen: number, width: number, height: number): number => {
  const angle = (seen / FULL_CIRCLE) * 2 * Math.PI
  const own = Math.atan2(width * Math.sin(angle), height * Math.cos(angle))
  return own + 2 * Math.PI * Math.round((angle - own) / (2 * Math.PI))
}

/** @returns whether the step could be drawn */
function take(pen: Pen, step: XmlElement): boolean {
  if (step.name === 'a:close') {
    pen.close()
    return true
  }
  if (step.name === 'a:arcTo') {
    const [width, height, start, sweep] = ['wR', 'hR', 'stAng', 'swAng'].map((name) => wholeNumber(step.attributes.get(name)))
    if (width === undefined || height === undefined || start === undefined || sweep === undefined || Math.abs(sweep) > FULL_CIRCLE) return false
    const from = onEllipse(start, width, height)
    const turns = Math.abs(sweep) === FULL_CIRCLE ? Math.sign(sweep) * 2 * Math.PI : onEllipse(start + sweep, width, height) - from
    pen.arc(width, height, from, turns)
    return true
  }
  const [command, count] = DRAWN[step.name] ?? []
  const points = childrenOf(step, 'a:pt').map(pointIn)
  if (command === undefined || points.length !== count || points.some((point) => point === null)) return false
  pen.draw(command, points as readonly Point[])
  return true
}

function freeOutline(geometry: XmlElement, box: Size): ShapeOutline | null {
  const paths = childrenOf(childOf(geometry, 'a:pathLst'), 'a:path')
  const filled = paths.filter(({ attributes }) => attributes.get('fill') !== 'none')
  const drawn: string[] = []
  for (const path of filled.length > 0 ? filled : paths) {
    const pen = new Pen({ width: wholeNumber(path.attributes.get('w')) || box.width, height: wholeNumber(path.attributes.get('h')) || box.height })
    if (!path.children.filter(isElement).every((step) => take(pen, step))) return null
    drawn.push(pen.path)
  }
  const path = drawn.join(' ')
  return path.startsWith('M') && path.length <= LONGEST_OUTLINE ? { path, open: filled.length === 0 } : null
}

/** Of PowerPoint's own shapes (`presetShapeDefinitions.xml` of ECMA-376-1): how far in the slanted side reaches, in 100 000ths of the shorter side, if nothing else is said. */
const slants: Readonly<Record<string, number>> = { parallelogram: 25_000, trapezoid: 25_000, homePlate: 50_000, chevron: 50_000 }

function cornersOf(preset: string, { width, height }: Size, said: number | undefined): readonly Point[] | null {
  const across = (width * Math.max(0, Math.min(100_000, said ?? 50_000))) / 100_000
  const slant = Math.max(0, Math.min(preset === 'trapezoid' ? width / 2 : width, (Math.min(width, height) * (said ?? slants[preset] ?? 0)) / 100_000))
  const middle = height / 2
  switch (preset) {
    case 'triangle':
      return [[0, height], [across, 0], [width, height]]
    case 'rtTriangle':
      return [[0, height], [0, 0], [width, height]]
    case 'diamond':
      return [[0, middle], [width / 2, 0], [width, middle], [width / 2, height]]
    case 'parallelogram':
      return [[0, height], [slant, 0], [width, 0], [width - slant, height]]
    case 'trapezoid':
      return [[0, height], [slant, 0], [width - slant, 0], [width, height]]
    case 'homePlate':
      return [[0, 0], [width - slant, 0], [width, middle], [width - slant, height], [0, height]]
    case 'chevron':
      return [[0, 0], [width - slant, 0], [width, middle], [width - slant, height], [0, height], [slant, middle]]
    default:
      return null
  }
}

/** What a preset's one handle was moved to, if it was. */
const adjustment = (geometry: XmlElement): number | undefined => wholeNumber(/^val (-?\d+)$/.exec(childrenOf(childOf(geometry, 'a:avLst'), 'a:gd')[0]?.attributes.get('fmla') ?? '')?.[1])

/**
 * The outline of a shape.
 * @param properties its `p:spPr`
 * @param box its size, in EMU
 * @returns null where it is of a form that Lectern does not draw
 */
export function outlineIn(properties: XmlElement | undefined, box: Size): ShapeOutline | null {
  const free = childOf(properties, 'a:custGeom')
  if (free !== undefined) return freeOutline(free, box)
  const preset = childOf(properties, 'a:prstGeom')
  const corners = preset && cornersOf(preset.attributes.get('prst') ?? '', box, adjustment(preset))
  if (!corners) return null
  const pen = new Pen(box)
  for (const [at, corner] of corners.entries()) pen.draw(at === 0 ? 'M' : 'L', [corner])
  pen.close()
  return { path: pen.path, open: false }
}
