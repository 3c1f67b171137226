import { describe, expect, it } from 'vitest'
import { RINGS } from '../../../src/shared/slides/blocks/chart'
import { ringLabel } from '../../../src/shared/slides/ring-label'
import { contrast, hexOf, oklchOf } from '../../../src/shared/slides/colour'
import { darkRoles, lightRoles, MARK_CONTRAST, TEXT_CONTRAST, textPairs } from '../../../src/shared/slides/colour-roles'
import { builtInThemes } from '../../../src/shared/slides/themes/built-in'

const themes = Object.values(builtInThemes).flatMap(({ light, dark }) => [light, dark])
const brands = ['1C5FB8', 'FFD400', '00A651', 'E60012', '888888', '000000', 'FFFFFF', 'B8E0F0']

describe('the colours of a design', () => {
  it.each(brands)('reach 4.5 : 1 for every pair in which text is set, light and dark, from the brand colour %s', (brand) => {
    for (const colours of [lightRoles(brand, 'F08A00'), darkRoles(brand, 'F08A00')]) {
      for (const [text, background] of textPairs) expect(contrast(colours[text], colours[background]), `${text} on ${background}`).toBeGreaterThanOrEqual(TEXT_CONTRAST)
    }
  })

  it('keep a brand colour that is dark enough as it is', () => {
    expect(lightRoles('1C5FB8', 'C2571A').accent).toBe('1C5FB8')
  })

  it.each(themes)('show the bars of a chart against the ground that it stands on in $name', ({ colours, structure }) => {
    const ground = structure.body === 'card' ? structure.card.fill : structure.ground
    for (const role of ['accent', 'neutral-3', 'neutral-4', 'second'] as const) expect(contrast(colours[role], colours[ground]), role).toBeGreaterThanOrEqual(MARK_CONTRAST)
  })

  it.each(themes)('show every part of a ring, and the share that is written on it, in $name', ({ colours }) => {
    for (const role of RINGS) {
      expect(contrast(colours[role], colours.paper), role).toBeGreaterThanOrEqual(MARK_CONTRAST)
      // Bold and 14 points at least: large type (WCAG 2.2, §1.4.3).
      expect(contrast(colours[role], colours[ringLabel(role)]), role).toBeGreaterThanOrEqual(3)
    }
  })

  it('survive the way to OKLCH and back', () => {
    for (const brand of brands) expect(hexOf(oklchOf(brand))).toBe(brand)
  })

  it('know white and black as the widest contrast', () => {
    expect(contrast('FFFFFF', '000000')).toBeCloseTo(21)
    expect(contrast('777777', 'FFFFFF')).toBeCloseTo(4.48, 2)
  })

  it('make dark pages of a dark design, and light ones of a light one', () => {
    for (const { light, dark } of Object.values(builtInThemes)) {
      expect(oklchOf(light.colours[light.structure.ground]).lightness).toBeGreaterThan(0.9)
      expect(oklchOf(dark.colours[dark.structure.ground]).lightness).toBeLessThan(0.35)
    }
  })
})
