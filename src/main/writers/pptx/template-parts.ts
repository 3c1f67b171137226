/** The parts of a template in a deck: masters, layouts, themes and pictures as they were cleaned, each layout that shows a page with a title to fill. */
import type { Language } from '../../../shared/language'
import { layoutNames, type LayoutFrame } from '../../../shared/slides/scene'
import { scaleOf } from '../../../shared/slides/template/template-pages'
import type { SchemeColour } from '../../../shared/slides/template/scheme-colour'
import type { TemplatePalette } from '../../../shared/slides/template/template-palette'
import { type ColourRole, colourRoles, type TemplateDesign } from '../../../shared/slides/theme'
import { emu } from '../../../shared/units'
import { mappedSlots, type TemplateLayout } from '../../../shared/model/template'
import { readZip } from '../../zip/read-zip'
import type { Part } from '../opc-package'
import { el, text, type Xml } from '../xml'
import { masterColours, nonVisual, rectangle, schemeColourOf, transform } from './drawing'
import type { Frames } from './layout-parts'
import { contentTypes } from './namespaces'
import { placeholderNames, placeholderPrompts } from './placeholder'
import { bodyProperties } from './text-body'
import { languageTags } from './text-language'

/** Content types by folder; relationships and pictures have theirs by extension. */
const typeOf = (name: string): string | null => {
  if (!name.endsWith('.xml')) return null
  if (name.startsWith('ppt/slideMasters/')) return contentTypes.slideMaster
  return name.startsWith('ppt/slideLayouts/') ? contentTypes.slideLayout : contentTypes.theme
}

/**
 * @param file the template's stored parts
 * @param frames of the pages that are shown: a layout that has no title gets one, so that every slide has
 */
export const templateParts = (design: TemplateDesign, file: Uint8Array, frames: Frames, language: Language): Part[] => {
  const archive = readZip(file)
  const shown = new Map(layoutNames.map((name) => frames(name)).map((frame) => [partOf(design, frame), frame]))
  return archive.names.map((name): Part => {
    const bytes = archive.read(name)!
    if (!name.endsWith('.xml') && !name.endsWith('.rels')) return { name, contentType: null, content: bytes }
    const xml = new TextDecoder().decode(bytes)
    const frame = shown.get(name)
    return { name, contentType: typeOf(name), content: frame === undefined ? xml : withTitle(xml, frame, design, language) }
  })
}

/** The layout part that shows the pages of a frame. */
export const partOf = ({ template }: TemplateDesign, frame: LayoutFrame): string => layoutOf(template.layouts, frame).part

const layoutOf = (layouts: readonly TemplateLayout[], { template, layout }: LayoutFrame): TemplateLayout => {
  const found = template && layouts[template.layout]
  if (found === undefined) throw new Error(`No layout of the template shows ${layout}`)
  return found
}

const hasTitle = ({ placeholders }: TemplateLayout): boolean => placeholders.some(({ type }) => type === 'title' || type === 'ctrTitle')

function withTitle(xml: string, frame: LayoutFrame, design: TemplateDesign, language: Language): string {
  const title = frame.placeholders.find(({ placeholder }) => placeholder === 'title')
  if (hasTitle(layoutOf(design.template.layouts, frame)) || title === undefined || frame.template === undefined) return xml
  const shapes = xml.match(/<p:cNvPr /g)?.length ?? 0
  const factor = 1 / scaleOf(design.template)
  const { x, y, width, height } = title.box
  const colour = el('a:solidFill', {}, schemeColourXml(frame.template.slots.ink))
  const shape = el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, nonVisual({ id: shapes + 1, name: placeholderNames.title[language] }), el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })), el('p:nvPr', {}, el('p:ph', { type: 'title' }))),
    el('p:spPr', {}, transform({ x: emu(x * factor), y: emu(y * factor), width: emu(width * factor), height: emu(height * factor) }), rectangle),
    el('p:txBody', {}, bodyProperties(title.anchor), el('a:lstStyle', {}, el('a:lvl1pPr', {}, el('a:defRPr', {}, colour))), el('a:p', {}, el('a:r', {}, el('a:rPr', languageTags(placeholderPrompts.title[language], language)), el('a:t', {}, text(placeholderPrompts.title[language]))))),
  )
  return xml.replace('</p:spTree>', `${shape}</p:spTree>`)
}

const percent = (share: number): number => share * 1000

const schemeColourXml = ({ slot, lumMod, lumOff }: SchemeColour): Xml =>
  el('a:schemeClr', { val: slot }, lumMod !== undefined && el('a:lumMod', { val: percent(lumMod) }), lumOff !== undefined && el('a:lumOff', { val: percent(lumOff) }))

const roleOfSlot = new Map(colourRoles.map((role): [string, ColourRole] => [schemeColourOf(role), role]))

/** A slide or chart that names our roles by the slots of our own schemes, in the tones of a template's instead. */
export const inTemplateColours = (xml: string, { slots }: Pick<TemplatePalette, 'slots'>): string =>
  xml.replace(/<a:schemeClr val="(\w+)"\/>/g, (whole, slot: string) => {
    const role = roleOfSlot.get(slot)
    return role === undefined ? whole : schemeColourXml(slots[role])
  })

/** How a slide of the layout maps colours: as its master, or as the layout itself does. */
export const colourMapOf = (design: TemplateDesign, frame: LayoutFrame): Xml => {
  const { ownColourMap, colourMap } = layoutOf(design.template.layouts, frame)
  if (!ownColourMap) return masterColours
  return el('p:clrMapOvr', {}, el('a:overrideClrMapping', Object.fromEntries(['bg1', 'tx1', 'bg2', 'tx2', ...mappedSlots.slice(4)].map((name) => [name, colourMap[name as keyof typeof colourMap]]))))
}
