import type { Catalogue } from '../../../shared/formats/talk-formats'
import type { Language } from '../../../shared/language'
import type { Talk } from '../../../shared/model/block'
import type { Deck } from '../../../shared/slides/scene'
import type { DocumentPictures } from '../docx/document-pictures'
import { coreProperties } from '../core-properties'
import { type Preset, type PresetName, presetFor } from '../docx/presets'
import { scriptFiles } from '../docx/script-files'
import { ownOfSheet, sheetFiles } from '../docx/sheet-files'
import { CORE_PROPERTIES } from '../docx/word-names'
import { sheetPreset } from '../docx/sheet-preset'
import type { PlanMemory } from '../docx/plan-script'
import { scriptOf } from '../docx/write-script'
import { sheetOf } from '../docx/write-sheet'
import type { HashedBytes } from '../../zip/archive-copies'
import type { DeckOptions } from '../pptx/write-deck'
import { DeckCopies } from './deck-copies'
import { DocumentCopies } from './document-copies'
import { DocumentTracer } from './document-trace'
import { planMemory } from './plan-memory'

export type TalkCopy = {
  readonly talk: Talk
  readonly deck: Deck
  readonly look: Pick<DeckOptions, 'theme' | 'brand' | 'media'>
  readonly pictures: DocumentPictures
  /** Han characters a minute. */
  readonly pace: number
  readonly made: Date
}

type DocumentWay = { readonly tracer: DocumentTracer; readonly copies: DocumentCopies; readonly planned: PlanMemory }

/**
 * The files of one talk for many schools, each as its own full export writes it, byte for byte. What a file returns lies in memory that the next file of its kind
 * is written into.
 */
export class TalkCopies {
  readonly #decks = new DeckCopies()
  readonly #ways = new Map<string, DocumentWay>()

  constructor(
    readonly preset: PresetName,
    readonly catalogue: Catalogue,
  ) {}

  slides({ deck, look, made }: TalkCopy): HashedBytes {
    return this.#decks.write(deck, { ...look, made })
  }

  script({ talk, deck, pictures, pace, made }: TalkCopy): HashedBytes {
    const language = talk.front.lang
    const { tracer, copies, planned } = this.#way('script', language, () => presetFor(this.preset, language))
    const { script, preset } = scriptOf(talk, { deck, preset: this.preset, pace, language, pictures, catalogue: this.catalogue }, planned)
    const facts = { title: script.title, speaker: script.speaker, language, made }
    return copies.write(tracer.script(script), new Map([[CORE_PROPERTIES, coreProperties(facts)]]), () => scriptFiles(script, preset, { language, made, picture: pictures.bytes }))
  }

  /** @returns null for the quiz of a talk that asks nothing */
  sheet(kind: 'handout' | 'quiz', { talk, look: { theme, brand }, pictures, made }: TalkCopy): HashedBytes | null {
    const language = talk.front.lang
    const look = { colours: theme.colours, ...(brand && { brand }) }
    const sheet = sheetOf(kind, talk, { language, pictures, look })
    if (sheet === null) return null
    const { tracer, copies } = this.#way(kind, language, () => sheetPreset(kind, language))
    const preset = sheetPreset(kind, language, look)
    const facts = { language, made, picture: pictures.bytes }
    return copies.write(tracer.sheet(sheet), ownOfSheet(sheet, preset, facts), () => sheetFiles(sheet, preset, facts))
  }

  #way(kind: 'script' | 'handout' | 'quiz', language: Language, presetOf: () => Preset): DocumentWay {
    const known = this.#ways.get(`${kind} ${language}`)
    if (known !== undefined) return known
    const way = { tracer: new DocumentTracer(presetOf(), language), copies: new DocumentCopies(), planned: planMemory() }
    this.#ways.set(`${kind} ${language}`, way)
    return way
  }
}
