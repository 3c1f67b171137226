import { isDeepStrictEqual } from 'node:util'
import { rememberMany } from '../../../shared/remember-many'
import type { Deck, Scene } from '../../../shared/slides/scene'
import type { Structure, TemplateDesign } from '../../../shared/slides/theme'
import type { HashedBytes } from '../../zip/archive-copies'
import { packageFiles, type Part } from '../opc-package'
import { deckParts, framesOf, type DeckOptions, type DeckMemory, type SlidePlace } from '../pptx/write-deck'
import { KnownForms } from './known-forms'
import { PackageCopies } from './package-copies'

/** Parts beside slides that are remembered: a design's layouts, its notes page and what lists the slides, twice over. */
const PARTS = 96

type Written = { readonly scene: Scene; readonly place: SlidePlace; readonly parts: readonly Part[] }

/** The parts of the copies before: a slide moves where the school's own case before it takes another number of slides. Scenes of a `DeckLayouter` share what did not change, so that comparing them costs next to nothing. */
class WrittenParts implements DeckMemory {
  readonly #written = new Map<number, KnownForms<Written>>()
  readonly byKey = rememberMany((_key: string, write: () => Part) => write(), PARTS)

  slide(scene: Scene, place: SlidePlace, write: () => readonly Part[]): readonly Part[] {
    const forms = this.#written.get(place.number) ?? new KnownForms()
    const found = forms.find((one) => isSamePlace(one.place, place) && isSame(one.scene, scene))
    if (found !== undefined) return found.parts
    const parts = write()
    forms.add({ scene, place, parts })
    this.#written.set(place.number, forms)
    return parts
  }
}

const isSamePlace = (one: SlidePlace, other: SlidePlace): boolean =>
  one.number === other.number && one.firstChart === other.firstChart && one.transition === other.transition && one.media.length === other.media.length && one.media.every((name, index) => name === other.media[index])

/** Of two scenes whatever a slide and its notes are written from. */
const isSame = (one: Scene, other: Scene): boolean =>
  one.title === other.title && one.layout === other.layout && one.notes === other.notes && one.items.length === other.items.length && one.items.every((item, index) => item === other.items[index] || isDeepStrictEqual(item, other.items[index]))

/**
 * A deck in many copies, each for another school: colours, typefaces, marks and the slides that differ are written anew, everything else is taken from the
 * copies before. The bytes are those of `writeDeck`, by the same functions.
 */
export class DeckCopies {
  #written = new WrittenParts()
  #structure: Structure | null = null
  #template: TemplateDesign | undefined
  readonly #packages = new PackageCopies()

  /** @returns a `.pptx`, in memory that the next copy is written into */
  write(deck: Deck, options: DeckOptions): HashedBytes {
    const { structure, template } = options.theme
    // Slides and layouts follow from it; the copies of one run share it, so that comparing objects is enough.
    if (structure !== this.#structure || template !== this.#template) this.#written = new WrittenParts()
    this.#structure = structure
    this.#template = template
    const { parts, root } = deckParts(deck, framesOf(deck, options.theme), options, this.#written)
    return this.#packages.write(packageFiles(parts, root))
  }
}
