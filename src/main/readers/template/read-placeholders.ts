import type { TemplatePlaceholder } from '../../../shared/model/template'
import { childOf, childrenOf, wholeNumber, type XmlElement } from '../ooxml/xml'
import { boxIn } from './read-items'
import { type ColourContext, toneIn } from './template-colours'

const ANCHORS: Readonly<Record<string, TemplatePlaceholder['anchor']>> = { t: 'top', ctr: 'middle', b: 'bottom' }
const ALIGNMENTS: Readonly<Record<string, TemplatePlaceholder['align']>> = { l: 'left', ctr: 'center', r: 'right', just: 'left', dist: 'left' }
/** Insets of a text body that says none (ECMA-376-1 §21.1.2.1.1), in EMU. */
const INSET = { across: 91_440, down: 45_720 }

/** A placeholder as a part has it. */
type Held = { readonly shape: XmlElement; readonly type: string; readonly index: number }

const heldIn = (part: XmlElement): Held[] =>
  childrenOf(childOf(childOf(part, 'p:cSld'), 'p:spTree'), 'p:sp').flatMap((shape): Held[] => {
    const placeholder = childOf(childOf(childOf(shape, 'p:nvSpPr'), 'p:nvPr'), 'p:ph')
    return placeholder === undefined ? [] : [{ shape, type: placeholder.attributes.get('type') ?? 'obj', index: wholeNumber(placeholder.attributes.get('idx')) ?? 0 }]
  })

/** The kind of the master's placeholder that one of a layout follows (§19.3.1.36): there are five. */
const kindOnMaster = (type: string): string => {
  if (type === 'title' || type === 'ctrTitle') return 'title'
  return type === 'dt' || type === 'ftr' || type === 'sldNum' ? type : 'body'
}

/** Where a placeholder's text styles are, the nearest first: its own, those of the master's, and the master's list for its kind. */
function stylesOf(held: Held, onMaster: Held | undefined, master: XmlElement): (XmlElement | undefined)[] {
  const own = (one: Held | undefined): XmlElement | undefined => childOf(childOf(childOf(one?.shape, 'p:txBody'), 'a:lstStyle'), 'a:lvl1pPr')
  return [own(held), own(onMaster), listStyle(master, kindOnMaster(held.type))]
}

const listStyle = (master: XmlElement, kind: string): XmlElement | undefined =>
  childOf(childOf(childOf(master, 'p:txStyles'), kind === 'title' ? 'p:titleStyle' : kind === 'body' ? 'p:bodyStyle' : 'p:otherStyle'), 'a:lvl1pPr')

const firstOf = <T>(candidates: readonly (XmlElement | undefined)[], read: (one: XmlElement) => T | undefined | null): T | undefined => {
  for (const candidate of candidates) {
    const found = candidate && read(candidate)
    if (found !== undefined && found !== null) return found
  }
  return undefined
}

const characters = (style: XmlElement): XmlElement | undefined => childOf(style, 'a:defRPr')

/** The colour of running text on pages of a master, for layouts that have no place for text. */
export const textColourOf = (master: XmlElement, context: ColourContext): string => {
  const style = listStyle(master, 'body')
  return toneIn(childOf(style && characters(style), 'a:solidFill'), context)?.colour ?? context.scheme[context.map.tx1]
}

/** The placeholders of a layout, each with its place and the look of its first level. One that has no place, here or on the master, is left out. */
export function placeholdersIn(layout: XmlElement, master: XmlElement, context: ColourContext): TemplatePlaceholder[] {
  const onMaster = heldIn(master)
  return heldIn(layout).flatMap((held): TemplatePlaceholder[] => {
    const kind = kindOnMaster(held.type)
    const parent = onMaster.find(({ type }) => kindOnMaster(type) === kind)
    const shapes = [held.shape, parent?.shape]
    const box = firstOf(shapes, (shape) => boxIn(childOf(childOf(shape, 'p:spPr'), 'a:xfrm')))
    if (box === undefined) return []
    const bodies = shapes.map((shape) => childOf(childOf(shape, 'p:txBody'), 'a:bodyPr'))
    const styles = stylesOf(held, parent, master)
    const inset = (name: string, usual: number): number => firstOf(bodies, (body) => wholeNumber(body.attributes.get(name))) ?? usual
    const typeface = firstOf(styles, (style) => childOf(characters(style), 'a:latin')?.attributes.get('typeface'))
    return [
      {
        type: held.type,
        index: held.index,
        box,
        inset: { left: inset('lIns', INSET.across), top: inset('tIns', INSET.down), right: inset('rIns', INSET.across), bottom: inset('bIns', INSET.down) },
        anchor: ANCHORS[firstOf(bodies, (body) => body.attributes.get('anchor')) ?? 't'] ?? 'top',
        align: ALIGNMENTS[firstOf(styles, (style) => style.attributes.get('algn')) ?? 'l'] ?? 'left',
        size: Math.max(1, (firstOf(styles, (style) => wholeNumber(characters(style)?.attributes.get('sz'))) ?? 1800) / 100),
        bold: ['1', 'true'].includes(firstOf(styles, (style) => characters(style)?.attributes.get('b')) ?? '0'),
        colour: firstOf(styles, (style) => toneIn(childOf(characters(style), 'a:solidFill'), context)?.colour) ?? context.scheme[context.map.tx1],
        font: typeface?.startsWith('+mj') === true || (typeface === undefined && kind === 'title') ? 'heading' : 'body',
      },
    ]
  })
}
