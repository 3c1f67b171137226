/** How shapes are described: free ones by their file (ECMA-376-1 §20.1.9.8), the others by the standard itself, under their names. */
import presets from '../../../../resources/shapes/preset-shapes.json'
import { childOf, childrenOf, isElement, wholeNumber, type XmlElement } from '../ooxml/xml'
import type { Guide } from './shape-guides'

/** How the inside of a path is painted, from the shape's own fill (§20.1.10.37). */
export type PathFill = 'norm' | 'none' | 'lighten' | 'lightenLess' | 'darken' | 'darkenLess'

/** One path of a shape. */
export type GeometryPath = {
  /** The size its numbers are meant in; the shape's own, in EMU, where it is left out. */
  readonly width?: number
  readonly height?: number
  readonly fill: PathFill
  readonly stroke: boolean
  /** `M x y`, `L x y`, `C` with three points, `Q` with two, `A wR hR stAng swAng` and `Z`, one after the other; each x, y and so on a number or a guide's name. */
  readonly steps: string
}

export type Geometry = {
  readonly guides: readonly Guide[]
  readonly paths: readonly GeometryPath[]
  /** Left, upper, right and lower edge of where its words stand; the whole shape where it is left out. */
  readonly text?: readonly string[]
}

type Preset = { readonly guides: string; readonly text?: string; readonly paths: readonly (Omit<GeometryPath, 'fill' | 'stroke'> & { readonly fill?: string; readonly stroke?: boolean })[] }

const FILLS: readonly string[] = ['none', 'lighten', 'lightenLess', 'darken', 'darkenLess'] satisfies PathFill[]
const fillOf = (said: string | undefined): PathFill => (said !== undefined && FILLS.includes(said) ? (said as PathFill) : 'norm')

function presetGeometry(name: string): Geometry | null {
  const found = Object.hasOwn(presets, name) ? (presets as Readonly<Record<string, Preset>>)[name] : undefined
  if (found === undefined) return null
  const guides = found.guides === '' ? [] : found.guides.split('; ').map((guide): Guide => [guide.slice(0, guide.indexOf(' ')), guide.slice(guide.indexOf(' ') + 1)])
  return { guides, ...(found.text !== undefined && { text: found.text.split(' ') }), paths: found.paths.map(({ fill, stroke = true, ...path }) => ({ ...path, fill: fillOf(fill), stroke })) }
}

const guidesIn = (list: XmlElement | undefined): Guide[] => childrenOf(list, 'a:gd').map(({ attributes }) => [attributes.get('name') ?? '', attributes.get('fmla') ?? ''])

const COMMANDS: Readonly<Record<string, readonly [command: string, points: number]>> = { 'a:moveTo': ['M', 1], 'a:lnTo': ['L', 1], 'a:cubicBezTo': ['C', 3], 'a:quadBezTo': ['Q', 2] }

const terms = (element: XmlElement, names: readonly string[]): string[] => names.map((name) => (element.attributes.get(name) ?? '').trim())

/** Null for a step that is none. */
function stepOf(step: XmlElement): string | null {
  if (step.name === 'a:close') return 'Z'
  const arc = step.name === 'a:arcTo' ? terms(step, ['wR', 'hR', 'stAng', 'swAng']) : null
  const [command, count] = arc === null ? (COMMANDS[step.name] ?? []) : ['A', 0]
  const points = childrenOf(step, 'a:pt')
  if (command === undefined || points.length !== count) return null
  const all = arc ?? points.flatMap((point) => terms(point, ['x', 'y']))
  return all.every((term) => /^[^\s]+$/.test(term)) ? [command, ...all].join(' ') : null
}

function freeGeometry(geometry: XmlElement): Geometry | null {
  const paths: GeometryPath[] = []
  for (const path of childrenOf(childOf(geometry, 'a:pathLst'), 'a:path')) {
    const steps = path.children.filter(isElement).map(stepOf)
    if (steps.includes(null)) return null
    const [width, height] = ['w', 'h'].map((name) => wholeNumber(path.attributes.get(name)))
    paths.push({ ...(width && { width }), ...(height && { height }), fill: fillOf(path.attributes.get('fill')), stroke: !['0', 'false'].includes(path.attributes.get('stroke') ?? ''), steps: steps.join(' ') })
  }
  const rectangle = childOf(geometry, 'a:rect')
  return { guides: [...guidesIn(childOf(geometry, 'a:avLst')), ...guidesIn(childOf(geometry, 'a:gdLst'))], ...(rectangle && { text: terms(rectangle, ['l', 't', 'r', 'b']) }), paths }
}

/**
 * The geometry of a shape; what its handles were moved to stands in place of the standard's own values.
 * @param properties its `p:spPr`
 * @returns null where it has none that can be read
 */
export function geometryIn(properties: XmlElement | undefined): Geometry | null {
  const free = childOf(properties, 'a:custGeom')
  if (free !== undefined) return freeGeometry(free)
  const preset = childOf(properties, 'a:prstGeom')
  const geometry = preset && presetGeometry(preset.attributes.get('prst') ?? '')
  if (!geometry) return null
  const moved = new Map(guidesIn(childOf(preset, 'a:avLst')))
  return { ...geometry, guides: geometry.guides.map(([name, formula]) => [name, moved.get(name) ?? formula]) }
}
