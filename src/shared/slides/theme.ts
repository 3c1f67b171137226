import type { AssetHash } from '../model/ids'
import type { LayoutChoices } from '../model/own-design'
import type { Template } from '../model/template'

/**
 * A theme gives every role of a scene its colour and typeface. Scenes name roles only (architecture.md, "brand"), so a brand is a theme swap.
 * Roles map one to one to the slots of an OOXML colour scheme (ECMA-376-1 §20.1.6.2), so that nothing in a deck is a literal colour.
 */
export const colourRoles = ['ink', 'paper', 'accent-deep', 'accent-tint', 'accent', 'second', 'neutral-1', 'neutral-2', 'neutral-3', 'neutral-4', 'good', 'caution'] as const
export type ColourRole = (typeof colourRoles)[number]

/** Slot of the OOXML colour scheme that carries each role: dk1 lt1 dk2 lt2 accent1–6 hlink folHlink. */
export const schemeSlotOf: Record<ColourRole, 'dk1' | 'lt1' | 'dk2' | 'lt2' | 'accent1' | 'accent2' | 'accent3' | 'accent4' | 'accent5' | 'accent6' | 'hlink' | 'folHlink'> = {
  ink: 'dk1',
  paper: 'lt1',
  'accent-deep': 'dk2',
  'accent-tint': 'lt2',
  accent: 'accent1',
  second: 'accent2',
  'neutral-1': 'accent3', // lightest: hairlines, zebra
  'neutral-2': 'accent4',
  'neutral-3': 'accent5',
  'neutral-4': 'accent6', // darkest: secondary text
  good: 'hlink',
  caution: 'folHlink',
}

export type FontRole = 'heading' | 'body'

/** Colours of an area that is filled with the design's own colour: its ground, what is read first on it, what is read after. */
export type Solid = { readonly ground: ColourRole; readonly text: ColourRole; readonly quiet: ColourRole }

/**
 * How a design builds its pages: beside colours and typefaces all that tells designs apart. Plain data that names roles only, so that a brand's theme keeps it.
 */
export type Structure = {
  /** Cover and closing page: a patterned panel at the side, a band across the page with centred words, one large card. */
  readonly cover: 'panel' | 'band' | 'card'
  /** Section pages: almost empty with a huge numeral, a band across the page, two areas side by side. */
  readonly section: 'numeral' | 'band' | 'two-tone'
  /** The one mark of a title: a rule beside it, a hairline beneath it, a disc before it. */
  readonly titleMark: 'rule' | 'hairline' | 'disc'
  readonly ground: ColourRole
  /** Running text stands on the page itself or on one card that spans it. */
  readonly body: 'open' | 'card'
  /** Cards of a case, of two columns, of an activity. The radius is in points; 0 gives square corners. */
  readonly card: { readonly fill: ColourRole; readonly radius: number; readonly line: ColourRole | null }
  /** Cards of the options of a question. */
  readonly option: { readonly fill: ColourRole; readonly line: ColourRole }
  readonly solid: Solid
  /** Header in the tint over striped rows; heavier rules and no fills; header in the accent over striped rows. */
  readonly table: 'tinted' | 'ruled' | 'filled'
  /** A page in the tint; rules above and beneath; as the design's running text. */
  readonly quote: 'tinted' | 'ruled' | 'plain'
  /** Chinese serif faces have one weight for display; making them bold smears them. */
  readonly headingsBold: boolean
  /** Figures that the hall should remember, as a factor on their usual size. */
  readonly figures: number
}

export type FontFamily = {
  /** Typeface for Latin and for East Asian text, as written to the deck's theme. */
  readonly latin: string
  readonly eastAsian: string
  /** Whose advances lines are broken with. */
  readonly kind: 'sans' | 'serif'
}

/** A template that a design is made of: what is known of it, the user's choice of layouts, and its parts as one file. */
export type TemplateDesign = { readonly template: Template; readonly choices: LayoutChoices; readonly parts: AssetHash }

export type Theme = {
  readonly name: string
  /** `RRGGBB`, upper case, for every role. */
  readonly colours: Readonly<Record<ColourRole, string>>
  readonly fonts: Readonly<Record<FontRole, FontFamily>>
  readonly structure: Structure
  /** Where pages get their places and grounds from, instead of the structure; absent in a built-in design. */
  readonly template?: TemplateDesign
}
