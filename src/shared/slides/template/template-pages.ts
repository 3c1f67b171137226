import { assertNever } from '../../assert-never'
import type { Template, TemplateBox, TemplateItem, TemplateLayout, TemplatePlaceholder } from '../../model/template'
import { emu, EMU_PER_POINT, points } from '../../units'
import { textStyle } from '../compose'
import type { OpeningPlaces, Place, SectionPlaces } from '../opening-frames'
import { type Area, boxOf, HEIGHT, inset, type Page, pitchOf } from '../page'
import type { PageSource } from '../page-source'
import { type LayoutFrame, type LayoutName, layoutNames, type SceneText } from '../scene'
import type { TemplateDesign } from '../theme'
import { contentPlaceholders, type LayoutMap, layoutMap, textPlaceholders, titlePlaceholder } from './map-layouts'
import { templatePalette } from './template-palette'

/** A line for sources and, where the layout has no number, one for that, at the foot of the body. */
const FOOT = { height: 18, gap: 6, number: 48 }
const GAP = 12
/** Least part of the page that a layout's own places for content have to span; else what is free beneath the title is taken. */
const LEAST_SPAN = { width: 0.45, height: 0.4 }
/** Largest size of an ordinary title, however large the template has it: pages are for what is beneath. */
const LARGEST_TITLE = 44
const MARGIN = 0.07

/** Pages are laid out as high as those of our own designs, whatever the template's size: a factor from its EMU to ours. */
export const scaleOf = ({ size }: Template): number => (HEIGHT * EMU_PER_POINT) / size.height

const remembered = new WeakMap<TemplateDesign, PageSource>()

/** The places of a template's layouts; the same object for the same design. */
export function templatePages(design: TemplateDesign): PageSource {
  const known = remembered.get(design)
  if (known !== undefined) return known
  const source = sourceOf(design)
  remembered.set(design, source)
  return source
}

/** The template's layout that shows a kind of page. */
export const layoutFor = ({ template, choices }: TemplateDesign, layout: LayoutName): TemplateLayout => template.layouts[layoutMap(template, choices)[layout]]!

function sourceOf({ template, choices }: TemplateDesign): PageSource {
  const map = layoutMap(template, choices)
  const pages = new Map<number, Page>()
  const pageAt = (at: number): Page => {
    const page = pages.get(at) ?? pageIn(template, at, map)
    pages.set(at, page)
    return page
  }
  const page = (layout: LayoutName): Page => pageAt(map[layout])
  const frames = new Map(layoutNames.map((layout) => [layout, frameIn(template, layout, map, page(layout))]))
  return {
    page,
    frame: (layout) => frames.get(layout)!,
    cover: openingPlaces(template, map.cover),
    section: sectionIn(template, map.section, page('section')),
    closing: openingPlaces(template, map.closing),
  }
}

const sizeIn = (template: Template): { readonly width: number; readonly height: number } => ({ width: (template.size.width * scaleOf(template)) / EMU_PER_POINT, height: HEIGHT })

const areaOf = (template: Template, { x, y, width, height }: TemplateBox): Area => {
  const factor = scaleOf(template) / EMU_PER_POINT
  return { x: x * factor, y: y * factor, width: width * factor, height: height * factor }
}

/** The area of a placeholder's text. */
const textArea = (template: Template, { box, inset: { left, top, right, bottom } }: TemplatePlaceholder): Area =>
  areaOf(template, { x: box.x + left, y: box.y + top, width: Math.max(1, box.width - left - right), height: Math.max(1, box.height - top - bottom) })

const bottomOf = ({ y, height }: Area): number => y + height

function around(areas: readonly Area[]): Area | null {
  if (areas.length === 0) return null
  const x = Math.min(...areas.map((area) => area.x))
  const y = Math.min(...areas.map((area) => area.y))
  return { x, y, width: Math.max(...areas.map((area) => area.x + area.width)) - x, height: Math.max(...areas.map(bottomOf)) - y }
}

const overlap = (a: Area, b: Area): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < bottomOf(b) && b.y < bottomOf(a)

/** The layout's own places for content, where they are a page's worth of room that does not reach into the title. */
function ownBody(template: Template, layout: TemplateLayout, title: Area | null): Area | null {
  const { width, height } = sizeIn(template)
  const held = contentPlaceholders(layout).map((one) => textArea(template, one))
  const room = around(held.filter((area) => title === null || !overlap(area, title)))
  return room && room.width >= width * LEAST_SPAN.width && room.height >= height * LEAST_SPAN.height ? room : null
}

/** What is free beneath the title, or on a page without one, above date, footer and number. */
function freeBody(template: Template, layout: TemplateLayout, title: Area | null): Area {
  const { width, height } = sizeIn(template)
  const feet = layout.placeholders.filter(({ type }) => ['dt', 'ftr', 'sldNum'].includes(type)).map(({ box }) => areaOf(template, box).y)
  const foot = Math.min(height * (1 - MARGIN), ...feet.filter((y) => y > height * 0.75).map((y) => y - FOOT.gap))
  const isHead = title !== null && bottomOf(title) < height * 0.45
  const top = isHead ? bottomOf(title) + GAP : height * 0.24
  const isWide = title !== null && title.width >= width * 0.5
  return { x: isWide ? title.x : width * MARGIN, y: top, width: isWide ? title.width : width * (1 - 2 * MARGIN), height: foot - top }
}

function pageIn(template: Template, at: number, map: LayoutMap): Page {
  const layout = template.layouts[at]!
  const { width, height } = sizeIn(template)
  const holder = titlePlaceholder(layout)
  const own = holder === undefined ? null : textArea(template, holder)
  const usual = template.layouts[map.points]!
  const ofUsual = (): Area | null => {
    const body = ownBody(template, usual, null)
    return body && (own === null || !overlap(body, own)) ? body : null
  }
  const room = ownBody(template, layout, own) ?? ofUsual() ?? freeBody(template, layout, own)
  // Without a place of its own the title takes the upper part of the body.
  const title = own ?? { ...room, height: 60 }
  const top = own === null ? room.y + title.height + GAP : room.y
  const strip = { x: room.x, y: bottomOf(room) - FOOT.height, width: room.width, height: FOOT.height }
  const body = { x: room.x, y: top, width: room.width, height: strip.y - FOOT.gap - top }
  const numbered = layout.placeholders.find(({ type }) => type === 'sldNum')
  const ownNumber = { x: strip.x + strip.width - FOOT.number, y: strip.y, width: FOOT.number, height: strip.height }
  const panelWidth = Math.round(body.width * 0.27)
  const beside = { x: body.x + panelWidth + 30, width: body.width - panelWidth - 30 }
  return {
    size: { width: emu(template.size.width * scaleOf(template)), height: emu(HEIGHT * EMU_PER_POINT) },
    width,
    height,
    title,
    mark: { x: 0, y: 0, width: 0, height: 0 },
    card: null,
    body,
    keyTop: Math.max(body.y - 18, own === null || own.y > body.y ? body.y - 18 : bottomOf(own)),
    source: numbered ? strip : { ...strip, width: strip.width - FOOT.number - 14 },
    number: numbered ? textArea(template, numbered) : ownNumber,
    columnGap: 30,
    stage: body,
    activity: { panel: { x: body.x, y: body.y, width: panelWidth, height: body.height }, title, body: { ...body, ...beside }, source: strip },
    titleType: { size: Math.min(LARGEST_TITLE, Math.round((holder?.size ?? 34) * scaleOf(template))), align: holder?.align ?? 'left', anchor: holder?.anchor ?? 'middle' },
  }
}

const placeOf = (area: Area, holder: TemplatePlaceholder | undefined, template: Template): Place => ({
  area,
  colour: 'ink',
  align: holder?.align ?? 'left',
  anchor: holder?.anchor ?? 'top',
  ...(holder === undefined ? {} : { largest: Math.max(20, Math.round(holder.size * scaleOf(template))) }),
})

/** Title, subtitle, and who speaks when: where the layout has no third place, the second is shared. */
function openingPlaces(template: Template, at: number): OpeningPlaces {
  const layout = template.layouts[at]!
  const { width, height } = sizeIn(template)
  const holder = titlePlaceholder(layout)
  const title = holder ? textArea(template, holder) : inset({ x: 0, y: 0, width, height: height / 2 }, width * 0.1, height * 0.1)
  const [second, third] = textPlaceholders(layout)
    .filter((one) => !overlap(textArea(template, one), title))
    .toSorted((a, b) => a.box.y - b.box.y)
  const under = { x: title.x, y: bottomOf(title) + GAP, width: title.width, height: 132 }
  const room = second ? textArea(template, second) : bottomOf(under) > height * 0.97 ? { ...under, y: title.y - GAP - under.height } : under
  const [subtitle, meta] = third ? [room, textArea(template, third)] : shared(room, height)
  const beneath = (area: Area, one: TemplatePlaceholder | undefined): Place => ({ ...placeOf(area, one, template), anchor: 'top', ...(one === undefined && holder ? { align: holder.align } : {}) })
  return { title: placeOf(title, holder, template), subtitle: beneath(subtitle, second), meta: beneath(meta, third ?? second) }
}

const SMALLEST_SHARED = 126

/** Two places out of one, and what is free beneath it where it is low. */
function shared(room: Area, pageHeight: number): [Area, Area] {
  const height = Math.min(Math.max(room.height, SMALLEST_SHARED), Math.max(room.height, pageHeight * 0.97 - room.y))
  const first = Math.round(height * 0.5)
  return [{ ...room, height: first - GAP }, { ...room, y: room.y + first, height: height - first }]
}

function sectionIn(template: Template, at: number, page: Page): SectionPlaces {
  const layout = template.layouts[at]!
  const holder = titlePlaceholder(layout)
  return { numeral: null, title: placeOf(holder ? textArea(template, holder) : page.title, holder, template) }
}

type Role = NonNullable<SceneText['placeholder']>

/** Which placeholders of the layout the texts of a page fill. */
function filledIn(layout: LayoutName, { placeholders }: TemplateLayout, texts: readonly TemplatePlaceholder[], title: TemplatePlaceholder | undefined): readonly (readonly [Role, TemplatePlaceholder | undefined])[] {
  const number = placeholders.find(({ type }) => type === 'sldNum')
  const byPlace = texts.toSorted((a, b) => a.box.y - b.box.y)
  const largest = texts.toSorted((a, b) => b.box.width * b.box.height - a.box.width * a.box.height)
  if (layout === 'cover' || layout === 'closing') return [['title', title], ['subtitle', byPlace[0]], ['body', byPlace[1]]]
  if (layout === 'section') return [['title', title], ['number', number]]
  if (layout === 'two-columns' && texts.length > 1) return [['title', title], ['body', texts[0]], ['body-2', texts[1]], ['number', number]]
  return [['title', title], ['body', largest[0]], ['number', number]]
}

function addedTitle({ title, titleType: { size, align, anchor } }: Page, colour: string): LayoutFrame['placeholders'][number] {
  return { placeholder: 'title', box: boxOf(title), anchor, align, style: textStyle(size, 'ink', { font: 'heading' }), pitch: pitchOf(size), inherits: { type: 'title', index: 0, colour } }
}

function frameIn(template: Template, layout: LayoutName, map: LayoutMap, page: Page): LayoutFrame {
  const shown = template.layouts[map[layout]]!
  const scale = scaleOf(template)
  const title = titlePlaceholder(shown)
  const scaled = ({ x, y, width, height }: TemplateBox): LayoutFrame['placeholders'][number]['box'] => ({ x: emu(x * scale), y: emu(y * scale), width: emu(width * scale), height: emu(height * scale) })
  // What stands beneath a cover's title is read on the same ground.
  const opens = layout === 'cover' || layout === 'closing' || layout === 'section'
  const palette = templatePalette(template.masters[shown.master]!, shown, opens && textPlaceholders(shown).length === 0 ? title?.colour : undefined)
  // Decks give a layout without a title one, where the page has it.
  const added = title === undefined ? [addedTitle(page, palette.colours.ink)] : []
  return {
    layout,
    background: 'paper',
    decorations: [],
    placeholders: [...added, ...filledIn(layout, shown, textPlaceholders(shown), title).flatMap(([role, holder]) => {
      if (holder === undefined) return []
      const size = points(Math.round(holder.size * scale * 100) / 100)
      return [
        {
          placeholder: role,
          box: boxOf(textArea(template, holder)),
          anchor: holder.anchor,
          align: holder.align,
          style: { ...textStyle(size, role === 'number' ? 'neutral-4' : 'ink', { bold: holder.bold, font: role === 'title' ? 'heading' : 'body' }) },
          pitch: pitchOf(size),
          inherits: { type: holder.type, index: holder.index, colour: holder.colour },
        },
      ]
    })],
    template: {
      layout: map[layout],
      ...palette,
      background: shown.background,
      items: shown.items.map((item) => scaledItem(item, scaled(item.box), scale)),
    },
  }
}

function scaledItem(item: TemplateItem, box: TemplateBox, scale: number): TemplateItem {
  switch (item.kind) {
    case 'picture':
      return { ...item, box }
    case 'shape':
      return { ...item, box, line: item.line && { ...item.line, width: item.line.width * scale } }
    case 'text':
      return { ...item, box, lines: item.lines.map((line) => ({ ...line, x: line.x * scale, baseline: line.baseline * scale, runs: line.runs.map((run) => ({ ...run, size: run.size * scale })) })) }
    default:
      return assertNever(item)
  }
}
