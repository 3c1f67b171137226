import type { AssetHash } from '../../../shared/model/ids'
import { mappedSlots, type MappedSlot, type Paint, type SchemeSlot, type TemplateLayout, type TemplateMaster } from '../../../shared/model/template'
import { withLight, withLightness, withSaturation } from '../../../shared/slides/template/scheme-colour'
import { childOf, childrenOf, isElement, wholeNumber, type XmlElement } from '../ooxml/xml'

export type Tone = { readonly colour: string; readonly opacity: number }

/** What a colour of a part is resolved with. */
export type ColourContext = {
  readonly scheme: TemplateMaster['colours']
  readonly map: TemplateLayout['colourMap']
  /** What `phClr` means within a format scheme. */
  readonly placeholder?: string
  readonly picture: (blip: XmlElement) => ShownPicture | null
}

/** A picture that a preview draws, with its size in pixels. */
export type ShownPicture = { readonly asset: AssetHash; readonly width: number; readonly height: number }

/** Named colours that templates use (ST_PresetColorVal, §20.1.10.47); others are taken for grey. */
const presets: Readonly<Record<string, string>> = { black: '000000', white: 'FFFFFF', red: 'FF0000', green: '008000', blue: '0000FF', yellow: 'FFFF00', gray: '808080' }
const HEX = /^[0-9a-f]{6}$/i

/** The colour element inside a fill or line: `a:srgbClr`, `a:schemeClr`… with its changes applied; null when there is none. */
export function toneIn(parent: XmlElement | undefined, context: ColourContext): Tone | null {
  for (const element of parent?.children.filter(isElement) ?? []) {
    const base = baseColour(element, context)
    if (base !== null) return changed(base, element)
  }
  return null
}

function baseColour({ name, attributes }: XmlElement, { scheme, map, placeholder }: ColourContext): string | null {
  const value = attributes.get('val') ?? ''
  switch (name) {
    case 'a:srgbClr':
      return HEX.test(value) ? value.toUpperCase() : '000000'
    case 'a:sysClr': {
      const last = attributes.get('lastClr') ?? ''
      return HEX.test(last) ? last.toUpperCase() : value === 'window' ? 'FFFFFF' : '000000'
    }
    case 'a:prstClr':
      return presets[value] ?? '808080'
    case 'a:schemeClr': {
      if (value === 'phClr') return placeholder ?? scheme[map.tx1]
      if ((mappedSlots as readonly string[]).includes(value)) return scheme[map[value as MappedSlot]]
      return scheme[value as SchemeSlot] ?? '000000'
    }
    default:
      return null
  }
}

function changed(base: string, element: XmlElement): Tone {
  let colour = base
  let opacity = 1
  for (const { name, attributes } of element.children.filter(isElement)) {
    const share = Number(attributes.get('val') ?? '100000') / 100_000
    if (!Number.isFinite(share)) continue
    if (name === 'a:lumMod') colour = withLightness(colour, share * 100, 0)
    else if (name === 'a:lumOff') colour = withLightness(colour, 100, share * 100)
    else if (name === 'a:satMod') colour = withSaturation(colour, share * 100, 0)
    else if (name === 'a:satOff') colour = withSaturation(colour, 100, share * 100)
    else if (name === 'a:tint') colour = withLight(colour, 1, clamp(share))
    else if (name === 'a:shade') colour = withLight(colour, 0, clamp(share))
    else if (name === 'a:alpha') opacity = clamp(share)
  }
  return { colour, opacity }
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

const FILLS = ['a:solidFill', 'a:gradFill', 'a:blipFill', 'a:pattFill', 'a:noFill', 'a:grpFill']

/** Whether properties say themselves how a shape is filled. */
export const saysFill = (properties: XmlElement | undefined): boolean => properties?.children.some((child) => isElement(child) && FILLS.includes(child.name)) ?? false

/** How an area is filled by what stands in `properties`; null for nothing that can be drawn. */
export function paintIn(properties: XmlElement | undefined, context: ColourContext): Paint | null {
  for (const element of properties?.children.filter(isElement) ?? []) {
    const paint = paintOf(element, context)
    if (paint !== null) return paint
  }
  return null
}

/** One fill, such as `a:solidFill`. */
export function paintOf(element: XmlElement, context: ColourContext): Paint | null {
  switch (element.name) {
    case 'a:solidFill': {
      const tone = toneIn(element, context)
      return tone && { kind: 'solid', ...tone }
    }
    case 'a:pattFill': {
      const tone = toneIn(childOf(element, 'a:bgClr'), context)
      return tone && { kind: 'solid', ...tone }
    }
    case 'a:gradFill': {
      const stops = childrenOf(childOf(element, 'a:gsLst'), 'a:gs')
        .flatMap((stop) => {
          const tone = toneIn(stop, context)
          return tone === null ? [] : [{ at: clamp((wholeNumber(stop.attributes.get('pos')) ?? 0) / 100_000), ...tone }]
        })
        .slice(0, 20)
        .toSorted((a, b) => a.at - b.at)
      const angle = (wholeNumber(childOf(element, 'a:lin')?.attributes.get('ang')) ?? 5_400_000) / 60_000
      const along = childOf(element, 'a:path')
      return stops.length === 0 ? null : { kind: 'gradient', angle, ...(along && { focus: focusOf(along) }), stops }
    }
    case 'a:blipFill': {
      const blip = childOf(element, 'a:blip')
      const picture = blip === undefined ? null : context.picture(blip)
      const tile = childOf(element, 'a:tile')
      return picture && { kind: 'picture', asset: picture.asset, ...(tile && { tile: tileOf(tile, picture) }) }
    }
    default:
      return null
  }
}

/** The middle of the rectangle from which a gradient spreads (§20.1.8.31), in shares of what is filled. */
function focusOf(path: XmlElement): { readonly x: number; readonly y: number } {
  const rectangle = childOf(path, 'a:fillToRect')
  const edge = (name: string): number => (wholeNumber(rectangle?.attributes.get(name)) ?? 0) / 100_000
  return { x: clamp((edge('l') + 1 - edge('r')) / 2), y: clamp((edge('t') + 1 - edge('b')) / 2) }
}

/** EMU of a pixel where a picture does not say: 96 of them are an inch. */
const PIXEL = 9525
/** EMU: a tile of less is a colour to whoever looks, and millions of them would be drawn. */
const LEAST_TILE = 25_400
const MOST_TILE = 100_000_000

/** A picture that is repeated (§20.1.8.58) from the upper left corner on. */
function tileOf({ attributes }: XmlElement, { width, height }: ShownPicture): NonNullable<Extract<Paint, { kind: 'picture' }>['tile']> {
  const number = (name: string, usual: number): number => Math.max(-MOST_TILE, Math.min(MOST_TILE, wholeNumber(attributes.get(name)) ?? usual))
  const length = (pixels: number, scale: string): number => Math.round(Math.max(LEAST_TILE, Math.min(MOST_TILE, (Math.abs(number(scale, 100_000)) / 100_000) * pixels * PIXEL)))
  return { x: number('tx', 0), y: number('ty', 0), width: length(width, 'sx'), height: length(height, 'sy') }
}
