import type { MappedSlot, TemplateLayout, TemplateMaster } from '../../model/template'
import { contrast, isDarker, oklchOf } from '../colour'
import { MARK_CONTRAST, TEXT_CONTRAST } from '../colour-roles'
import { type ColourRole, colourRoles } from '../theme'
import { textPlaceholders } from './map-layouts'
import { type SchemeColour, toneOf } from './scheme-colour'

/** The colours of our own shapes on the pages of a layout: for every role a tone of the template's scheme, and what it looks like. */
export type TemplatePalette = {
  readonly slots: Readonly<Record<ColourRole, SchemeColour>>
  readonly colours: Readonly<Record<ColourRole, string>>
}

/** What a deep tone should reach beside {@link TEXT_CONTRAST}, so that it tells itself from the accent. */
const DEEP_CONTRAST = 7
/** Hues that speak for themselves, in OKLCH degrees, and how far from them a colour still does. */
const GREEN = { hue: 150, reach: 40 }
const RED = { hue: 30, reach: 35 }
/** Chroma below which a colour has no hue to speak of. */
const GREY = 0.05

const tones = (slot: MappedSlot, ...steps: readonly (readonly [lumMod: number, lumOff: number])[]): SchemeColour[] =>
  steps.map(([lumMod, lumOff]) => ({ slot, ...(lumMod === 100 && lumOff === 0 ? {} : { lumMod }), ...(lumOff === 0 ? {} : { lumOff }) }))

const ACCENTS = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const

/**
 * The palette of a layout. Whether its pages are light or dark is taken from what its designer set text in, or from the ground where no text has a place; every role in which we set text is the first tone of its colour that can be read
 * ({@link TEXT_CONTRAST}) on the paper, on our own tints and on a ground of one colour. The template's own colours are not touched.
 * @param text `RRGGBB` of what is read on its pages
 */
export function templatePalette(master: TemplateMaster, layout: TemplateLayout, text: string = layout.text): TemplatePalette {
  const hexOfSlot = (slot: MappedSlot): string => master.colours[layout.colourMap[slot]]
  const hexOf = (tone: SchemeColour): string => toneOf(tone, hexOfSlot(tone.slot))
  const ground = layout.background?.kind === 'solid' ? [layout.background.colour] : []
  const isDark = textPlaceholders(layout).length === 0 && ground[0] !== undefined && text === layout.text ? !isLight(ground[0]) : isLight(text)
  const [darkSlot, lightSlot] = isDarker(hexOfSlot('tx1'), hexOfSlot('bg1')) ? (['tx1', 'bg1'] as const) : (['bg1', 'tx1'] as const)
  const [ink, paper]: readonly [SchemeColour, SchemeColour] = isDark ? [{ slot: lightSlot }, { slot: darkSlot }] : [{ slot: darkSlot }, { slot: lightSlot }]
  const reaches = (tone: SchemeColour, grounds: readonly string[], ratio: number): boolean => grounds.every((one) => contrast(hexOf(tone), one) >= ratio)
  const first = (candidates: readonly SchemeColour[], grounds: readonly string[], ratio: number): SchemeColour | undefined => candidates.find((tone) => reaches(tone, grounds, ratio))

  const inkHex = hexOf(ink)
  const tinted = isDark ? tones('accent1', [25, 0], [35, 0], [50, 0]) : tones('accent1', [20, 80], [10, 90])
  const tint = first(tinted, [inkHex], TEXT_CONTRAST * 1.4) ?? paper
  const striped = isDark ? tones(paper.slot, [90, 10], [95, 5]) : tones(paper.slot, [95, 0])
  const neutral1 = first(striped, [inkHex], TEXT_CONTRAST) ?? paper
  const grounds = [hexOf(paper), hexOf(tint), hexOf(neutral1), ...ground.filter((one) => contrast(inkHex, one) >= TEXT_CONTRAST)]

  const readable = (slot: MappedSlot, ratio: number = TEXT_CONTRAST): SchemeColour | undefined =>
    first(isDark ? tones(slot, [100, 0], [80, 20], [60, 40], [40, 60], [20, 80], [10, 90]) : tones(slot, [100, 0], [90, 0], [75, 0], [60, 0], [50, 0], [40, 0], [25, 0]), grounds, ratio)
  const deep = first(isDark ? tones('accent1', [60, 40], [40, 60], [20, 80]) : tones('accent1', [75, 0], [50, 0], [25, 0]), grounds, DEEP_CONTRAST)
  const accent = readable('accent1') ?? ink
  const second = readable('accent2') ?? ink
  const speaking = ({ hue, reach }: { readonly hue: number; readonly reach: number }): SchemeColour | undefined => {
    const slot = ACCENTS.find((one) => {
      const colour = oklchOf(hexOfSlot(one))
      return colour.chroma > GREY && Math.abs(((colour.hue - hue + 540) % 360) - 180) < reach
    })
    return slot === undefined ? undefined : readable(slot)
  }
  const quiet = isDark ? tones(ink.slot, [65, 0], [75, 0], [85, 0], [95, 0]) : tones(ink.slot, [65, 35], [75, 25], [85, 15], [95, 5])
  const neutral4 = first(quiet, grounds, TEXT_CONTRAST) ?? ink
  const slots: Record<ColourRole, SchemeColour> = {
    ink,
    paper,
    'accent-deep': deep ?? readable('accent1', DEEP_CONTRAST) ?? ink,
    'accent-tint': tint,
    accent,
    second,
    'neutral-1': neutral1,
    'neutral-2': isDark ? { slot: paper.slot, lumMod: 75, lumOff: 25 } : { slot: paper.slot, lumMod: 85 },
    'neutral-3': first(isDark ? tones(paper.slot, [50, 50], [35, 65]) : tones(paper.slot, [65, 0], [50, 0]), [hexOf(paper)], MARK_CONTRAST) ?? neutral4,
    'neutral-4': neutral4,
    good: speaking(GREEN) ?? accent,
    caution: speaking(RED) ?? second,
  }
  return { slots, colours: Object.fromEntries(colourRoles.map((role) => [role, hexOf(slots[role])])) as Record<ColourRole, string> }
}

const isLight = (hex: string): boolean => contrast(hex, '000000') > contrast(hex, 'FFFFFF')
