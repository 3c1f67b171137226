/** The presentation part and its small companions, and the document's properties (ECMA-376-1 §13.3, §15.2.12). */
import { createHash } from 'node:crypto'
import type { Deck } from '../../../shared/slides/scene'
import { coreProperties } from '../core-properties'
import { Relationships, type Part } from '../opc-package'
import { el, text, xmlDocument, type Xml } from '../xml'
import { MASTER_ID, masterName, plainLevels } from './layout-parts'
import { contentTypes, presentationNamespaces } from './namespaces'
import { NOTES_SIZE, notesMasterName } from './notes-parts'

export const presentationName = 'ppt/presentation.xml'
export const slideName = (number: number): string => `ppt/slides/slide${number}.xml`

/** PowerPoint's first slide id; ids below are reserved (ST_SlideId). */
const FIRST_SLIDE_ID = 256

/** "No style, no grid": our tables say every fill and line themselves. */
export const NO_TABLE_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}'

/** A GUID that is the same for the same words: version 4 and RFC variant bits over a SHA-256. */
const guidOf = (words: string): string => {
  const hex = createHash('sha256').update(words).digest('hex').toUpperCase()
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}}`
}

const SECTION_NAMES = {
  opening: { 'zh-CN': '开场', en: 'Opening' },
  main: { 'zh-CN': '正文', en: 'Main part' },
  closing: { 'zh-CN': '结尾', en: 'Closing' },
} as const

/**
 * Sections that together hold every slide once, as PowerPoint demands: slides before the first section open the deck, those after the
 * last close it, and one in between goes with the section before it. None when the deck has no sections.
 */
export const sectionsOf = (deck: Deck): readonly { readonly title: string; readonly slides: readonly number[] }[] => {
  const owner = new Map(deck.sections.flatMap(({ scenes }, section) => scenes.map((id) => [id, section] as const)))
  const numbered = deck.scenes.map(({ id }, slide) => ({ slide, section: owner.get(id) }))
  const last = numbered.findLastIndex(({ section }) => section !== undefined)
  if (last === -1) return []
  const names = SECTION_NAMES
  const found: { title: string; slides: number[]; key: number | string }[] = []
  for (const { slide, section } of numbered) {
    const before = found.at(-1)
    const key = section ?? (before === undefined ? 'opening' : slide > last ? 'closing' : before.key)
    if (before?.key === key) {
      before.slides.push(slide)
      continue
    }
    const title = typeof key === 'number' ? deck.sections[key]!.title || names.main[deck.language] : names[key as 'opening' | 'closing'][deck.language]
    found.push({ title, slides: [slide], key })
  }
  return found
}

/** What a section's GUID is made of. */
const sectionSeed = (deck: Deck, index: number, title: string, slides: readonly number[]): string => `section ${index} ${title} ${deck.scenes[slides[0]!]!.id}`

/** The list of sections, an extension of PowerPoint 2010 ([MS-PPTX] §2.2.17, sectionLst). */
const sectionList = (deck: Deck): Xml | null => {
  const sections = sectionsOf(deck)
  if (sections.length === 0) return null
  return el(
    'p:extLst',
    {},
    el(
      'p:ext',
      { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' },
      el(
        'p14:sectionLst',
        { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' },
        sections.map(({ title, slides }, i) =>
          el(
            'p14:section',
            { name: title, id: guidOf(sectionSeed(deck, i, title, slides)) },
            el('p14:sldIdLst', {}, slides.map((slide) => el('p14:sldId', { id: FIRST_SLIDE_ID + slide }))),
          ),
        ),
      ),
    ),
  )
}

/** A master in the presentation's list, by the number that the list gives it. */
export type MasterPlace = { readonly id: number; readonly part: string }
const ownMaster: MasterPlace = { id: MASTER_ID, part: masterName }

/** All that {@link presentationPart} depends on: decks of which it is the same have the same part. */
export const presentationKey = (deck: Deck, masters: readonly MasterPlace[] = [ownMaster]): string =>
  JSON.stringify([deck.language, deck.size, masters, deck.scenes.length, sectionsOf(deck).map(({ title, slides }, index) => [sectionSeed(deck, index, title, slides), slides])])

/** `ppt/presentation.xml`: which slides there are, in which order, how large, in which sections. */
export const presentationPart = (deck: Deck, masters: readonly MasterPlace[] = [ownMaster]): Part => {
  const relationships = new Relationships(presentationName)
  const masterIds = masters.map(({ id, part }) => el('p:sldMasterId', { id, 'r:id': relationships.to('slideMaster', part) }))
  const slides = deck.scenes.map((_, i) => el('p:sldId', { id: FIRST_SLIDE_ID + i, 'r:id': relationships.to('slide', slideName(i + 1)) }))
  const notesMaster = relationships.to('notesMaster', notesMasterName)
  relationships.to('theme', 'ppt/theme/theme1.xml')
  for (const kind of ['presProps', 'viewProps', 'tableStyles']) relationships.to(kind, `ppt/${kind}.xml`)
  return {
    name: presentationName,
    contentType: contentTypes.presentation,
    content: xmlDocument(
      el(
        'p:presentation',
        { ...presentationNamespaces, saveSubsetFonts: true, autoCompressPictures: false },
        el('p:sldMasterIdLst', {}, masterIds),
        el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': notesMaster })),
        slides.length > 0 && el('p:sldIdLst', {}, slides),
        el('p:sldSz', { cx: deck.size.width, cy: deck.size.height }),
        el('p:notesSz', { cx: NOTES_SIZE.width, cy: NOTES_SIZE.height }),
        el('p:defaultTextStyle', {}, el('a:defPPr', {}, el('a:defRPr', { lang: deck.language === 'zh-CN' ? 'zh-CN' : 'en-US' })), plainLevels(18)),
        sectionList(deck),
      ),
    ),
    relationships,
  }
}

/** How PowerPoint shows the deck, and the table style that new tables start with. */
export const companionParts = (): Part[] => [
  { name: 'ppt/presProps.xml', contentType: contentTypes.presProps, content: xmlDocument(el('p:presentationPr', presentationNamespaces)) },
  { name: 'ppt/viewProps.xml', contentType: contentTypes.viewProps, content: xmlDocument(el('p:viewPr', presentationNamespaces)) },
  {
    name: 'ppt/tableStyles.xml',
    contentType: contentTypes.tableStyles,
    content: xmlDocument(el('a:tblStyleLst', { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', def: NO_TABLE_STYLE })),
  },
]

/** Who made the deck and when, and how much is in it. @param made the talk's date */
export const propertyParts = (deck: Deck, made: Date): Part[] => [
  { name: 'docProps/core.xml', contentType: contentTypes.coreProperties, content: coreProperties({ ...deck, made }) },
  {
    name: 'docProps/app.xml',
    contentType: contentTypes.extendedProperties,
    content: xmlDocument(
      el(
        'Properties',
        { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
        el('Application', {}, text('Lectern')),
        el('Slides', {}, text(String(deck.scenes.length))),
        el('Notes', {}, text(String(deck.scenes.filter(({ notes }) => notes.trim() !== '').length))),
        el('HiddenSlides', {}, text('0')),
      ),
    ),
  },
]
