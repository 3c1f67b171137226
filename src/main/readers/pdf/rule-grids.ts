import type { Box } from './page-drawings'

/** A grid of ruling lines: where its columns and rows part, in points, and which partings are drawn. */
export type RuleGrid = {
  /** Left edge, partings and right edge of the columns; top, partings and bottom of the rows. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Whether a line is drawn to the right of a cell, or beneath it. */
  readonly partedRight: (row: number, column: number) => boolean
  readonly partedBelow: (row: number, column: number) => boolean
}

/** Lines nearer to each other than this are one line: borders are drawn cell by cell, and twice. */
const SNAP = 2.5
/** A line broken by no more than this goes on; lines that miss each other by no more meet. */
const REACH = 4
const MOST_COLUMNS = 40
const MOST_ROWS = 400

/** A line across (`at` is its y) or down (its x), from one end to the other. */
export type Line = { readonly at: number; readonly from: number; readonly to: number }

/** Joins the pieces of which lines are drawn. */
const joined = (lines: readonly Line[]): Line[] => {
  const rows: Line[][] = []
  for (const line of lines.toSorted((a, b) => a.at - b.at)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && line.at - row[0].at <= SNAP) row.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) => {
    const at = row.reduce((sum, line) => sum + line.at, 0) / row.length
    const out: { at: number; from: number; to: number }[] = []
    for (const { from, to } of row.toSorted((a, b) => a.from - b.from)) {
      const last = out.at(-1)
      if (last !== undefined && from <= last.to + REACH) last.to = Math.max(last.to, to)
      else out.push({ at, from, to })
    }
    return out
  })
}

export const meet = (across: Line, down: Line) => down.at >= across.from - REACH && down.at <= across.to + REACH && across.at >= down.from - REACH && across.at <= down.to + REACH

/** Sets of lines that hang together, each line across with all that it meets and so on. */
const connected = (across: readonly Line[], down: readonly Line[]): { readonly across: readonly Line[]; readonly down: readonly Line[] }[] => {
  const left = { across: new Set(across), down: new Set(down) }
  const groups: { across: Line[]; down: Line[] }[] = []
  for (const seed of across) {
    if (!left.across.delete(seed)) continue
    const group = { across: [seed], down: [] as Line[] }
    for (let a = 0, d = 0; a < group.across.length || d < group.down.length; )
      if (a < group.across.length) {
        const line = group.across[a]
        a += 1
        for (const other of left.down) if (line !== undefined && meet(line, other) && left.down.delete(other)) group.down.push(other)
      } else {
        const line = group.down[d]
        d += 1
        for (const other of left.across) if (line !== undefined && meet(other, line) && left.across.delete(other)) group.across.push(other)
      }
    groups.push(group)
  }
  return groups
}

const coordinates = (lines: readonly Line[]): number[] => {
  const out: number[] = []
  for (const { at } of lines.toSorted((a, b) => a.at - b.at)) if (at - (out.at(-1) ?? Number.NEGATIVE_INFINITY) > SNAP) out.push(at)
  return out
}

const isDrawn = (lines: readonly Line[], at: number, through: number) => lines.some((line) => Math.abs(line.at - at) <= SNAP && line.from <= through && line.to >= through)
const middle = (edges: readonly number[], at: number) => ((edges[at] ?? 0) + (edges[at + 1] ?? 0)) / 2

const isAcross = ({ left, top, right, bottom }: Box): boolean => right - left >= bottom - top

/** The lines across of a page, from the top, and those down. */
export const linesOf = (rules: readonly Box[]): { readonly across: readonly Line[]; readonly down: readonly Line[] } => ({
  across: joined(rules.filter(isAcross).map(({ left, top, right, bottom }) => ({ at: (top + bottom) / 2, from: left, to: right }))),
  down: joined(rules.filter((rule) => !isAcross(rule)).map(({ left, top, right, bottom }) => ({ at: (left + right) / 2, from: top, to: bottom }))),
})

/** @param rules thin boxes in any order. @returns grids of at least two rows and two columns, from the top. */
export const ruleGrids = (rules: readonly Box[]): readonly RuleGrid[] => {
  const { across, down } = linesOf(rules)
  return connected(across, down)
    .flatMap((group): RuleGrid[] => {
      const xs = coordinates(group.down)
      const ys = coordinates(group.across)
      if (xs.length < 3 || ys.length < 3 || xs.length > MOST_COLUMNS || ys.length > MOST_ROWS) return []
      return [
        {
          xs,
          ys,
          partedRight: (row, column) => isDrawn(group.down, xs[column + 1] ?? 0, middle(ys, row)),
          partedBelow: (row, column) => isDrawn(group.across, ys[row + 1] ?? 0, middle(xs, column)),
        },
      ]
    })
    .toSorted((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0))
}
