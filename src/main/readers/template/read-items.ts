import type { TemplateBox, TemplateItem } from '../../../shared/model/template'
import { childOf, isElement, wholeNumber, type XmlElement } from '../ooxml/xml'
import { outlineIn } from './read-outline'
import { type ColourContext, paintIn, saysFill, toneIn } from './template-colours'

/** From a group's own coordinates to those of the slide. */
type Frame = { readonly x: number; readonly y: number; readonly scaleX: number; readonly scaleY: number }

const slide: Frame = { x: 0, y: 0, scaleX: 1, scaleY: 1 }
/** A layout of so many shapes is a drawing that a preview need not show to the last. */
const MOST_ITEMS = 300

const number = (element: XmlElement | undefined, name: string): number => wholeNumber(element?.attributes.get(name)) ?? 0

/** The box of an `a:xfrm`; null where it has none. */
export function boxIn(transform: XmlElement | undefined, frame: Frame = slide): TemplateBox | null {
  const offset = childOf(transform, 'a:off')
  const extent = childOf(transform, 'a:ext')
  if (offset === undefined || extent === undefined) return null
  return {
    x: Math.round(frame.x + number(offset, 'x') * frame.scaleX),
    y: Math.round(frame.y + number(offset, 'y') * frame.scaleY),
    width: Math.round(Math.max(0, number(extent, 'cx')) * frame.scaleX),
    height: Math.round(Math.max(0, number(extent, 'cy')) * frame.scaleY),
  }
}

type Pose = Pick<TemplateItem, 'turn' | 'flippedX' | 'flippedY'>

/** How a shape stands in its box; groups that are turned or mirrored are drawn as if they were not. */
function poseIn(transform: XmlElement | undefined): Pose {
  const turn = (number(transform, 'rot') / 60_000) % 360
  const says = (name: string): boolean => ['1', 'true'].includes(transform?.attributes.get(name) ?? '')
  return { ...(turn !== 0 && { turn }), ...(says('flipH') && { flippedX: true }), ...(says('flipV') && { flippedY: true }) }
}

const isPlaceholder = (shape: XmlElement): boolean =>
  shape.children.filter(isElement).some((child) => child.name.startsWith('p:nv') && childOf(childOf(child, 'p:nvPr'), 'p:ph') !== undefined)

/** What a shape tree draws beside its placeholders, back to front. */
export function itemsIn(tree: XmlElement | undefined, context: ColourContext): TemplateItem[] {
  return inFrame(tree, context, slide).slice(0, MOST_ITEMS)
}

function inFrame(tree: XmlElement | undefined, context: ColourContext, frame: Frame): TemplateItem[] {
  return (tree?.children ?? []).filter(isElement).flatMap((shape): TemplateItem[] => {
    if (isPlaceholder(shape)) return []
    switch (shape.name) {
      case 'p:grpSp':
        return inFrame(shape, context, frameOf(shape, frame))
      case 'p:pic':
        return pictureOf(shape, context, frame)
      case 'p:sp':
      case 'p:cxnSp':
        return shapeOf(shape, context, frame)
      default:
        return []
    }
  })
}

function frameOf(group: XmlElement, outer: Frame): Frame {
  const transform = childOf(childOf(group, 'p:grpSpPr'), 'a:xfrm')
  const box = boxIn(transform, outer)
  const inner = { offset: childOf(transform, 'a:chOff'), extent: childOf(transform, 'a:chExt') }
  const [width, height] = [number(inner.extent, 'cx'), number(inner.extent, 'cy')]
  if (box === null || width <= 0 || height <= 0) return outer
  const [scaleX, scaleY] = [box.width / width, box.height / height]
  return { x: box.x - number(inner.offset, 'x') * scaleX, y: box.y - number(inner.offset, 'y') * scaleY, scaleX, scaleY }
}

function pictureOf(shape: XmlElement, context: ColourContext, frame: Frame): TemplateItem[] {
  const fill = childOf(shape, 'p:blipFill')
  const transform = childOf(childOf(shape, 'p:spPr'), 'a:xfrm')
  const box = boxIn(transform, frame)
  const blip = childOf(fill, 'a:blip')
  const paint = blip && context.picture(blip)
  if (!paint || box === null) return []
  const source = childOf(fill, 'a:srcRect')
  const edge = (name: string): number => Math.max(-1, Math.min(0.99, number(source, name) / 100_000))
  return [{ kind: 'picture', asset: paint.asset, box, ...poseIn(transform), crop: { left: edge('l'), top: edge('t'), right: edge('r'), bottom: edge('b') } }]
}

const SHAPES: Readonly<Record<string, Extract<TemplateItem, { kind: 'shape' }>['shape']>> = { rect: 'rectangle', roundRect: 'rounded', round2SameRect: 'rounded', ellipse: 'ellipse', line: 'line', straightConnector1: 'line' }

/** Shapes of forms that Lectern does not draw are left out of the preview; decks have them. */
function shapeOf(shape: XmlElement, context: ColourContext, frame: Frame): TemplateItem[] {
  const properties = childOf(shape, 'p:spPr')
  const transform = childOf(properties, 'a:xfrm')
  const box = boxIn(transform, frame)
  if (box === null) return []
  const form = SHAPES[childOf(properties, 'a:prstGeom')?.attributes.get('prst') ?? ''] ?? 'free'
  const own = boxIn(transform) ?? box
  const outlined = form === 'free' ? outlineIn(properties, own) : null
  if (form === 'free' && outlined === null) return []
  const style = childOf(shape, 'p:style')
  const fillStyle = childOf(style, 'a:fillRef')
  const styled = fillStyle !== undefined && fillStyle.attributes.get('idx') !== '0' ? toneIn(fillStyle, context) : null
  const fill = form === 'line' || outlined?.open === true ? null : saysFill(properties) ? paintIn(properties, context) : styled && { kind: 'solid' as const, ...styled }
  const outline = childOf(properties, 'a:ln')
  const lineStyle = childOf(style, 'a:lnRef')
  const tone = saysFill(outline) ? toneIn(childOf(outline, 'a:solidFill'), context) : lineStyle !== undefined && lineStyle.attributes.get('idx') !== '0' ? toneIn(lineStyle, context) : null
  const line = tone && { colour: tone.colour, width: Math.min(1000, (wholeNumber(outline?.attributes.get('w')) ?? 9525) / 12_700) }
  return fill === null && line === null ? [] : [{ kind: 'shape', shape: form, ...(outlined && { path: outlined.path }), box, ...poseIn(transform), fill, line }]
}
