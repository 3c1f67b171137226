import { describe, expect, it } from 'vitest'
import { brandedTheme, type BrandLook } from '../../../src/shared/brand/branded-theme'
import { contrast, oklchOf } from '../../../src/shared/slides/colour'
import { MARK_CONTRAST, TEXT_CONTRAST, textPairs } from '../../../src/shared/slides/colour-roles'
import { builtInThemes } from '../../../src/shared/slides/themes/built-in'
import { clearTheme } from '../../../src/shared/slides/themes/clear'

const look = (more: Partial<BrandLook> = {}): BrandLook => ({ primary: null, accent: null, headingFont: '', bodyFont: '', coverStyle: 'design', ...more })

const darkTheme = builtInThemes.clear.dark
const themes = Object.values(builtInThemes).flatMap(({ light, dark }) => [light, dark])
/** Sixteen steps of each channel. */
const steps = Array.from({ length: 16 }, (_, step) => (step * 17).toString(16).padStart(2, '0').toUpperCase())
const sweep = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => red + green + blue)))

describe('a design in a brand’s colours', () => {
  it.each(themes.map((theme, at) => [`${theme.name} ${at}`, theme] as const))('can be read in each of 4,096 brand colours, on every pair in which text is set: %s', (_name, theme) => {
    const unreadable: string[] = []
    for (const [at, primary] of sweep.entries()) {
      // The second colour walks through the sweep in another order, so that pairs of all kinds meet.
      const { colours } = brandedTheme(theme, look({ primary, accent: sweep[(at * 1531) % sweep.length] ?? null })).theme
      for (const [text, ground] of textPairs) if (contrast(colours[text], colours[ground]) < TEXT_CONTRAST) unreadable.push(`${primary}: ${text} on ${ground}`)
      for (const mark of ['accent', 'second', 'neutral-3', 'neutral-4'] as const) if (contrast(colours[mark], colours.paper) < MARK_CONTRAST) unreadable.push(`${primary}: ${mark}`)
    }
    expect(sweep).toHaveLength(4096)
    expect(unreadable).toEqual([])
  }, 120_000)

  it('shows a brand colour as it is where text can be read in it, and says so of one where it cannot', () => {
    expect(brandedTheme(clearTheme, look({ primary: '7A1F2B' }))).toMatchObject({ theme: { colours: { accent: '7A1F2B' } }, adjustments: [] })
    const { theme, adjustments } = brandedTheme(clearTheme, look({ primary: 'FFD400' }))
    expect(adjustments).toEqual([{ role: 'accent', wanted: 'FFD400', used: theme.colours.accent, against: expect.any(String), before: expect.any(Number), after: expect.any(Number) }])
    expect(adjustments[0]!.before).toBeLessThan(TEXT_CONTRAST)
    expect(adjustments[0]!.after).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  })

  it('keeps the hue of a colour that it has to move', () => {
    const { hue } = oklchOf(brandedTheme(clearTheme, look({ primary: '00C8F0' })).theme.colours.accent)
    expect(Math.abs(hue - oklchOf('00C8F0').hue)).toBeLessThan(4)
  })

  it('moves a colour no further than it must', () => {
    const { accent, paper } = brandedTheme(clearTheme, look({ primary: 'FF8A00' })).theme.colours
    const grounds = ['paper', 'accent-tint', 'neutral-1'] as const
    const worst = Math.min(...grounds.map((ground) => contrast(accent, brandedTheme(clearTheme, look({ primary: 'FF8A00' })).theme.colours[ground])))
    expect(worst).toBeLessThan(TEXT_CONTRAST + 0.15)
    expect(contrast(accent, paper)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  })

  it('moves to the light on a dark page', () => {
    const { theme, adjustments } = brandedTheme(darkTheme, look({ primary: '1A1A60' }))
    expect(adjustments.map(({ role }) => role)).toEqual(['accent'])
    expect(oklchOf(theme.colours.accent).lightness).toBeGreaterThan(oklchOf('1A1A60').lightness)
    expect(oklchOf(theme.colours.paper).lightness).toBeLessThan(0.3)
  })

  it('leaves to the design what the brand does not say', () => {
    expect(brandedTheme(clearTheme, look())).toEqual({ theme: clearTheme, adjustments: [] })
    const { fonts, colours } = brandedTheme(clearTheme, look({ headingFont: '方正小标宋简体' })).theme
    expect(fonts.heading).toMatchObject({ latin: '方正小标宋简体', eastAsian: '方正小标宋简体', kind: 'serif' })
    expect(fonts.body).toEqual(clearTheme.fonts.body)
    expect(colours).toEqual(clearTheme.colours)
  })

  it('builds the cover that the brand asks for, and otherwise the design’s', () => {
    expect(brandedTheme(clearTheme, look({ coverStyle: 'band' })).theme.structure).toEqual({ ...clearTheme.structure, cover: 'band' })
    expect(brandedTheme(clearTheme, look({ primary: '1C5FB8' })).theme.structure).toBe(clearTheme.structure)
  })

  it('keeps what is right and what is wrong in the colours that mean it', () => {
    const { good, caution } = brandedTheme(clearTheme, look({ primary: '8E24AA' })).theme.colours
    expect(Math.abs(oklchOf(good).hue - oklchOf(clearTheme.colours.good).hue)).toBeLessThan(4)
    expect(Math.abs(oklchOf(caution).hue - oklchOf(clearTheme.colours.caution).hue)).toBeLessThan(4)
  })
})
