import type { Localized } from '../language'
import type { BlockContent } from '../model/block'
import { flowPoints } from './blocks/flowing-points'
import { layOutBlock } from './blocks/lay-out-block'
import type { LayoutContext, SlideDraft } from './context'
import type { Scene, SceneItem } from './scene'
import { titleItem } from './title'

/** A slide of a block with its title, before it has its place in the deck, its footer and its notes. */
export type TitledSlide = Pick<Scene, 'layout' | 'title' | 'items'>

/** What they show depends on the talk around them. */
const madeOfTheWhole: ReadonlySet<BlockContent['kind']> = new Set(['agenda', 'references', 'closing'])

type Given = readonly { readonly code: string; readonly message: Localized }[]
type Laid = { readonly slides: readonly TitledSlide[]; readonly warnings: Given }
type Made = { readonly items: readonly SceneItem[]; readonly warnings: Given }

/** What was laid out of the deck before: a block that shows the same under the same title is not laid out again, nor is a page or a footer that says the same. */
export class RememberedSlides {
  #known = new Map<string, Laid>()
  #used = new Map<string, Laid>()
  /** By what is shown and the title: the same objects in a talk that was read again after a keystroke (talkParser). */
  #contents = new WeakMap<BlockContent, Map<string, { readonly key: string; readonly laid: Laid }>>()
  #knownItems = new Map<string, Made>()
  #usedItems = new Map<string, Made>()
  #circumstances: readonly unknown[] = []

  /** Before a deck. @param circumstances all that a layout depends on beside the block; where one is another, nothing is remembered */
  begin(circumstances: readonly unknown[]): void {
    if (circumstances.length !== this.#circumstances.length || circumstances.some((one, index) => one !== this.#circumstances[index])) {
      this.#known = new Map()
      this.#contents = new WeakMap()
      this.#knownItems = new Map()
    }
    this.#circumstances = circumstances
    this.#used = new Map()
    this.#usedItems = new Map()
  }

  slides(content: BlockContent, title: string, context: LayoutContext): readonly TitledSlide[] {
    if (madeOfTheWhole.has(content.kind)) return titledSlides(content, title, context)
    const { key, laid } = this.#contents.get(content)?.get(title) ?? this.#laid(content, title, context)
    this.#used.set(key, laid)
    for (const { code, message } of laid.warnings) context.warn(code, message)
    return laid.slides
  }

  /** @param key names what `make` depends on; what it gives holds no picture or talk around it */
  items(key: string, context: LayoutContext, make: (context: LayoutContext) => readonly SceneItem[]): readonly SceneItem[] {
    const made = this.#usedItems.get(key) ?? this.#knownItems.get(key) ?? madeOnce(make, context)
    this.#usedItems.set(key, made)
    for (const { code, message } of made.warnings) context.warn(code, message)
    return made.items
  }

  /** After it: what it did not use is forgotten. */
  end(): void {
    this.#known = this.#used
    this.#knownItems = this.#usedItems
  }

  #laid(content: BlockContent, title: string, context: LayoutContext): { readonly key: string; readonly laid: Laid } {
    const key = JSON.stringify([title, content])
    const found = { key, laid: this.#used.get(key) ?? this.#known.get(key) ?? layOutOnce(content, title, context) }
    const titles = this.#contents.get(content) ?? new Map<string, { readonly key: string; readonly laid: Laid }>()
    this.#contents.set(content, titles.set(title, found))
    return found
  }
}

const madeOnce = (make: (context: LayoutContext) => readonly SceneItem[], context: LayoutContext): Made => {
  const warnings: { code: string; message: Localized }[] = []
  return { items: make({ ...context, warn: (code, message) => warnings.push({ code, message }) }), warnings }
}

const layOutOnce = (content: BlockContent, title: string, context: LayoutContext): Laid => {
  const warnings: { code: string; message: Localized }[] = []
  return { slides: titledSlides(content, title, { ...context, warn: (code, message) => warnings.push({ code, message }) }), warnings }
}

/** All slides of one block, titled; a title that is too long for one goes before them. */
function titledSlides(content: BlockContent, title: string, context: LayoutContext): TitledSlide[] {
  const drafts = layOutBlock(content, context)
  if (drafts.length === 0) return []
  if (drafts.some((draft, index) => index > 0 && draft.continues !== false)) {
    context.warn('slide-continued', {
      'zh-CN': `“${title}”一页放不下，分成了 ${drafts.length} 页。`,
      en: `“${title}” does not fit one slide and goes over ${drafts.length}.`,
    })
  }
  const long = drafts.some(({ titleArea }) => titleItem(context.words.continued(title), titleArea ?? context.page.title, context) === null)
  const slides = long ? [...titleSlides(title, context), ...drafts] : drafts
  return slides.map((draft, index) => {
    const shown = index > 0 && draft.continues !== false ? context.words.continued(title) : title
    return { layout: draft.layout, title: shown, items: long ? [...draft.items] : withTitle(draft, shown, context) }
  })
}

export function withTitle(draft: SlideDraft, title: string, context: LayoutContext): SceneItem[] {
  if (draft.titleArea === null) return [...draft.items]
  const item = titleItem(title, draft.titleArea ?? context.page.title, context)
  return item ? [item, ...draft.items] : [...draft.items]
}

/** A title that is a paragraph rather than a title stands as text before its block; nothing of it is lost. */
function titleSlides(title: string, context: LayoutContext): SlideDraft[] {
  context.warn('title-too-long', {
    'zh-CN': `“${title.slice(0, 24)}……”作标题太长了，单独放了一页。请改短一些，把细节放进要点。`,
    en: `“${title.slice(0, 48)}…” is too long for a title and was given a slide of its own. Shorten it and move the details into points.`,
  })
  return flowPoints([{ inlines: [{ text: title }], marker: 'none', children: [] }], context.page.body, 'points', context)
}
