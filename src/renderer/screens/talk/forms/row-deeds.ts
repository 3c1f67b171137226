import type { PointRow } from '../../../../shared/body-fields/point-rows'

/** Rows after a deed, and the row that has the cursor then. */
export type RowDeed = { readonly rows: readonly PointRow[]; readonly cursor: number }

const DEEPEST = 2

/** A row is at most one level below the one above it; what hung below a row that went away is drawn up. */
const settled = (rows: readonly PointRow[]): readonly PointRow[] =>
  rows.reduce<PointRow[]>((all, row) => {
    const above = all.at(-1)
    const level = above === undefined || above.marker === 'none' || row.marker === 'none' ? 0 : Math.min(row.level, above.level + 1)
    return [...all, level === row.level ? row : { ...row, level }]
  }, [])

/** What can be done to rows of points; null where it cannot be done. */
export const rowDeeds = {
  /** At the cursor: what stands behind it becomes a row of its own; a selection is replaced. */
  split: (rows: readonly PointRow[], at: number, from: number, to: number): RowDeed | null => {
    const row = rows[at]
    if (row === undefined) return null
    const next = { ...row, text: row.text.slice(to).trimStart() }
    return { rows: rows.toSpliced(at, 1, { ...row, text: row.text.slice(0, from).trimEnd() }, next), cursor: at + 1 }
  },
  /** Backspace at the start: one level up, and from the first level into the row above. */
  back: (rows: readonly PointRow[], at: number): RowDeed | null => {
    const row = rows[at]
    const above = rows[at - 1]
    if (row === undefined) return null
    if (row.level > 0) return rowDeeds.level(rows, at, -1)
    if (above === undefined) return null
    return { rows: settled(rows.toSpliced(at - 1, 2, { ...above, text: above.text + row.text })), cursor: at - 1 }
  },
  move: (rows: readonly PointRow[], from: number, to: number): RowDeed | null => {
    const row = rows[from]
    if (row === undefined || to < 0 || to >= rows.length || from === to) return null
    return { rows: settled(rows.toSpliced(from, 1).toSpliced(to, 0, row)), cursor: to }
  },
  level: (rows: readonly PointRow[], at: number, by: 1 | -1): RowDeed | null => {
    const row = rows[at]
    const above = rows[at - 1]
    if (row === undefined) return null
    const level = row.level + by
    const most = above === undefined || above.marker === 'none' || row.marker === 'none' ? 0 : Math.min(DEEPEST, above.level + 1)
    if (level < 0 || level > most) return null
    return { rows: settled(rows.with(at, { ...row, level })), cursor: at }
  },
  remove: (rows: readonly PointRow[], at: number): RowDeed => ({ rows: settled(rows.toSpliced(at, 1)), cursor: Math.max(0, at - 1) }),
  add: (rows: readonly PointRow[]): RowDeed => ({ rows: [...rows, { text: '', level: rows.at(-1)?.level ?? 0, marker: rows.at(-1)?.marker ?? 'bullet' }], cursor: rows.length }),
  /** The number that a numbered row carries. */
  numberAt: (rows: readonly PointRow[], at: number): number => {
    const level = rows[at]?.level ?? 0
    let number = 1
    for (let before = at - 1; before >= 0; before--) {
      const row = rows[before]
      if (row === undefined || row.level < level || (row.level === level && row.marker !== 'number')) break
      if (row.level === level) number++
    }
    return number
  },
}
