import { type Paint, TemplateItem } from '../../../shared/model/template'
import { mixedWith } from '../../../shared/slides/template/scheme-colour'
import { childOf, isElement, wholeNumber, type XmlElement } from '../ooxml/xml'
import { boxIn, type Frame, frameOf, number, placedIn, poseOf, says, slideFrame } from './read-frame'
import { outlinesIn } from './read-outline'
import { type ItemContext, textOf } from './read-text'
import type { PathFill } from './shape-geometry'
import { type ColourContext, paintIn, saysFill, toneIn } from './template-colours'

/** Placeholders are each slide's own; what is hidden is nobody's. */
const isLeftOut = (shape: XmlElement): boolean =>
  shape.children.filter(isElement).some((child) => child.name.startsWith('p:nv') && (childOf(childOf(child, 'p:nvPr'), 'p:ph') !== undefined || says(childOf(child, 'p:cNvPr'), 'hidden')))

/** What a shape tree draws beside its placeholders, back to front; without what is larger or farther off than a design may have, so that one shape out of all bounds costs nobody the template. */
export function itemsIn(tree: XmlElement | undefined, context: ItemContext): TemplateItem[] {
  return inFrame(tree, context, slideFrame).filter((item) => TemplateItem.safeParse(item).success)
}

function inFrame(tree: XmlElement | undefined, context: ItemContext, frame: Frame): TemplateItem[] {
  return (tree?.children ?? []).filter(isElement).flatMap((shape): TemplateItem[] => {
    if (isLeftOut(shape)) return []
    switch (shape.name) {
      case 'p:grpSp':
        return inFrame(shape, context, frameOf(shape, frame))
      case 'p:pic':
        return pictureOf(shape, context, frame)
      case 'p:sp':
      case 'p:cxnSp':
        return [...shapesOf(shape, context, frame), ...textOf(shape, context, frame)]
      default:
        return []
    }
  })
}

function pictureOf(shape: XmlElement, context: ColourContext, frame: Frame): TemplateItem[] {
  const fill = childOf(shape, 'p:blipFill')
  const placed = placedIn(childOf(childOf(shape, 'p:spPr'), 'a:xfrm'), frame)
  const blip = childOf(fill, 'a:blip')
  const picture = blip && context.picture(blip)
  if (!picture || placed === null) return []
  const source = childOf(fill, 'a:srcRect')
  const edge = (name: string): number => Math.max(-1, Math.min(0.99, number(source, name) / 100_000))
  return [{ kind: 'picture', asset: picture.asset, box: placed.box, ...poseOf(placed.pose), crop: { left: edge('l'), top: edge('t'), right: edge('r'), bottom: edge('b') } }]
}

/** Shapes that are drawn without an outline of their own. */
const PLAIN: Readonly<Record<string, 'rectangle' | 'ellipse' | 'line'>> = { rect: 'rectangle', ellipse: 'ellipse', line: 'line', straightConnector1: 'line' }

type ShapeItem = Extract<TemplateItem, { kind: 'shape' }>

/** A shape as one item for each of its paths. */
function shapesOf(shape: XmlElement, context: ColourContext, frame: Frame): ShapeItem[] {
  const properties = childOf(shape, 'p:spPr')
  const transform = childOf(properties, 'a:xfrm')
  const placed = placedIn(transform, frame)
  if (placed === null) return []
  const fill = fillOf(shape, properties, context, frame)
  const line = lineOf(shape, properties, context)
  const item = (drawn: Pick<ShapeItem, 'shape' | 'path' | 'fill' | 'line'>): ShapeItem[] => (drawn.fill === null && drawn.line === null ? [] : [{ kind: 'shape', ...drawn, box: placed.box, ...poseOf(placed.pose) }])
  const plain = PLAIN[childOf(properties, 'a:prstGeom')?.attributes.get('prst') ?? '']
  if (plain !== undefined) return item({ shape: plain, fill: plain === 'line' ? null : fill, line })
  // Places named by formulas are in the shape's own units, whatever its groups are scaled to.
  const outlines = outlinesIn(properties, boxIn(transform) ?? placed.box) ?? []
  return outlines.flatMap((outline) => item({ shape: 'free', path: outline.path, fill: fill && shaded(fill, outline.fill), line: outline.stroke ? line : null }))
}

function fillOf(shape: XmlElement, properties: XmlElement | undefined, context: ColourContext, frame: Frame): Paint | null {
  if (childOf(properties, 'a:grpFill') !== undefined) return paintIn(frame.filling, context)
  if (saysFill(properties)) return paintIn(properties, context)
  const style = childOf(childOf(shape, 'p:style'), 'a:fillRef')
  const tone = style !== undefined && style.attributes.get('idx') !== '0' ? toneIn(style, context) : null
  return tone && { kind: 'solid', ...tone }
}

function lineOf(shape: XmlElement, properties: XmlElement | undefined, context: ColourContext): ShapeItem['line'] {
  const outline = childOf(properties, 'a:ln')
  const style = childOf(childOf(shape, 'p:style'), 'a:lnRef')
  const tone = saysFill(outline) ? lineTone(paintIn(outline, context)) : style !== undefined && style.attributes.get('idx') !== '0' ? toneIn(style, context) : null
  return tone && { colour: tone.colour, width: Math.min(1000, (wholeNumber(outline?.attributes.get('w')) ?? 9525) / 12_700) }
}

/** A line of many colours is drawn in the middle one. */
const lineTone = (paint: Paint | null): { readonly colour: string } | null => {
  if (paint?.kind === 'gradient') return paint.stops[Math.floor(paint.stops.length / 2)] ?? null
  return paint?.kind === 'solid' ? paint : null
}

/** How much of white or black is mixed into the fill of such a path. */
const SHADES: Readonly<Record<Exclude<PathFill, 'norm' | 'none'>, readonly [towards: 0 | 1, share: number]>> = { lighten: [1, 0.4], lightenLess: [1, 0.2], darken: [0, 0.4], darkenLess: [0, 0.2] }

function shaded(paint: Paint, fill: PathFill): Paint | null {
  if (fill === 'none') return null
  if (fill === 'norm' || paint.kind === 'picture') return paint
  const [towards, share] = SHADES[fill]
  const mixed = (colour: string): string => mixedWith(colour, towards, share)
  return paint.kind === 'solid' ? { ...paint, colour: mixed(paint.colour) } : { ...paint, stops: paint.stops.map((stop) => ({ ...stop, colour: mixed(stop.colour) })) }
}
