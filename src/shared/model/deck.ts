/** A presentation as read, slide by slide: what a talk is made of where a deck comes in. Plain readonly data. */
import type { AssetHash } from './ids'

/** What a slide shows besides its title, in reading order. */
export type DeckItem =
  | { readonly kind: 'text'; readonly text: string; /** 0–8. */ readonly depth: number; readonly marker: 'bullet' | 'number' | 'none' }
  /** The header first; cells that a merged one covers are empty. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  /** `forms` are the elements of its plots (ECMA-376-1 §21.2.2), e.g. `barChart`, `horizontal` where its bars lie. The first row names the series. */
  | { readonly kind: 'chart'; readonly caption: string; readonly forms: readonly string[]; readonly horizontal: boolean; readonly rows: readonly (readonly string[])[] }
  /** As our own decks set it; `answer` names the letters of the options that are marked as right. */
  | { readonly kind: 'question'; readonly stem: readonly string[]; readonly options: readonly { readonly letter: string; readonly text: string }[]; readonly answer: string; readonly explanation: readonly string[] }
  | { readonly kind: 'picture'; readonly asset: AssetHash; readonly alt: string; readonly caption: string; /** The film or sound that it stands for. */ readonly played?: AssetHash }

/** What a slide is for, as far as its layout says so; `other` for everything that is not one of the fixed pages. */
export type DeckRole = 'cover' | 'agenda' | 'section' | 'quote' | 'references' | 'closing' | 'question' | 'answer' | 'other'

export type DeckSlide = {
  /** From 1. */
  readonly page: number
  readonly role: DeckRole
  readonly title: string
  readonly items: readonly DeckItem[]
  /** The paragraphs of its notes. */
  readonly notes: readonly string[]
  readonly hidden: boolean
  /** Movement within the slide. */
  readonly animated: boolean
  /** Drawings without text: arrows, frames, freehand. */
  readonly drawings: number
}

export type Deck = {
  readonly slides: readonly DeckSlide[]
  /** The presentation's own sections with the pages in each; empty where it has none. */
  readonly sections: readonly { readonly title: string; readonly pages: readonly number[] }[]
}
