/** A presentation or template → what Lectern lays talks out in: a description, and the parts that go into every deck. */
import type { AssetHash } from '../../../shared/model/ids'
import { MOST_TEMPLATE_ITEMS, mappedSlots, type MappedSlot, type Paint, schemeSlots, type SchemeSlot, type Template, type TemplateLayout, type TemplateMaster } from '../../../shared/model/template'
import type { Outcome } from '../../../shared/outcome'
import { entry, writeZip } from '../../zip/write-zip'
import { Relationships } from '../../writers/opc-package'
import { el } from '../../writers/xml'
import type { ZipArchive } from '../../zip/read-zip'
import { relationshipsOf, type Relationship } from '../ooxml/relationships'
import { childOf, childrenOf, isElement, parseXml, wholeNumber, type XmlElement } from '../ooxml/xml'
import { openPresentation } from '../pptx/open-presentation'
import { cleanPart, type LeftBehind } from './clean-part'
import { itemsIn } from './read-items'
import { listStyle, placeholdersIn, textColourOf } from './read-placeholders'
import { type ColourContext, paintIn, paintOf, toneIn } from './template-colours'
import { TemplatePictures } from './template-pictures'
import { leftBehindWarnings, noLayouts } from './template-findings'

/** `parts` is a zip of the cleaned parts under the names they have in decks; `pictures` are those that a preview draws. */
export type TemplateReading = { readonly template: Template; readonly name: string; readonly parts: Uint8Array; readonly pictures: ReadonlyMap<AssetHash, Uint8Array> }

const FIRST_ID = 2 ** 31
/** Templates hold some dozen layouts; beyond this a file is none. */
const MOST_LAYOUTS = 300

/**
 * Reads the theme, masters and layouts of a presentation (`.potx`, `.pptx`, `.potm`…); slides, notes and macros are not looked at. By its bytes alone.
 * @returns warnings say what was left behind
 * @throws LecternError `not-a-presentation`, `empty-file`, `encrypted-file`, `legacy-format`, `damaged-file`, `too-large`, `no-layouts`
 */
export function readTemplate(bytes: Uint8Array): Outcome<TemplateReading> {
  return new TemplateReader(openPresentation(bytes)).read()
}

type PartAt = { readonly root: XmlElement; readonly relationships: readonly Relationship[] }

class TemplateReader {
  readonly #files = new Map<string, string | Uint8Array>()
  readonly #leftBehind: LeftBehind = { links: 0, media: 0, objects: 0, pictures: 0 }
  readonly #pictures: TemplatePictures
  #nextId = FIRST_ID
  #layoutCount = 0

  constructor(readonly archive: ZipArchive) {
    this.#pictures = new TemplatePictures(archive, this.#files)
  }

  read(): Outcome<TemplateReading> {
    const main = relationshipsOf(this.archive, '').find(({ type, external }) => type === 'officeDocument' && !external)?.target ?? 'ppt/presentation.xml'
    const presentation = this.#part(main)
    if (presentation === null) throw noLayouts()
    const size = childOf(presentation.root, 'p:sldSz')
    const masters: TemplateMaster[] = []
    const layouts: TemplateLayout[] = []
    for (const { attributes } of childrenOf(childOf(presentation.root, 'p:sldMasterIdLst'), 'p:sldMasterId')) {
      const target = targetOf(presentation, attributes.get('r:id') ?? '', 'slideMaster')
      const read = target === null ? null : this.#master(target, masters.length)
      if (read === null) continue
      masters.push(read.master)
      layouts.push(...read.layouts)
    }
    if (layouts.length === 0) throw noLayouts()
    const template: Template = { size: { width: lengthOf(size, 'cx', 12_192_000), height: lengthOf(size, 'cy', 6_858_000) }, masters, layouts }
    const parts = writeZip([...this.#files].map(([name, content]) => entry(name, content)))
    const hasMacros = this.archive.names.some((name) => /vbaProject\.bin$/i.test(name))
    return { value: { template, name: masters[0]?.name ?? '', parts, pictures: this.#pictures.shown }, warnings: leftBehindWarnings(this.#leftBehind, hasMacros) }
  }

  #part(name: string): PartAt | null {
    const bytes = this.archive.read(name)
    return bytes === undefined ? null : { root: parseXml(bytes), relationships: relationshipsOf(this.archive, name) }
  }

  #master(name: string, at: number): { readonly master: TemplateMaster; readonly layouts: readonly TemplateLayout[] } | null {
    const part = this.#part(name)
    const themeName = part?.relationships.find(({ type, external }) => type === 'theme' && !external)?.target
    const theme = themeName === undefined ? null : this.#part(themeName)
    if (part === null || theme === null || part.root.name !== 'p:sldMaster' || theme.root.name !== 'a:theme') return null
    const partName = `ppt/slideMasters/slideMaster${at + 1}.xml`
    // The notes of a deck have theme 2.
    const themePart = `ppt/theme/theme${at === 0 ? 1 : at + 2}.xml`
    const id = this.#nextId++
    const relationships = new Relationships(partName)
    const colours = schemeOf(theme.root)
    const map = mapOf(childOf(part.root, 'p:clrMap'))
    const layouts: TemplateLayout[] = []
    const listed: ReturnType<typeof el>[] = []
    for (const { attributes } of childrenOf(childOf(part.root, 'p:sldLayoutIdLst'), 'p:sldLayoutId')) {
      const target = targetOf(part, attributes.get('r:id') ?? '', 'slideLayout')
      const layout = target === null || this.#layoutCount >= MOST_LAYOUTS ? null : this.#part(target)
      if (layout === null || layout.root.name !== 'p:sldLayout') continue
      const layoutPart = `ppt/slideLayouts/slideLayout${++this.#layoutCount}.xml`
      listed.push(el('p:sldLayoutId', { id: this.#nextId++, 'r:id': relationships.to('slideLayout', layoutPart) }))
      layouts.push(this.#layout(layout, layoutPart, { part, partName, at, theme, colours, map }))
    }
    if (layouts.length === 0) return null
    relationships.to('theme', themePart)
    this.#write(part, partName, relationships, { 'p:sldLayoutIdLst': el('p:sldLayoutIdLst', {}, listed) })
    this.#write(theme, themePart, new Relationships(themePart))
    return { master: { part: partName, id, name: (theme.root.attributes.get('name') ?? '').slice(0, 300), colours, fonts: fontsOf(theme.root) }, layouts }
  }

  #layout(layout: PartAt, name: string, master: MasterAt): TemplateLayout {
    const relationships = new Relationships(name)
    relationships.to('slideMaster', master.partName)
    this.#write(layout, name, relationships)
    const override = childOf(childOf(layout.root, 'p:clrMapOvr'), 'a:overrideClrMapping')
    const colourMap = override === undefined ? master.map : mapOf(override)
    const onLayout: ColourContext = { scheme: master.colours, map: colourMap, picture: (blip) => this.#pictures.shownIn(blip, layout.relationships) }
    const onMaster: ColourContext = { ...onLayout, picture: (blip) => this.#pictures.shownIn(blip, master.part.relationships) }
    const onTheme: ColourContext = { ...onLayout, picture: (blip) => this.#pictures.shownIn(blip, master.theme.relationships) }
    const showsMaster = !['0', 'false'].includes(layout.root.attributes.get('showMasterSp') ?? '1')
    const placeholders = placeholdersIn(layout.root, master.part.root, onLayout)
    const textStyle = listStyle(master.part.root, 'other')
    const running = placeholders.find(({ type }) => type === 'body' || type === 'obj' || type === 'subTitle')
    return {
      part: name,
      name: (childOf(layout.root, 'p:cSld')?.attributes.get('name') ?? '').slice(0, 300),
      type: (layout.root.attributes.get('type') ?? '').slice(0, 40),
      master: master.at,
      colourMap,
      ownColourMap: override !== undefined,
      background: backgroundOf(layout.root, onLayout, master.theme.root, onTheme) ?? backgroundOf(master.part.root, onMaster, master.theme.root, onTheme),
      text: running?.colour ?? textColourOf(master.part.root, onLayout),
      items: [...(showsMaster ? itemsIn(treeOf(master.part.root), { ...onMaster, textStyle }) : []), ...itemsIn(treeOf(layout.root), { ...onLayout, textStyle })].slice(0, MOST_TEMPLATE_ITEMS),
      placeholders,
    }
  }

  #write({ root, relationships: known }: PartAt, name: string, relationships: Relationships, replaced?: Parameters<typeof cleanPart>[1]['replaced']): void {
    const picture = (id: string): string | null => {
      const kept = this.#pictures.part(id, known)
      return kept === null ? null : relationships.to('image', kept)
    }
    this.#files.set(name, cleanPart(root, { picture, leftBehind: this.#leftBehind, ...(replaced && { replaced }) }))
    if (!relationships.empty) this.#files.set(relationships.partName, relationships.xml())
  }
}

type MasterAt = { readonly part: PartAt; readonly partName: string; readonly at: number; readonly theme: PartAt; readonly colours: TemplateMaster['colours']; readonly map: TemplateLayout['colourMap'] }

const targetOf = ({ relationships }: PartAt, id: string, type: string): string | null => relationships.find((one) => one.id === id && one.type === type && !one.external)?.target ?? null

/** Slides are 1 to 56 inches a side (ST_SlideSizeCoordinate). */
const lengthOf = (size: XmlElement | undefined, name: string, usual: number): number => Math.min(51_206_400, Math.max(914_400, wholeNumber(size?.attributes.get(name)) ?? usual))

const treeOf = (part: XmlElement): XmlElement | undefined => childOf(childOf(part, 'p:cSld'), 'p:spTree')

const usualMap = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' } as const

const isSlot = (name: string | undefined): name is SchemeSlot => name !== undefined && (schemeSlots as readonly string[]).includes(name)

function mapOf(element: XmlElement | undefined): TemplateLayout['colourMap'] {
  const slotOf = (name: MappedSlot): SchemeSlot => {
    const said = element?.attributes.get(name)
    return isSlot(said) ? said : name in usualMap ? usualMap[name as keyof typeof usualMap] : (name as SchemeSlot)
  }
  return Object.fromEntries(mappedSlots.map((name) => [name, slotOf(name)])) as Record<MappedSlot, SchemeSlot>
}

/** Office's own colours, for a scheme that lacks one. */
const usualColours: TemplateMaster['colours'] = { dk1: '000000', lt1: 'FFFFFF', dk2: '44546A', lt2: 'E7E6E6', accent1: '4472C4', accent2: 'ED7D31', accent3: 'A5A5A5', accent4: 'FFC000', accent5: '5B9BD5', accent6: '70AD47', hlink: '0563C1', folHlink: '954F72' }

function schemeOf(theme: XmlElement): TemplateMaster['colours'] {
  const scheme = childOf(childOf(theme, 'a:themeElements'), 'a:clrScheme')
  const context = { scheme: usualColours, map: mapOf(undefined), picture: () => null }
  return Object.fromEntries(schemeSlots.map((slot) => [slot, toneIn(childOf(scheme, `a:${slot}`), context)?.colour ?? usualColours[slot]])) as Record<SchemeSlot, string>
}

function fontsOf(theme: XmlElement): TemplateMaster['fonts'] {
  const scheme = childOf(childOf(theme, 'a:themeElements'), 'a:fontScheme')
  const typefaces = (name: string): { latin: string; eastAsian: string } => {
    const fonts = childOf(scheme, name)
    const named = (child: string): string => (childOf(fonts, child)?.attributes.get('typeface') ?? '').slice(0, 200)
    const hans = (childrenOf(fonts, 'a:font').find(({ attributes }) => attributes.get('script') === 'Hans')?.attributes.get('typeface') ?? '').slice(0, 200)
    const latin = named('a:latin')
    return { latin, eastAsian: named('a:ea') || hans || latin }
  }
  return { heading: typefaces('a:majorFont'), body: typefaces('a:minorFont') }
}

/** The background that a part states itself (§19.3.1.2–3): its own fill, or one of its theme's by number. */
function backgroundOf(part: XmlElement, context: ColourContext, theme: XmlElement, onTheme: ColourContext): Paint | null {
  const background = childOf(childOf(part, 'p:cSld'), 'p:bg')
  const own = childOf(background, 'p:bgPr')
  if (own !== undefined) return paintIn(own, context)
  const reference = childOf(background, 'p:bgRef')
  if (reference === undefined) return null
  const index = wholeNumber(reference.attributes.get('idx')) ?? 0
  const format = childOf(childOf(theme, 'a:themeElements'), 'a:fmtScheme')
  const list = index >= 1001 ? childOf(format, 'a:bgFillStyleLst') : childOf(format, 'a:fillStyleLst')
  const fill = list?.children.filter(isElement)[index >= 1001 ? index - 1001 : index - 1]
  const placeholder = toneIn(reference, context)?.colour
  return fill === undefined ? null : paintOf(fill, { ...onTheme, ...(placeholder !== undefined && { placeholder }) })
}
