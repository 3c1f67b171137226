import { brandMarks, type BrandMarks } from './brand-marks'
import type { Deck } from './scene'
import type { Theme } from './theme'

/** The narrowest wide page, width to height: between 4:3 and 16:9. */
const WIDE = 1.5

/** A deck with a school's marks on its pages, for whatever draws scenes by themselves: in a presentation the master bears them. */
export function withMarks(deck: Deck, marks: BrandMarks, theme: Theme): Deck {
  const size = deck.size.width / deck.size.height > WIDE ? '16:9' : '4:3'
  return { ...deck, scenes: deck.scenes.map((scene) => ({ ...scene, items: [...brandMarks(scene.layout, size, marks, theme), ...scene.items] })) }
}
