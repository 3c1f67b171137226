import { darkenTo, hexOf, lightenTo, oklchOf } from './colour'
import type { ColourRole, Theme } from './theme'

/** Text on its background reaches at least this (WCAG 2.2 AA for text of any size). */
export const TEXT_CONTRAST = 4.5
/** Marks that carry meaning, such as a chart's bars, reach at least this (WCAG 2.2 §1.4.11). */
export const MARK_CONTRAST = 3

/** The pairs in which layouts set text: text role, background role. A test holds every theme to {@link TEXT_CONTRAST} on them. */
export const textPairs: readonly (readonly [ColourRole, ColourRole])[] = [
  ['ink', 'paper'],
  ['ink', 'accent-tint'],
  ['ink', 'neutral-1'],
  ['neutral-4', 'paper'],
  ['neutral-4', 'accent-tint'],
  ['accent', 'paper'],
  ['accent', 'accent-tint'],
  ['accent-deep', 'paper'],
  ['accent-deep', 'accent-tint'],
  ['paper', 'accent'],
  ['paper', 'accent-deep'],
  ['accent-tint', 'accent-deep'],
  ['second', 'paper'],
  ['good', 'paper'],
  ['paper', 'good'],
  ['caution', 'paper'],
  ['caution', 'neutral-1'],
]

/**
 * Every role of a light design from the brand's colour and its second colour, both `RRGGBB`: tonal steps in OKLCH keep the brand's hue; lightness goes down
 * as far as text on the role needs. A brand colour that is dark enough already stays as it is.
 */
export function lightRoles(brand: string, second: string): Theme['colours'] {
  const { chroma, hue } = oklchOf(brand)
  const tone = (lightness: number, share: number): string => hexOf({ lightness, chroma: chroma * share, hue })
  const paper = 'FFFFFF'
  const tint = tone(0.957, 0.16)
  const neutral1 = tone(0.958, 0.05)
  const onLight = [paper, tint, neutral1]
  return {
    ink: tone(0.24, 0.2),
    paper,
    'accent-deep': darkenTo({ lightness: 0.36, chroma: chroma * 0.85, hue }, onLight, 7),
    'accent-tint': tint,
    accent: darkenTo(oklchOf(brand), onLight, TEXT_CONTRAST),
    second: darkenTo(oklchOf(second), onLight, TEXT_CONTRAST),
    'neutral-1': neutral1,
    'neutral-2': tone(0.84, 0.08),
    'neutral-3': darkenTo({ lightness: 0.7, chroma: chroma * 0.12, hue }, [paper], MARK_CONTRAST),
    'neutral-4': darkenTo({ lightness: 0.5, chroma: chroma * 0.14, hue }, onLight, TEXT_CONTRAST),
    good: darkenTo({ lightness: 0.52, chroma: 0.12, hue: 155 }, onLight, TEXT_CONTRAST),
    caution: darkenTo({ lightness: 0.56, chroma: 0.17, hue: 32 }, onLight, TEXT_CONTRAST),
  }
}

/**
 * Every role of a dark design, as {@link lightRoles}: pages, tints and stripes are dark, whatever is read on them goes up in lightness as far as it needs. The paper is no
 * pure black, which a projector shows as a grey that swims.
 */
export function darkRoles(brand: string, second: string): Theme['colours'] {
  const { lightness, chroma, hue } = oklchOf(brand)
  const tone = (at: number, share: number): string => hexOf({ lightness: at, chroma: chroma * share, hue })
  const paper = tone(0.2, 0.14)
  const tint = tone(0.285, 0.36)
  const neutral1 = tone(0.25, 0.14)
  const onDark = [paper, tint, neutral1]
  const inked = (at: number, share: number, ratio = TEXT_CONTRAST): string => lightenTo({ lightness: at, chroma: chroma * share, hue }, onDark, ratio)
  const secondly = oklchOf(second)
  return {
    ink: inked(0.955, 0.06),
    paper,
    'accent-deep': inked(0.87, 0.5, 7),
    'accent-tint': tint,
    accent: inked(Math.max(lightness, 0.74), 0.9),
    second: lightenTo({ ...secondly, lightness: Math.max(secondly.lightness, 0.74) }, onDark, TEXT_CONTRAST),
    'neutral-1': neutral1,
    'neutral-2': tone(0.42, 0.12),
    'neutral-3': inked(0.58, 0.14, MARK_CONTRAST),
    'neutral-4': inked(0.76, 0.14),
    good: lightenTo({ lightness: 0.74, chroma: 0.13, hue: 155 }, onDark, TEXT_CONTRAST),
    caution: lightenTo({ lightness: 0.74, chroma: 0.14, hue: 32 }, onDark, TEXT_CONTRAST),
  }
}
