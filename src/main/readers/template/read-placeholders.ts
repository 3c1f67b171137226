import type { TemplatePlaceholder } from '../../../shared/model/template'
import { childOf, childrenOf, wholeNumber, type XmlElement } from '../ooxml/xml'
import { boxIn } from './read-frame'
import { type ColourContext, toneIn } from './template-colours'
import { alignmentOf, anchorOf, characters, firstOf, insetIn, listLevel } from './text-properties'

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
  const own = (one: Held | undefined): XmlElement | undefined => listLevel(childOf(one?.shape, 'p:txBody'))
  return [own(held), own(onMaster), listStyle(master, kindOnMaster(held.type))]
}

/** What a master says of the first level of text of a kind: `title`, `body` or any other. */
export const listStyle = (master: XmlElement, kind: string): XmlElement | undefined =>
  childOf(childOf(childOf(master, 'p:txStyles'), kind === 'title' ? 'p:titleStyle' : kind === 'body' ? 'p:bodyStyle' : 'p:otherStyle'), 'a:lvl1pPr')

/** The colour of running text on pages of a master, for layouts that have no place for text. */
export const textColourOf = (master: XmlElement, context: ColourContext): string => {
  const style = listStyle(master, 'body')
  return toneIn(childOf(characters(style), 'a:solidFill'), context)?.colour ?? context.scheme[context.map.tx1]
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
    const typeface = firstOf(styles, (style) => childOf(characters(style), 'a:latin')?.attributes.get('typeface'))
    return [
      {
        type: held.type,
        index: held.index,
        box,
        inset: insetIn(bodies),
        anchor: anchorOf(bodies),
        align: alignmentOf(styles),
        size: Math.max(1, (firstOf(styles, (style) => wholeNumber(characters(style)?.attributes.get('sz'))) ?? 1800) / 100),
        bold: ['1', 'true'].includes(firstOf(styles, (style) => characters(style)?.attributes.get('b')) ?? '0'),
        colour: firstOf(styles, (style) => toneIn(childOf(characters(style), 'a:solidFill'), context)?.colour) ?? context.scheme[context.map.tx1],
        font: typeface?.startsWith('+mj') === true || (typeface === undefined && kind === 'title') ? 'heading' : 'body',
      },
    ]
  })
}
