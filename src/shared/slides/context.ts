import type { PictureInfo } from '../contract/talks'
import type { Language } from '../language'
import type { Localized } from '../language'
import type { Talk } from '../model/block'
import type { Cited } from '../citation/gb-t-7714'
import type { FontMetrics } from './font-metrics'
import type { Area, Page } from './page'
import type { PageSource } from './page-source'
import type { LayoutName, SceneItem } from './scene'
import type { Structure } from './theme'
import type { SlideWords } from './words'

/** Answers what is known of a picture that a talk names; null when it is not there. */
export type PictureLookup = (src: string) => PictureInfo | null

/** What the library knows of a source that a talk cites by its title; null when it has none. */
export type SourceLookup = (title: string) => Cited | null

/** What every block is laid out with. */
export type LayoutContext = {
  readonly page: Page
  readonly pages: PageSource
  readonly metrics: FontMetrics
  readonly structure: Structure
  readonly language: Language
  readonly words: SlideWords
  readonly picture: PictureLookup
  readonly cited: SourceLookup
  /** The talk around the block, as its audience hears it: for what is made from the whole of it. */
  readonly talk: Talk
  /** Han characters a minute, for planned times. */
  readonly pace: number
  /** Title of the block being laid out, for pictures and charts that need a description. */
  readonly title: string
  /** Notes something the user should know of the block being laid out. */
  readonly warn: (code: string, message: Localized) => void
}

/** One slide of a block before it has its title, footer and notes. */
export type SlideDraft = {
  readonly layout: LayoutName
  readonly items: readonly SceneItem[]
  /** Where the title stands when not in the layout's own place; null when this slide draws none. */
  readonly titleArea?: Area | null
  /** False when the slide is meant as a step of its own (an answer) and its title is not marked as continued. */
  readonly continues?: boolean
}
