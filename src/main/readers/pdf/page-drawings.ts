/** What a page draws beside its text: pictures, and the ruling lines of tables. Lengths are points, y counts downwards from the top. */
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** How the rows of a picture's pixels run on the page: `turned` when they stand upright, then mirrored to either side. */
export type Orientation = { readonly turned: boolean; readonly flippedX: boolean; readonly flippedY: boolean }

/** A picture on a page; `source` names it among the objects of the page or, where it stands in the page itself, is it. */
export type PlacedPicture = { readonly source: unknown; readonly box: Box; readonly orientation: Orientation }

/** A painted piece of a path that is no rule; `bent` when a line of it runs aslant or a curve of it stays open, as in no cell, background or frame with round corners. */
export type DrawnShape = { readonly box: Box; readonly bent: boolean }

export type PageDrawings = { readonly pictures: readonly PlacedPicture[]; readonly rules: readonly Box[]; readonly shapes: readonly DrawnShape[] }

/** a b c d e f of ISO 32000-1, 8.3.4: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [number, number, number, number, number, number]

/** pdfjs has matrices of single commands as lists, those of forms as typed arrays. */
const matrixIn = (value: unknown): Matrix | null => {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return null
  const numbers: readonly unknown[] = Array.from(value)
  return numbers.length === 6 && numbers.every((entry) => typeof entry === 'number' && Number.isFinite(entry)) ? (numbers as unknown as Matrix) : null
}

/** First the inner one, then the outer. */
const compose = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]
const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f]

const boxOf = (points: readonly (readonly [number, number])[]): Box => {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** A picture fills the unit square, its first row at the top of it (ISO 32000-1, 8.9.5.1). */
const placed = (source: unknown, matrix: Matrix): PlacedPicture => {
  const [a, b, c, d] = matrix
  const turned = Math.abs(b) > Math.abs(a)
  return { source, box: boxOf([apply(matrix, 0, 0), apply(matrix, 1, 0), apply(matrix, 0, 1), apply(matrix, 1, 1)]), orientation: { turned, flippedX: (turned ? c : a) * (turned ? -1 : 1) < 0, flippedY: (turned ? b : -d) < 0 } }
}

/** Rules are no thicker than this… */
const THICKEST = 3
/** …and no shorter than this. */
const SHORTEST = 6
/** A page of a form has some hundreds. */
const MOST_RULES = 4000

const isThin = ({ left, top, right, bottom }: Box) => Math.min(right - left, bottom - top) <= THICKEST
const isRule = (box: Box) => isThin(box) && Math.max(box.right - box.left, box.bottom - box.top) >= SHORTEST

const strokes = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
const fills = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])

/** Numbers behind each drawing command of pdfjs: move, line, cubic, quadratic, close. */
const operands = [2, 2, 6, 4, 0] as const

/** A piece of a path; of a curve its ends stand for it. `aslant` when one of its straight lines is neither upright nor level on the unturned page. */
type Outline = { readonly points: readonly (readonly [number, number])[]; readonly curved: boolean; readonly aslant: boolean; readonly open: boolean }

/** How far from upright or level a line may be, in the path's units, and still be a rule. */
const STRAIGHT = 1
const isAslant = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): boolean => Math.min(Math.abs(ax - bx), Math.abs(ay - by)) > STRAIGHT

const outlinesIn = (path: ArrayLike<number>): readonly Outline[] => {
  const outlines: Outline[] = []
  let points: (readonly [number, number])[] = []
  let curved = false
  let aslant = false
  const close = () => {
    const [first, last] = [points[0], points.at(-1)]
    if (points.length > 1) outlines.push({ points, curved, aslant, open: first?.[0] !== last?.[0] || first?.[1] !== last?.[1] })
    points = []
    curved = false
    aslant = false
  }
  const lineTo = (point: readonly [number, number]) => {
    aslant ||= isAslant(points.at(-1) ?? point, point)
    points.push(point)
  }
  for (let at = 0; at < path.length; ) {
    const command = path[at] ?? 4
    const count = operands[command] ?? path.length
    if (command === 0) close()
    if (command === 4) {
      const [first] = points
      if (first !== undefined) lineTo(first)
    } else {
      const end = [path[at + count - 1] ?? 0, path[at + count] ?? 0] as const
      if (command === 1) lineTo(end)
      else points.push(end)
      curved ||= command > 1
    }
    at += 1 + count
  }
  close()
  return outlines
}

class DrawingReader {
  readonly pictures: PlacedPicture[] = []
  readonly rules: Box[] = []
  readonly shapes: DrawnShape[] = []
  private matrix: Matrix
  private readonly saved: Matrix[] = []

  constructor(view: Matrix) {
    this.matrix = view
  }

  take(operation: number, args: readonly unknown[]): void {
    switch (operation) {
      case OPS.save:
        this.saved.push(this.matrix)
        return
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.matrix = this.saved.pop() ?? this.matrix
        return
      case OPS.transform:
        this.transform(args)
        return
      case OPS.paintFormXObjectBegin:
        this.saved.push(this.matrix)
        this.transform(args[0])
        return
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        this.pictures.push(placed(args[0], this.matrix))
        return
      case OPS.constructPath:
        this.path(args)
        return
      default:
    }
  }

  private transform(value: unknown): void {
    const matrix = matrixIn(value)
    if (matrix !== null) this.matrix = compose(this.matrix, matrix)
  }

  private path([operation, paths]: readonly unknown[]): void {
    if (typeof operation !== 'number' || !Array.isArray(paths) || !(paths[0] instanceof Float32Array) || this.rules.length >= MOST_RULES) return
    const isPainted = fills.has(operation) || strokes.has(operation)
    for (const { points: own, curved, aslant, open } of isPainted ? outlinesIn(paths[0]) : []) {
      const points = own.map(([x, y]) => apply(this.matrix, x, y))
      const box = boxOf(points)
      const bent = aslant || (curved && open)
      if ((bent || !isThin(box)) && this.shapes.length < MOST_RULES) this.shapes.push({ box, bent })
      // A piece with curves is none of a table.
      if (curved) continue
      if (fills.has(operation)) this.rule(box)
      if (strokes.has(operation)) for (const [at, point] of points.entries()) if (at > 0) this.rule(boxOf([points[at - 1] ?? point, point]))
    }
  }

  private rule(box: Box): void {
    if (isRule(box)) this.rules.push(box)
  }
}

/** Reads what a page draws; pictures are unpacked by it, and are then among the objects of the page. */
export const pageDrawings = async (page: PDFPageProxy): Promise<PageDrawings> => {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const reader = new DrawingReader(matrixIn(page.getViewport({ scale: 1 }).transform) ?? [1, 0, 0, -1, 0, 0])
  for (const [at, operation] of fnArray.entries()) reader.take(operation, (argsArray[at] ?? []) as readonly unknown[])
  return reader
}
