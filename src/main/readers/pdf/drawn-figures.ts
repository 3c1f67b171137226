/** Figures that a page draws line by line, as flow charts and diagrams come from Word; they cannot be taken out as pictures are. Lengths are points, y counts downwards. */
import type { Box, DrawnShape } from './page-drawings'

/** Shapes of one figure lie no further apart than this. */
const GAP = 40
/** A figure has as many shapes, on different places… */
const FEWEST_SHAPES = 5
/** …and among them as many that are bent: the heads of two arrows. */
const FEWEST_BENT = 2
/** Smaller ones are ornaments, bullets and check marks. */
const SMALLEST = { width: 100, height: 28 } as const
/** The margin of a page, as a part of its height: letterheads and logos. */
const MARGIN = 0.1
/** Beyond as many, a page is a map or a plan, and one figure for sure: the first ones show it. */
const MOST_SHAPES = 600
/** What runs off the page, or comes as near to its edge, decorates it. */
const EDGE = 4
/** The same place on as many pages is furniture. */
const REPEATED_PAGES = 3

const union = (a: Box, b: Box): Box => ({ left: Math.min(a.left, b.left), top: Math.min(a.top, b.top), right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom) })
const isNear = (a: Box, b: Box): boolean => a.left - GAP < b.right && b.left - GAP < a.right && a.top - GAP < b.bottom && b.top - GAP < a.bottom
const isWithin = (inner: Box, outer: Box): boolean => inner.left >= outer.left - 2 && inner.right <= outer.right + 2 && inner.top >= outer.top - 2 && inner.bottom <= outer.bottom + 2
const isOffEdge = ({ left, top, right, bottom }: Box, { width, height }: { readonly width: number; readonly height: number }): boolean => left < EDGE || top < EDGE || right > width - EDGE || bottom > height - EDGE
const nameOf = ({ left, top, right, bottom }: Box): string => [left, top, right, bottom].map((side) => Math.round(side / 4)).join(' ')

type Group = { readonly box: Box; readonly shapes: number; readonly bent: number }

/** Shapes near one another, joined. */
const groupsOf = (shapes: readonly DrawnShape[]): readonly Group[] => {
  let groups: Group[] = []
  for (const { box, bent } of shapes) {
    let joined: Group = { box, shapes: 1, bent: Number(bent) }
    const apart: Group[] = []
    for (const group of groups)
      if (isNear(group.box, joined.box)) joined = { box: union(group.box, joined.box), shapes: group.shapes + joined.shapes, bent: group.bent + joined.bent }
      else apart.push(group)
    groups = [...apart, joined]
  }
  return groups
}

/**
 * Where a page draws figures.
 * @param tables the places of tables, whose borders and shaded cells are no figure.
 */
export const drawnFigures = (shapes: readonly DrawnShape[], tables: readonly Box[], page: { readonly width: number; readonly height: number }): readonly Box[] => {
  const places = new Map<string, DrawnShape>()
  for (const shape of shapes) {
    const { box } = shape
    // Frames and tints of a whole page, and what stands in its margins.
    if (box.right - box.left > page.width * 0.85 || box.bottom < page.height * MARGIN || box.top > page.height * (1 - MARGIN)) continue
    if (tables.some((table) => isWithin(box, table))) continue
    // Filled and then outlined is one shape.
    const name = nameOf(box)
    if (!places.has(name) || shape.bent) places.set(name, shape)
    if (places.size >= MOST_SHAPES) break
  }
  return groupsOf([...places.values()])
    .filter(({ box }) => !isOffEdge(box, page))
    .filter(({ box, shapes: count, bent }) => count >= FEWEST_SHAPES && bent >= FEWEST_BENT && box.right - box.left >= SMALLEST.width && box.bottom - box.top >= SMALLEST.height)
    .map(({ box }) => box)
}

/** The pages, from 1, that draw figures; what stands in the same place on several pages belongs to none of them. */
export const pagesWithFigures = (figures: ReadonlyMap<number, readonly Box[]>): readonly number[] => {
  const seen = new Map<string, number>()
  for (const box of [...figures.values()].flat()) seen.set(nameOf(box), (seen.get(nameOf(box)) ?? 0) + 1)
  return [...figures].filter(([, boxes]) => boxes.some((box) => (seen.get(nameOf(box)) ?? 0) < REPEATED_PAGES)).map(([page]) => page)
}
