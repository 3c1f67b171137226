import { brandMarks, type BrandMarks } from './brand-marks'
import { slideSizeOf } from './page'
import type { Deck } from './scene'
import type { Theme } from './theme'

/** A deck with a school's marks on its pages, for whatever draws scenes by themselves: in a presentation the master bears them. */
export function withMarks(deck: Deck, marks: BrandMarks, theme: Theme): Deck {
  const size = slideSizeOf(deck.size)
  return { ...deck, scenes: deck.scenes.map((scene) => ({ ...scene, items: [...brandMarks(scene.layout, size, marks, theme), ...scene.items] })) }
}
