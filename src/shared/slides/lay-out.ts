import type { Language } from '../language'
import type { Block, BlockContent, Talk } from '../model/block'
import { defaultSettings } from '../model/settings'
import type { Outcome, Warning } from '../outcome'
import { points } from '../units'
import { heightOf, lineCountOf, plainRun, setParagraphs, textItem } from './compose'
import type { LayoutContext, PictureLookup, SourceLookup } from './context'
import type { FontMetrics } from './font-metrics'
import { footerStyle } from './layouts'
import { notesFor } from './notes'
import type { Area, SlideSize } from './page'
import { pagesOf } from './page-source'
import { agendaSlides, FEWEST_FOR_AGENDA, referenceSlides, sourceLine } from './pages/lists'
import { closingItems, coverItems, sectionItems } from './pages/opening'
import type { Deck, LayoutName, Scene, SceneItem } from './scene'
import type { Theme } from './theme'
import { RememberedSlides, type TitledSlide, withTitle } from './titled-slides'
import { slideWords } from './words'
import { steadyWidth } from './text-width'

export type LayOutOptions = {
  readonly theme: Theme
  readonly metrics: FontMetrics
  readonly picture: PictureLookup
  /** Without, references name a source as the talk does. */
  readonly cited?: SourceLookup
  /** Han characters a minute, for the times of an agenda; the pace of a new library without. */
  readonly pace?: number
  /** The talk's own ratio without. */
  readonly size?: SlideSize
  readonly language: Language
}

/**
 * Lays a talk out as slides: cover, agenda (from three sections on), a page a section, the blocks, sources, closing. A talk with an
 * agenda, references or a closing of its own is given no second one. Pure: the same input gives the same deck.
 *
 * Nothing is ever cut: what does not fit at the smallest allowed size goes on a further slide marked as continued. Warnings: `slide-continued`,
 * `missing-picture`, `local-case-omitted`, `nothing-cited`, `title-too-long`, `small-print`; their `place` is the block's line.
 */
export const layOut: DeckLayouter = (talk, options) => deckLayouter()(talk, options)

export type DeckLayouter = (talk: Talk, options: LayOutOptions) => Outcome<Deck>

/**
 * A layouter that remembers the blocks it laid out last time, so that a keystroke costs the layout of one block. Give each open talk its own.
 * What it returns is that of {@link layOut}.
 */
export const deckLayouter = (): DeckLayouter => {
  const known = new RememberedSlides()
  return (talk, options) => {
    known.begin([options.metrics, options.picture, options.cited, options.pace, options.size ?? talk.front.ratio, talk.front.reveal, options.language, options.theme.structure, options.theme.template])
    const deck = layOutDeck(talk, options, known)
    known.end()
    return deck
  }
}

function layOutDeck(talk: Talk, options: LayOutOptions, known: RememberedSlides): Outcome<Deck> {
  const { structure } = options.theme
  const pages = pagesOf(options.theme, options.size ?? talk.front.ratio)
  const warnings: Warning[] = []
  const words = slideWords[options.language]
  const contextFor = (title: string, place: string, layout: LayoutName): LayoutContext => ({
    page: pages.page(layout),
    pages,
    structure,
    metrics: options.metrics,
    language: options.language,
    words,
    picture: options.picture,
    cited: options.cited ?? (() => null),
    talk,
    pace: options.pace ?? defaultSettings.pace,
    title,
    warn: (code, message) => warnings.push({ code, place, message }),
  })
  const whole = contextFor(talk.front.title, '', 'points')
  const named = talk.sections.filter(({ title }) => title !== '')
  const own = new Set(talk.sections.flatMap(({ blocks }) => blocks.map(({ content }) => content.kind)))
  const scenes: Scene[] = []
  const sections: { title: string; scenes: string[] }[] = []

  const add = (scene: Omit<Scene, 'items'> & { readonly items: readonly SceneItem[] }, footer: { readonly source: string } | null): void => {
    const number = scenes.length + 1
    const foot = footer ? known.items(`footer ${scene.layout} ${number} ${footer.source}`, whole, (context) => footerItems(footer.source, number, scene.layout, { ...context, page: pages.page(scene.layout) })) : []
    scenes.push({ ...scene, items: [...scene.items, ...foot] })
  }

  add({ id: 'cover', block: null, section: -1, layout: 'cover', title: talk.front.title, items: coverItems(talk.front, whole), notes: '' }, null)
  if (named.length >= FEWEST_FOR_AGENDA && !own.has('agenda')) {
    agendaSlides({ ...whole, page: pages.page('agenda') }).forEach((draft, index) => {
      const title = index === 0 ? words.agenda : words.continued(words.agenda)
      add({ id: numbered('agenda', index), block: null, section: -1, layout: 'agenda', title, items: withTitle(draft, title, { ...whole, page: pages.page('agenda') }), notes: '' }, { source: '' })
    })
  }
  const opening = scenes.map(({ id }) => id)

  let position = 0
  talk.sections.forEach((section, sectionIndex) => {
    const first = scenes.length
    if (section.title !== '') {
      position += 1
      add({ id: String(sectionIndex), block: null, section: sectionIndex, layout: 'section', title: section.title, items: known.items(`section ${position} ${section.title}`, whole, (context) => sectionItems(section.title, position, context)), notes: '' }, { source: '' })
    }
    for (const block of section.blocks) {
      const title = block.title || section.title || talk.front.title
      const context = contextFor(title, `line ${block.span.line}`, usualLayoutOf(block.content.kind))
      for (const slide of blockScenes(block, known.slides(block.content, title, context))) {
        add({ ...slide, section: sectionIndex }, slide.layout === 'closing' ? null : { source: sourceOf(block, context) })
      }
    }
    sections.push({ title: section.title, scenes: scenes.slice(first).map(({ id }) => id) })
  })

  const closingFrom = scenes.length
  if (!own.has('references')) {
    referenceSlides({ ...whole, page: pages.page('references') }).forEach((draft, index) => {
      const title = index === 0 ? words.references : words.continued(words.references)
      add({ id: numbered('references', index), block: null, section: talk.sections.length - 1, layout: 'references', title, items: withTitle(draft, title, { ...whole, page: pages.page('references') }), notes: '' }, { source: '' })
    })
  }
  if (!own.has('closing')) {
    const items = known.items(`closing ${JSON.stringify([talk.front.title, talk.front.speaker])}`, whole, (context) => closingItems(words.closing, talk.front.title, context))
    add({ id: 'closing', block: null, section: talk.sections.length - 1, layout: 'closing', title: words.closing, items, notes: '' }, null)
  }

  return {
    value: {
      title: talk.front.title,
      language: options.language,
      speaker: talk.front.speaker,
      size: pages.page('points').size,
      ...(talk.front.transition === 'none' ? {} : { transition: talk.front.transition }),
      sections: [{ title: talk.front.title, scenes: opening }, ...sections, { title: words.closing, scenes: scenes.slice(closingFrom).map(({ id }) => id) }].filter(({ scenes }) => scenes.length > 0),
      scenes,
    },
    warnings,
  }
}

/** The layout on whose page a kind of block is laid out; what it shows may stand on others too. */
function usualLayoutOf(kind: BlockContent['kind']): LayoutName {
  if (kind === 'discussion') return 'activity'
  return kind === 'local-case' || kind === 'closing' ? 'points' : kind
}

const numbered = (id: string, index: number): string => (index === 0 ? id : `${id}+${index}`)

/** The scenes of one block, each with what is said while it stands. */
function blockScenes(block: Block, slides: readonly TitledSlide[]): Omit<Scene, 'section'>[] {
  const notes = notesFor(block.script?.text ?? '', slides.length)
  return slides.map((slide, index) => ({ id: numbered(block.key, index), block: block.key, ...slide, notes: notes[index] ?? '' }))
}

const sourceOf = (block: Block, context: LayoutContext): string => {
  const charted = block.content.kind === 'chart' ? block.content.source : ''
  return [charted, sourceLine(block.citations, context)].filter((part) => part !== '').join(context.words.separator)
}

/** Source line at the left and page number at the right; a source line of more than one line grows up to the body, or the card around it, and then down. */
function footerItems(source: string, number: number, layout: LayoutName, context: LayoutContext): SceneItem[] {
  const { page, words, metrics } = context
  const items: SceneItem[] = []
  if (source !== '') {
    const place: Area = layout === 'activity' ? page.activity.source : page.source
    const above = page.card ? page.card.y + page.card.height : page.body.y + page.body.height
    const room = page.height - above
    const setAt = (size: number, pitch: number) => {
      const specs = [{ runs: [plainRun(words.source + source, { ...footerStyle, size: points(size) })], pitch }]
      const width = steadyWidth(place.width, specs, context.metrics)
      return { width, paragraphs: setParagraphs(specs, width, metrics) }
    }
    const { width, paragraphs } = [setAt(12, 16), setAt(12, 15), setAt(10, 12)].find((set, index) => (index === 0 ? lineCountOf(set.paragraphs) === 1 : heightOf(set.paragraphs) <= room)) ?? setAt(8, 9)
    const height = Math.max(place.height, heightOf(paragraphs))
    items.push(textItem({ name: 'source', placeholder: 'source', area: { ...place, y: Math.max(above, place.y + place.height - height), width, height }, anchor: 'bottom' }, paragraphs))
  }
  const paragraphs = setParagraphs([{ runs: [plainRun(String(number), footerStyle)], align: 'right', pitch: 16 }], page.number.width, metrics)
  return [...items, textItem({ name: 'number', placeholder: 'number', area: page.number, anchor: 'bottom' }, paragraphs)]
}
