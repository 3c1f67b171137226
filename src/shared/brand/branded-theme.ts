import type { BrandDraft } from '../model/brand'
import { contrast, hexOf, oklchOf, type Oklch } from '../slides/colour'
import { MARK_CONTRAST, TEXT_CONTRAST, textPairs } from '../slides/colour-roles'
import { isSerif } from './typefaces'
import { colourRoles, type ColourRole, type Theme } from '../slides/theme'

/** What of a brand a deck's theme shows. */
export type BrandLook = Pick<BrandDraft, 'primary' | 'accent' | 'headingFont' | 'bodyFont' | 'coverStyle'>

/** A colour of the brand's that text could not be read in, and what is used for it. Colours are `RRGGBB`; contrasts are those against `against`, the worst of its grounds. */
export type ColourAdjustment = { readonly role: 'accent' | 'second'; readonly wanted: string; readonly used: string; readonly against: ColourRole; readonly before: number; readonly after: number }

export type BrandedTheme = { readonly theme: Theme; readonly adjustments: readonly ColourAdjustment[] }

type Side = { readonly role: ColourRole; readonly grounds: readonly ColourRole[]; readonly ratio: number }

/**
 * The roles of {@link textPairs} fall into two sides, such that no pair lies within one: the grounds (the paper and what is about as light or dark as it) and the
 * inks (whatever text is set in on them, or they are set in upon it: contrast does not care which). Grounds keep the lightness that the design gives them, and every ink
 * is moved away from them until it can be read. So each pair is decided by one move, and no later move undoes an earlier one.
 * @throws Error when the pairs do not fall into two sides: then no order of moves would do
 */
const sides = ((): { readonly inks: readonly Side[] } => {
  const isGround = new Map<ColourRole, boolean>([['paper', true]])
  for (let placed = 0; placed < isGround.size; ) {
    placed = isGround.size
    for (const [one, other] of textPairs) {
      const [a, b] = [isGround.get(one), isGround.get(other)]
      if (a !== undefined && a === b) throw new Error(`Text is set in ${one} on ${other}, which lie on one side`)
      if (a !== undefined) isGround.set(other, !a)
      else if (b !== undefined) isGround.set(one, !b)
    }
  }
  const grounds = new Set(colourRoles.filter((role) => isGround.get(role) === true))
  const inks = colourRoles
    .filter((role) => !grounds.has(role))
    .map((role): Side => {
      // Whatever text is set in can be read on every ground, in whichever of them a design builds its pages. What no text is set in still has to be seen on the paper, as a bar or a line.
      const isText = textPairs.some((pair) => pair.includes(role))
      return isText ? { role, grounds: [...grounds], ratio: TEXT_CONTRAST } : { role, grounds: ['paper'], ratio: MARK_CONTRAST }
    })
  return { inks }
})()

/** Roles that mean something by their hue, or only separate: they keep the colour of the design. */
const unbranded: ReadonlySet<ColourRole> = new Set(['good', 'caution'])
/** Hairlines and fills that need no contrast. */
const quiet: ReadonlySet<ColourRole> = new Set(['neutral-2'])
/** A brand's colour may be this much more vivid than the design's; tints of it stay tints. */
const MOST_VIVID = 1.6
/** Chroma below which a colour has no hue to speak of. */
const GREY = 0.02

/**
 * A design in the colours and typefaces of a brand, with the cover that it asks for. Every tone takes the hue of the brand's colour at the lightness that the design gives its role (OKLCH); the brand's
 * own two colours stand as they are wherever text can be read in them and on them. On every pair of roles in which text is set, contrast is at least 4.5, for any
 * brand colour on any design, light or dark: see {@link sides}.
 *
 * @param theme of any built-in design; it is not changed
 * @returns the theme, and the brand's colours that could not be used as they are
 */
export function brandedTheme(theme: Theme, brand: BrandLook): BrandedTheme {
  const colours = brand.primary === null && brand.accent === null ? theme.colours : brandedColours(theme.colours, brand)
  const heading = typeface(brand.headingFont, theme.fonts.heading)
  const body = typeface(brand.bodyFont, theme.fonts.body)
  const structure = brand.coverStyle === 'design' ? theme.structure : { ...theme.structure, cover: brand.coverStyle }
  return { theme: { ...theme, colours, fonts: { heading, body }, structure }, adjustments: adjustmentsOf(colours, brand) }
}

type Typefaces = Theme['fonts']['heading']
const typeface = (name: string, ofDesign: Typefaces): Typefaces => (name === '' ? ofDesign : { ...ofDesign, latin: name, eastAsian: name, kind: isSerif(name) ? 'serif' : 'sans' })

function brandedColours(design: Theme['colours'], { primary, accent }: BrandLook): Theme['colours'] {
  const tone = primary === null ? (role: ColourRole) => oklchOf(design[role]) : toneOf(design, primary)
  const wanted = (role: ColourRole): Oklch => {
    if (role === 'accent' && primary !== null) return oklchOf(primary)
    if (role === 'second') return oklchOf(accent ?? design.second)
    return unbranded.has(role) ? oklchOf(design[role]) : tone(role)
  }
  const colours: Record<ColourRole, string> = { ...design }
  for (const role of colourRoles) colours[role] = hexOf(wanted(role))
  for (const { role, grounds, ratio } of sides.inks) {
    if (!quiet.has(role)) colours[role] = readable(wanted(role), grounds.map((ground) => colours[ground]), ratio)
  }
  return colours
}

/** The design's tones with another hue: as much more or less vivid as the brand's colour is than the design's accent. */
function toneOf(design: Theme['colours'], primary: string): (role: ColourRole) => Oklch {
  const brand = oklchOf(primary)
  const own = Math.max(oklchOf(design.accent).chroma, GREY)
  const share = Math.min(brand.chroma / own, MOST_VIVID)
  return (role) => {
    const { lightness, chroma } = oklchOf(design[role])
    return { lightness, chroma: chroma * share, hue: brand.hue }
  }
}

/** The colour nearest in lightness to `colour`, of the same hue, that reaches `ratio` on all grounds; those are all light or all dark. Black or white always does. */
function readable(colour: Oklch, grounds: readonly string[], ratio: number): string {
  const reaches = (hex: string): boolean => grounds.every((ground) => contrast(hex, ground) >= ratio)
  const asWished = hexOf(colour)
  if (reaches(asWished)) return asWished
  const [ground = 'FFFFFF'] = grounds
  const far = contrast('000000', ground) >= contrast('FFFFFF', ground) ? 0 : 1
  let unread = colour.lightness
  let read = far
  let best = far === 0 ? '000000' : 'FFFFFF'
  // Contrast grows with the distance in lightness, so the nearest can be found by halving: 2⁻¹⁰ is less than a step of sRGB.
  for (let step = 0; step < 10; step++) {
    const lightness = (unread + read) / 2
    const hex = hexOf({ ...colour, lightness })
    if (reaches(hex)) [read, best] = [lightness, hex]
    else unread = lightness
  }
  return best
}

function adjustmentsOf(colours: Theme['colours'], { primary, accent }: BrandLook): ColourAdjustment[] {
  return (
    [
      ['accent', primary],
      ['second', accent],
    ] as const
  ).flatMap(([role, wanted]) => {
    const used = colours[role]
    if (wanted === null || wanted === used) return []
    const grounds = sides.inks.find((side) => side.role === role)?.grounds ?? []
    const [against] = grounds.toSorted((a, b) => contrast(wanted, colours[a]) - contrast(wanted, colours[b]))
    return against === undefined ? [] : [{ role, wanted, used, against, before: contrast(wanted, colours[against]), after: contrast(used, colours[against]) }]
  })
}
