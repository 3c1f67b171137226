import { emuToPoints } from '../../units'
import type { SceneParagraph, SceneTable } from '../scene'
import type { ColourRole } from '../theme'
import type { PointBox } from './point-box'

/** Points of the hairline under a row. */
const LIGHT = 0.75

type Rule = { readonly y: number; readonly thickness: number; readonly colour: ColourRole }
/** A row with the lines at its edges and the boxes that its cells' texts stand in the middle of. Points on the slide. */
export type PlacedRow = {
  readonly header: boolean
  readonly box: PointBox
  readonly fill: ColourRole | null
  readonly rules: readonly Rule[]
  readonly cells: readonly { readonly box: PointBox; readonly paragraphs: readonly SceneParagraph[] }[]
}

/** A table: filled rows, a hairline under each, heavier ones where the design asks for them. */
export function placeTable({ rows, columns, inset, rule, heavyRule }: SceneTable, { x, y }: PointBox): readonly PlacedRow[] {
  const [insetX, insetY] = [emuToPoints(inset.x), emuToPoints(inset.y)]
  const widths = columns.map(emuToPoints)
  const heights = rows.map(({ height }) => emuToPoints(height))
  const light = { colour: rule, width: LIGHT }
  return rows.map(({ header, fill, cells }, index) => {
    const box = { x, y: y + sum(heights.slice(0, index)), width: sum(widths), height: heights[index]! }
    return {
      header,
      box,
      fill,
      rules: [...(index === 0 && heavyRule ? [ruleAt(box.y, heavyRule)] : []), ruleAt(box.y + box.height, header || index === rows.length - 1 ? (heavyRule ?? light) : light)],
      cells: cells.map(({ paragraphs }, column) => ({
        paragraphs,
        box: { x: x + sum(widths.slice(0, column)) + insetX, y: box.y + insetY, width: (widths[column] ?? 0) - 2 * insetX, height: box.height - 2 * insetY },
      })),
    }
  })
}

/** A line whose middle is at `y`. */
const ruleAt = (y: number, { colour, width }: { readonly colour: ColourRole; readonly width: number }): Rule => ({ y: y - width / 2, thickness: width, colour })

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0)
