import { layoutNames, type LayoutName } from '../../../shared/slides/scene'
import type { Deck, DeckItem, DeckRole, DeckSlide } from '../../../shared/model/deck'
import type { Outcome } from '../../../shared/outcome'
import type { ZipArchive } from '../../zip/read-zip'
import { childOf, childrenOf, isElement, type XmlElement } from '../ooxml/xml'
import { placeholderNames } from '../../writers/pptx/placeholder'
import type { MediaCollector } from '../media/media-collector'
import type { PictureCollector } from '../picture-collector'
import { noFindings, warningsOf } from './findings'
import type { PresentationParts } from './parts'
import { ownQuestion } from './own-question'
import { readSlides, type PresentationSlides, type ReadSlide } from './read-slides'
import type { SlideItem } from './slide-reader'

type SlideText = Extract<SlideItem, { kind: 'text' }>

/** Texts of our own decks by the names of their shapes, where they fill a placeholder and where the layout has none: a slide's sources, which are a footer and no text of it, and whom a quotation is by. */
const ownTexts: Readonly<Record<'source' | 'attribution', readonly string[]>> = { source: ['source', ...Object.values(placeholderNames.source)], attribution: ['attribution', ...Object.values(placeholderNames.subtitle)] }
const isOwn = ({ shape }: SlideText, what: keyof typeof ownTexts): boolean => ownTexts[what].includes(shape)

const ownRoles: Partial<Record<LayoutName, DeckRole>> = { cover: 'cover', agenda: 'agenda', section: 'section', quote: 'quote', references: 'references', closing: 'closing', question: 'question', answer: 'answer' }

/**
 * Reads a presentation as a deck, to be made into a talk.
 * @param pictures takes the pictures out; those that turn out to be none are left out of the deck.
 * @param media takes films and sounds out.
 * @throws LecternError `damaged-file` when not one slide can be read, `too-large`.
 */
export const readDeck = async (archive: ZipArchive, pictures: PictureCollector, media: MediaCollector): Promise<Outcome<Deck>> => {
  const findings = noFindings()
  const presentation = readSlides(archive, pictures, findings, media)
  const isOurs = isLecterns(presentation.parts)
  await pictures.settle([])
  const slides = presentation.slides.map((slide): DeckSlide => {
    const { page, title, notes, drawings, root } = slide
    const role = roleOf(slide, presentation.parts, isOurs)
    const shown = isOurs ? slide.items.flatMap((item) => ownItem(item, role)) : slide.items
    const items = role === 'question' || role === 'answer' ? [ownQuestion(shown, role === 'answer')] : shown.flatMap((item) => deckItem(item, pictures))
    return { page, role, title, items: isOurs ? withCaption(items, slide.items.find((item) => item.kind === 'text' && isOwnCaption(item))) : items, notes, drawings: isOurs ? 0 : drawings, hidden: root.attributes.get('show') === '0', animated: !isOurs && childOf(root, 'p:timing') !== undefined }
  })
  return { value: { slides, sections: sectionsOf(presentation) }, warnings: [...warningsOf(findings), ...pictures.warnings] }
}

const isLecterns = ({ archive }: PresentationParts): boolean => {
  const bytes = archive.read('docProps/app.xml')
  return bytes !== undefined && new TextDecoder().decode(bytes).includes('<Application>Lectern</Application>')
}

/** What the layout of our own decks added to a slide is taken off again. */
const ownItem = (item: SlideItem, role: DeckRole): readonly SlideItem[] => {
  if (item.kind !== 'text') return [item]
  if (isOwn(item, 'source') || isOwnCaption(item) || (role === 'quote' && item.text === '“')) return []
  return [role === 'quote' && isOwn(item, 'attribution') ? { ...item, text: `—— ${item.text}` } : item]
}

const isOwnCaption = ({ placeholder, shape }: SlideText): boolean => placeholder === null && shape === 'caption'

/** Our decks show one picture a slide, and one caption. */
const withCaption = (items: readonly DeckItem[], caption: SlideItem | undefined): readonly DeckItem[] =>
  caption?.kind === 'text' ? items.map((item) => (item.kind === 'picture' ? { ...item, caption: caption.text } : item)) : items

const deckItem = (item: SlideItem, pictures: PictureCollector): readonly DeckItem[] => {
  switch (item.kind) {
    case 'text':
      return [{ kind: 'text', text: item.text, depth: item.depth, marker: item.marker }]
    case 'table':
    case 'chart':
      return [item]
    case 'picture': {
      const asset = pictures.keptAs(item.picture)
      return asset === null ? [] : [{ kind: 'picture', asset, alt: item.picture.text, caption: '', ...(item.played && { played: item.played }) }]
    }
  }
}

/** By our own layouts where the deck is ours, or by the slide's name where it stands in a template's layout; else by the kind that a layout states (ST_SlideLayoutType, §19.7.15). */
const roleOf = ({ part, root }: ReadSlide, parts: PresentationParts, isOurs: boolean): DeckRole => {
  const name = parts.relationships(part).find(({ type, external }) => type === 'slideLayout' && !external)?.target
  if (name === undefined) return 'other'
  if (isOurs) {
    const [, named] = /^Lectern (\S+) /.exec(childOf(root, 'p:cSld')?.attributes.get('name') ?? '') ?? []
    const layout = layoutNames.find((one) => one === named) ?? layoutNames[Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0) - 1]
    return (layout === undefined ? undefined : ownRoles[layout]) ?? 'other'
  }
  const type = parts.read(name)?.attributes.get('type')
  return type === 'title' ? 'cover' : type === 'secHead' ? 'section' : 'other'
}

/** The list of sections that PowerPoint keeps since 2010 ([MS-PPTX] §2.2.17). */
const sectionsOf = ({ presentation, listed }: PresentationSlides): Deck['sections'] => {
  const pages = new Map(listed.map(({ id }, at) => [id, at + 1]))
  return elementsNamed(presentation, 'p14:section').map((section) => ({
    title: section.attributes.get('name') ?? '',
    pages: childrenOf(childOf(section, 'p14:sldIdLst'), 'p14:sldId').flatMap(({ attributes }) => pages.get(attributes.get('id') ?? '') ?? []),
  }))
}

const elementsNamed = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element === undefined ? [] : element.children.filter(isElement).flatMap((child) => (child.name === name ? [child] : elementsNamed(child, name)))
