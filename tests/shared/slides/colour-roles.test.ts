import { describe, expect, it } from 'vitest'
import { contrast, hexOf, oklchOf } from '../../../src/shared/slides/colour'
import { lightRoles, MARK_CONTRAST, TEXT_CONTRAST, textPairs } from '../../../src/shared/slides/colour-roles'
import { frameOf } from '../../../src/shared/slides/layouts'
import { clearTheme } from '../../../src/shared/slides/themes/clear'
import type { Scene } from '../../../src/shared/slides/scene'
import type { ColourRole } from '../../../src/shared/slides/theme'
import { showcase } from '../../builders/showcase-talk'
import { laidOut, paragraphsOf } from '../../builders/slides'

const brands = ['1C5FB8', 'FFD400', '00A651', 'E60012', '888888', '000000', 'FFFFFF', 'B8E0F0']

describe('the colours of a design', () => {
  it.each(brands)('reach 4.5 : 1 for every pair in which text is set, from the brand colour %s', (brand) => {
    const colours = lightRoles(brand, 'F08A00')
    for (const [text, background] of textPairs) expect(contrast(colours[text], colours[background]), `${text} on ${background}`).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  })

  it('keep a brand colour that is dark enough as it is', () => {
    expect(lightRoles('1C5FB8', 'C2571A').accent).toBe('1C5FB8')
  })

  it('show the bars of a chart against the paper', () => {
    for (const role of ['accent', 'neutral-3', 'neutral-4', 'second'] as const) expect(contrast(clearTheme.colours[role], clearTheme.colours.paper)).toBeGreaterThanOrEqual(MARK_CONTRAST)
  })

  it('survive the way to OKLCH and back', () => {
    for (const brand of brands) expect(hexOf(oklchOf(brand))).toBe(brand)
  })

  it('know white and black as the widest contrast', () => {
    expect(contrast('FFFFFF', '000000')).toBeCloseTo(21)
    expect(contrast('777777', 'FFFFFF')).toBeCloseTo(4.48, 2)
  })

  it('reach 4.5 : 1 wherever the showcase sets text, on the card or page behind it', () => {
    const { value: deck } = laidOut(showcase)
    for (const scene of deck.scenes) {
      for (const item of scene.items) {
        if (item.kind !== 'text') continue
        const background = backgroundOf(scene, item.box)
        for (const { runs } of paragraphsOf(item)) {
          for (const { text, style } of runs) {
            if (text.trim() === '■') continue // a mark that names a series' colour, not text
            expect(contrast(clearTheme.colours[style.colour], clearTheme.colours[background]), `“${text}” ${style.colour} on ${background} in ${scene.id}`).toBeGreaterThanOrEqual(TEXT_CONTRAST)
          }
        }
      }
    }
  })
})

/** Fill of the topmost shape that holds the middle of `box`, or the page's. */
function backgroundOf(scene: Scene, box: Scene['items'][number]['box']): ColourRole {
  const frame = frameOf(scene.layout, '16:9')
  const x = box.x + Math.min(box.width, 200_000) / 2
  const y = box.y + box.height / 2
  const shapes = [...frame.decorations, ...scene.items].filter((item) => item.kind === 'shape')
  const behind = shapes.findLast(({ box: shape, fill }) => fill !== null && x >= shape.x && x <= shape.x + shape.width && y >= shape.y && y <= shape.y + shape.height)
  return behind?.fill ?? frame.background
}
