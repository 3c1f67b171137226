import { useRef } from 'react'
import type { Grid } from '../../../shared/table-grid/grid'

type Step = { readonly grid: Grid; readonly group: string }

/**
 * Undo and redo of an edited table. Changes of one `group` in a row — keystrokes in one cell — are one step; an empty group is a step of its own.
 * A value that came from outside in between is a step as well: undo leads back through it.
 */
export function useGridHistory(value: Grid, onChange: (grid: Grid) => void) {
  const past = useRef<Step[]>([])
  const future = useRef<Grid[]>([])
  const change = (grid: Grid, group = '') => {
    if (grid === value) return
    if (group === '' || past.current.at(-1)?.group !== group) past.current.push({ grid: value, group })
    future.current = []
    onChange(grid)
  }
  const undo = () => {
    const step = past.current.pop()
    if (!step) return
    future.current.push(value)
    onChange(step.grid)
  }
  const redo = () => {
    const grid = future.current.pop()
    if (!grid) return
    past.current.push({ grid: value, group: '' })
    onChange(grid)
  }
  return { change, undo, redo }
}
