import { distance, hexOf, oklchOf } from '../slides/colour'

/** Steps of each channel that are told apart while counting: 32, which is finer than anybody sees in a logo. */
const SHIFT = 3
/** What is not a colour of a brand: nearly white, nearly grey, see-through. Lightness and chroma in OKLCH, alpha 0–255. */
const WHITE = 0.96
const GREY = 0.045
const SEE_THROUGH = 128
/** Shades closer together than this are one colour of a logo: its edges are mixed with the paper. */
const ONE_COLOUR = 0.12
/** A colour that covers less than this part of what is coloured is an accident of the drawing. */
const LEAST = 0.04

/**
 * The colours of a logo, what covers most first: proposals for a brand. White, greys and what is transparent are left out; a logo in black alone has none.
 * @param pixels RGBA, four bytes a pixel, as a canvas gives them
 * @param most how many are proposed
 * @returns `RRGGBB`
 */
export function logoColours(pixels: Uint8ClampedArray | Uint8Array, most = 4): readonly string[] {
  const counts = new Map<number, number>()
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [r = 0, g = 0, b = 0, alpha = 0] = pixels.subarray(at, at + 4)
    if (alpha < SEE_THROUGH) continue
    const bin = ((r >> SHIFT) << 10) | ((g >> SHIFT) << 5) | (b >> SHIFT)
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  const shades = [...counts]
    .map(([bin, count]) => ({ hex: hexOfBin(bin), count }))
    .filter(({ hex }) => {
      const { lightness, chroma } = oklchOf(hex)
      return lightness < WHITE && chroma >= GREY
    })
    .sort((a, b) => b.count - a.count || (a.hex < b.hex ? -1 : 1))
  const colours: { hex: string; count: number }[] = []
  for (const shade of shades) {
    const near = colours.find(({ hex }) => distance(hex, shade.hex) < ONE_COLOUR)
    // The commonest shade stands for all near it: it is the ink, the others are its edges.
    if (near) near.count += shade.count
    else colours.push({ ...shade })
  }
  const all = colours.reduce((sum, { count }) => sum + count, 0)
  return colours
    .filter(({ count }) => count >= all * LEAST)
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ hex }) => hex)
}

/** Two digits of one of 32 steps: none stays 00, all stays FF. */
const channelOf = (step: number): string => Math.round((step * 255) / 31).toString(16).padStart(2, '0')

const hexOfBin = (bin: number): string => (channelOf(bin >> 10) + channelOf((bin >> 5) & 31) + channelOf(bin & 31)).toUpperCase()

/** Two colours for a brand from those of its logo: what covers most, and of the others the one that differs most from it; null where there is none. */
export function proposedColours(colours: readonly string[]): { readonly primary: string | null; readonly accent: string | null } {
  const [primary = null, ...others] = colours
  const accent = primary === null ? null : (others.toSorted((a, b) => distance(b, primary) - distance(a, primary))[0] ?? null)
  return { primary, accent }
}

/** A second colour that goes with a brand's own where its logo has but one: across the wheel, as light and as vivid. */
export function companionOf(primary: string): string {
  const { lightness, chroma, hue } = oklchOf(primary)
  return hexOf({ lightness: Math.min(0.65, Math.max(0.5, lightness)), chroma: Math.max(0.09, chroma * 0.8), hue: (hue + 150) % 360 })
}
