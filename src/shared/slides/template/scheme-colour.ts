import type { MappedSlot } from '../../model/template'

/** A colour of a scheme, as it is or in a lighter or darker tone: shares of the lightness in percent, as PowerPoint's own palette has them (ECMA-376-1 §20.1.2.3.20–21). */
export type SchemeColour = { readonly slot: MappedSlot; readonly lumMod?: number; readonly lumOff?: number }

type Hsl = { readonly hue: number; readonly saturation: number; readonly lightness: number }

const channelsOf = (hex: string): [number, number, number] => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number]
const hexOf = (channels: readonly number[]): string => channels.map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255).toString(16).padStart(2, '0')).join('').toUpperCase()

function hslOf(hex: string): Hsl {
  const [r, g, b] = channelsOf(hex)
  const most = Math.max(r, g, b)
  const spread = most - Math.min(r, g, b)
  const lightness = most - spread / 2
  if (spread === 0) return { hue: 0, saturation: 0, lightness }
  const sector = most === r ? (g - b) / spread + (g < b ? 6 : 0) : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  return { hue: sector / 6, saturation: spread / (1 - Math.abs(2 * lightness - 1)), lightness }
}

function hexOfHsl({ hue, saturation, lightness }: Hsl): string {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number): number => {
    const k = (offset + hue * 12) % 12
    return lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))
  }
  return hexOf([channel(0), channel(8), channel(4)])
}

/** `hex` with its lightness multiplied and moved on; both in percent. */
export function withLightness(hex: string, lumMod: number, lumOff: number): string {
  const { hue, saturation, lightness } = hslOf(hex)
  return hexOfHsl({ hue, saturation, lightness: Math.min(1, Math.max(0, (lightness * lumMod) / 100 + lumOff / 100)) })
}

/** `hex` with its saturation multiplied and moved on; both in percent (§20.1.2.3.25–27). */
export function withSaturation(hex: string, satMod: number, satOff: number): string {
  const { hue, saturation, lightness } = hslOf(hex)
  return hexOfHsl({ hue, saturation: Math.min(1, Math.max(0, (saturation * satMod) / 100 + satOff / 100)), lightness })
}

/** Of a channel of sRGB its part of the light, and back (IEC 61966-2-1). */
const lightOf = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
const channelOf = (light: number): number => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)

/**
 * `a:tint` and `a:shade` (§20.1.2.3.31, .34): what is left of the colour by a share of 0–1, the rest white or black. PowerPoint mixes light, not numbers: black of 75 per
 * cent is 898989 there.
 */
export const withLight = (hex: string, other: 0 | 1, share: number): string => hexOf(channelsOf(hex).map((channel) => channelOf(lightOf(channel) * share + other * (1 - share))))

/** Towards white or black by a share of 0–1, in sRGB. */
export const mixedWith = (hex: string, other: 0 | 1, share: number): string => hexOf(channelsOf(hex).map((channel) => channel * (1 - share) + other * share))

/** The tone of a scheme's colour as `RRGGBB`. */
export const toneOf = ({ lumMod = 100, lumOff = 0 }: Omit<SchemeColour, 'slot'>, hex: string): string => (lumMod === 100 && lumOff === 0 ? hex : withLightness(hex, lumMod, lumOff))
