/** The outlines of shapes, whatever their form, and where their words stand. */
import { LONGEST_OUTLINE, type TemplateBox } from '../../../shared/model/template'
import type { XmlElement } from '../ooxml/xml'
import { OutlinePen } from './outline-pen'
import { type Geometry, geometryIn, type GeometryPath, type PathFill } from './shape-geometry'
import { FULL_CIRCLE, type Guides, valueOf, workedOut } from './shape-guides'

/** A path in M, L, C, Q and Z whose numbers are shares of the shape's width and height in turn, and what is drawn of it. */
export type ShapeOutline = { readonly path: string; readonly fill: PathFill; readonly stroke: boolean }

type Size = { readonly width: number; readonly height: number }

const TERMS: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Q: 4, A: 4, Z: 0 }
const radians = (angle: number): number => (angle / FULL_CIRCLE) * 2 * Math.PI

/** Null for a path that begins nowhere, or in which something is neither number nor name. */
function drawn({ steps, width, height }: GeometryPath, guides: Guides, box: Size): string | null {
  const pen = new OutlinePen({ width: width ?? box.width, height: height ?? box.height })
  const tokens = steps.split(' ')
  if (tokens[0] !== 'M') return null
  for (let at = 0; at < tokens.length; ) {
    const command = tokens[at]!
    const count = TERMS[command]
    if (count === undefined) return null
    const values = tokens.slice(at + 1, at + 1 + count).map((term) => valueOf(term, guides))
    if (values.length < count || values.includes(null)) return null
    take(pen, command, values as number[])
    at += 1 + count
  }
  return pen.path
}

function take(pen: OutlinePen, command: string, values: readonly number[]): void {
  if (command === 'Z') return pen.close()
  if (command === 'A') {
    const [width, height, start, sweep] = values as [number, number, number, number]
    return pen.arc(width, height, radians(start), radians(sweep))
  }
  const points = Array.from({ length: values.length / 2 }, (_, at): readonly [number, number] => [values[2 * at]!, values[2 * at + 1]!])
  pen.draw(command as 'M' | 'L' | 'C' | 'Q', points)
}

/**
 * The part of a shape's box in which its words stand, in the units of the slide, as if it were neither turned nor mirrored.
 * @param properties its `p:spPr`
 * @param own its size in its own units, which differ from those of `box` within a group that is scaled
 */
export function textBoxIn(properties: XmlElement | undefined, own: Size, box: TemplateBox): TemplateBox {
  const geometry = geometryIn(properties)
  if (geometry?.text === undefined || own.width === 0 || own.height === 0) return box
  const guides = workedOut(geometry.guides, own.width, own.height)
  const [left, top, right, bottom] = geometry.text.map((term) => valueOf(term, guides)) as [number | null, number | null, number | null, number | null]
  if (left === null || top === null || right === null || bottom === null || right <= left || bottom <= top) return box
  const across = (value: number): number => Math.round((value / own.width) * box.width)
  const down = (value: number): number => Math.round((value / own.height) * box.height)
  return { x: box.x + across(left), y: box.y + down(top), width: across(right - left), height: down(bottom - top) }
}

/**
 * The outlines of a shape, back to front; lines stand above areas.
 * @param properties its `p:spPr`
 * @param box its size, in EMU
 * @returns null where it is of a form that Lectern does not draw
 */
export function outlinesIn(properties: XmlElement | undefined, box: Size): ShapeOutline[] | null {
  const geometry = geometryIn(properties)
  return geometry && outlinesOf(geometry, box)
}

function outlinesOf({ guides, paths }: Geometry, box: Size): ShapeOutline[] | null {
  const values = workedOut(guides, box.width, box.height)
  const outlines = paths.map((path) => ({ path: drawn(path, values, box), fill: path.fill, stroke: path.stroke }))
  const length = outlines.reduce((sum, { path }) => sum + (path?.length ?? Infinity), 0)
  if (outlines.length === 0 || length > LONGEST_OUTLINE) return null
  return (outlines as ShapeOutline[]).toSorted((one, other) => Number(one.fill === 'none') - Number(other.fill === 'none'))
}
