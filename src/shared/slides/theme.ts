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

export type Theme = {
  readonly name: string
  /** `RRGGBB`, upper case, for every role. */
  readonly colours: Readonly<Record<ColourRole, string>>
  /** Typeface for Latin and for East Asian text of each font role, as written to the deck's theme. */
  readonly fonts: Readonly<Record<FontRole, { readonly latin: string; readonly eastAsian: string }>>
}
