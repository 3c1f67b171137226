import { el, text, type Xml, xmlDocument } from '../../writers/xml'
import { childOf, isElement, type XmlElement } from '../ooxml/xml'

/** What a part of a template may hold beneath its root: what draws and places. Timings, transitions (which may name sounds) and extensions stay behind. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  'p:sldMaster': ['p:cSld', 'p:clrMap', 'p:sldLayoutIdLst', 'p:hf', 'p:txStyles'],
  'p:sldLayout': ['p:cSld', 'p:clrMapOvr', 'p:hf'],
  'a:theme': ['a:themeElements', 'a:objectDefaults', 'a:extraClrSchemeLst', 'a:custClrLst'],
}

/** Links, sounds, films, controls, connections to shapes by number, and what programs keep for themselves. */
const DROPPED: ReadonlySet<string> = new Set(['a:hlinkClick', 'a:hlinkHover', 'a:hlinkMouseOver', 'a:audioCd', 'a:audioFile', 'a:wavAudioFile', 'a:videoFile', 'a:quickTimeFile', 'a:snd', 'a:extLst', 'p:extLst', 'p:custDataLst', 'p:controls', 'p:contentPart', 'p:oleObj', 'a:stCxn', 'a:endCxn'])

/** A blip that has lost its picture takes with it the nearest of these around it. */
const AROUND_BLIP: ReadonlySet<string> = new Set(['p:pic', 'p:bg', 'a:blipFill', 'a:buBlip'])

const TABLE = 'http://schemas.openxmlformats.org/drawingml/2006/table'

/** What was left behind, each kind counted. */
export type LeftBehind = { links: number; media: number; objects: number; pictures: number }

export type PartCleaning = {
  /** The part that a picture's relationship leads to in the cleaned package, as an id of the cleaned part; null where the picture is not kept. */
  readonly picture: (id: string) => string | null
  /** Content that takes the place of an element, by name. */
  readonly replaced?: Readonly<Record<string, Xml>>
  readonly leftBehind: LeftBehind
}

/**
 * A part of a template as it goes into decks: only elements and attributes of the namespaces that {@link parseXml} knows, shapes numbered anew, pictures by their new relationships, and
 * nothing that leads out of the file.
 */
export function cleanPart(root: XmlElement, cleaning: PartCleaning): string {
  const kept = KEPT[root.name] ?? []
  const cleaner = new Cleaner(cleaning, root.name)
  const children = root.children.filter(isElement).filter(({ name }) => kept.includes(name))
  const namespaces = { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships', ...(root.name.startsWith('p:') ? { 'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main' } : {}) }
  return xmlDocument(el(root.name, { ...namespaces, ...ownAttributes(root) }, children.map((child) => cleaner.element(child))))
}

const ownAttributes = ({ attributes }: XmlElement): Record<string, string> => Object.fromEntries([...attributes].filter(([name]) => !name.includes(':') && name !== 'xmlns'))

class Cleaner {
  #shapes = 0
  readonly #ownFill: Xml

  constructor(
    readonly cleaning: PartCleaning,
    root: string,
  ) {
    this.#ownFill = root === 'a:theme' ? el('a:solidFill', {}, el('a:schemeClr', { val: 'phClr' })) : el('a:noFill')
  }

  element(element: XmlElement): Xml | null {
    const { name } = element
    const { leftBehind, replaced } = this.cleaning
    const other = replaced?.[name]
    if (other !== undefined) return other
    if (name.startsWith('?:') || !name.includes(':')) return null
    if (name === 'mc:AlternateContent') return this.#fallback(element)
    if (DROPPED.has(name)) {
      if (name.startsWith('a:hlink')) leftBehind.links++
      else if (/audio|video|quickTime|snd/i.test(name)) leftBehind.media++
      else if (/controls|contentPart|oleObj/.test(name)) leftBehind.objects++
      return null
    }
    if (name === 'p:graphicFrame' && childOf(childOf(element, 'a:graphic'), 'a:graphicData')?.attributes.get('uri') !== TABLE) {
      leftBehind.objects++
      return null
    }
    if (AROUND_BLIP.has(name) && this.#hasLostPicture(element, name)) {
      leftBehind.pictures++
      // A list of fills keeps its length: shapes name them by number.
      return name === 'a:blipFill' ? this.#ownFill : null
    }
    return el(name, this.#attributes(element), this.#children(element))
  }

  #children(element: XmlElement): (Xml | null)[] {
    return element.children.map((child) => {
      if (isElement(child)) return this.element(child)
      // Only text of a run is text; everything else between elements is how the file was indented.
      return element.name === 'a:t' ? text(child) : null
    })
  }

  #fallback(element: XmlElement): Xml | null {
    const fallback = childOf(element, 'mc:Fallback')
    return fallback === undefined ? null : (this.#children(fallback).filter((child) => child !== null).join('') as Xml)
  }

  #attributes(element: XmlElement): Record<string, string> {
    const kept = ownAttributes(element)
    if (element.name === 'p:cNvPr') return { ...kept, id: String(++this.#shapes) }
    const embedded = element.name === 'a:blip' ? element.attributes.get('r:embed') : undefined
    const picture = embedded === undefined ? null : this.cleaning.picture(embedded)
    return picture === null ? kept : { 'r:embed': picture, ...kept }
  }

  /** Whether the blip that belongs to this element itself, not to one within it, has no picture any more. */
  #hasLostPicture(element: XmlElement, name: string): boolean {
    return element.children.filter(isElement).some((child) => {
      if (child.name === 'a:blip') return this.cleaning.picture(child.attributes.get('r:embed') ?? '') === null
      if (name === 'p:pic') return child.name === 'p:blipFill' && this.#hasLostPicture(child, name)
      return !AROUND_BLIP.has(child.name) || name === 'p:bg' ? this.#hasLostPicture(child, name) : false
    })
  }
}
