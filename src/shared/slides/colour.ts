/** Colours as OKLCH (lightness 0–1, chroma, hue in degrees; Ottosson 2020) and their contrast (WCAG 2.2, §1.4.3). */
export type Oklch = { readonly lightness: number; readonly chroma: number; readonly hue: number }
type Rgb = readonly [number, number, number]

const toLinear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
const fromLinear = (channel: number): number => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055)

function linearOf(hex: string): Rgb {
  if (!/^[0-9A-Fa-f]{6}$/.test(hex)) throw new Error(`Not an RRGGBB colour: ${hex}`)
  const channel = (at: number): number => toLinear(parseInt(hex.slice(at, at + 2), 16) / 255)
  return [channel(0), channel(2), channel(4)]
}

export function oklchOf(hex: string): Oklch {
  const [r, g, b] = linearOf(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(a, bb), hue: (Math.atan2(bb, a) * 180) / Math.PI }
}

function linearFrom({ lightness, chroma, hue }: Oklch): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s]
}

/** `RRGGBB` of a colour; chroma is reduced until it lies in sRGB, lightness and hue are kept. */
export function hexOf(colour: Oklch): string {
  let chroma = colour.chroma
  let linear = linearFrom(colour)
  while (chroma > 0 && linear.some((channel) => channel < -1e-4 || channel > 1.0001)) {
    chroma = Math.max(0, chroma - 0.004)
    linear = linearFrom({ ...colour, chroma })
  }
  return linear
    .map((channel) => Math.round(fromLinear(Math.min(1, Math.max(0, channel))) * 255).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}

const luminance = (hex: string): number => {
  const [r, g, b] = linearOf(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of two `RRGGBB` colours, 1–21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Whether the first of two `RRGGBB` colours reflects less light. */
export const isDarker = (one: string, other: string): boolean => luminance(one) < luminance(other)

/** How different two `RRGGBB` colours look: their distance in OKLab (ΔE OK, CSS Color 4 §14). 0.02 is just seen side by side; black and white are 1 apart. */
export function distance(one: string, other: string): number {
  const [a, b] = [oklabOf(one), oklabOf(other)]
  return Math.hypot(a.lightness - b.lightness, a.a - b.a, a.b - b.b)
}

const oklabOf = (hex: string): { readonly lightness: number; readonly a: number; readonly b: number } => {
  const { lightness, chroma, hue } = oklchOf(hex)
  const angle = (hue * Math.PI) / 180
  return { lightness, a: chroma * Math.cos(angle), b: chroma * Math.sin(angle) }
}

/** The colour nearest in lightness to `colour`, same hue, that reaches `ratio` against every one of `backgrounds`, going darker. */
export const darkenTo = (colour: Oklch, backgrounds: readonly string[], ratio: number): string => movedTo(colour, backgrounds, ratio, -0.005) ?? '000000'

/** As {@link darkenTo}, going lighter: for text on dark pages. */
export const lightenTo = (colour: Oklch, backgrounds: readonly string[], ratio: number): string => movedTo(colour, backgrounds, ratio, 0.005) ?? 'FFFFFF'

function movedTo(colour: Oklch, backgrounds: readonly string[], ratio: number, step: number): string | null {
  for (let lightness = colour.lightness; lightness > 0 && lightness < 1; lightness += step) {
    const hex = hexOf({ ...colour, lightness })
    if (backgrounds.every((background) => contrast(hex, background) >= ratio)) return hex
  }
  return null
}
