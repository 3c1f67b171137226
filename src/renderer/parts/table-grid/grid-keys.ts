import type { KeyboardEvent } from 'react'

export type Place = { readonly row: number; readonly column: number }

export type GridStep = { readonly to: Place } | 'row-up' | 'row-down' | 'column-left' | 'column-right' | 'undo' | 'redo' | null

/**
 * What a key means in a cell. Left and right leave the cell only from the ends of its text; Tab goes through the rows and out of the table
 * at its end, so that the keyboard is never caught; Enter and Tab leave for a row that does not exist yet only from one that is not empty.
 */
export function gridStep(event: KeyboardEvent<HTMLTextAreaElement>, at: Place, size: { readonly rows: number; readonly columns: number; readonly lastRowIsEmpty: boolean }): GridStep {
  const { key, altKey, shiftKey, currentTarget: cell } = event
  const command = event.ctrlKey || event.metaKey
  if (command) return key.toLowerCase() === 'z' ? (shiftKey ? 'redo' : 'undo') : key.toLowerCase() === 'y' ? 'redo' : null
  if (altKey) return key === 'ArrowUp' ? 'row-up' : key === 'ArrowDown' ? 'row-down' : key === 'ArrowLeft' ? 'column-left' : key === 'ArrowRight' ? 'column-right' : null
  const to = (row: number, column: number): GridStep => {
    const isNew = row === size.rows && !size.lastRowIsEmpty
    return row >= 0 && column >= 0 && column < size.columns && (row < size.rows || isNew) ? { to: { row, column } } : null
  }
  const isCaret = cell.selectionStart === cell.selectionEnd
  switch (key) {
    case 'Enter':
      return to(at.row + (shiftKey ? -1 : 1), at.column) ?? { to: at }
    case 'Tab':
      return shiftKey ? to(at.column === 0 ? at.row - 1 : at.row, at.column === 0 ? size.columns - 1 : at.column - 1) : to(at.column === size.columns - 1 ? at.row + 1 : at.row, (at.column + 1) % size.columns)
    case 'ArrowUp':
      return shiftKey || at.row === 0 ? null : to(at.row - 1, at.column)
    case 'ArrowDown':
      return shiftKey || at.row === size.rows - 1 ? null : to(at.row + 1, at.column)
    case 'ArrowLeft':
      return isCaret && !shiftKey && cell.selectionStart === 0 ? to(at.row, at.column - 1) : null
    case 'ArrowRight':
      return isCaret && !shiftKey && cell.selectionEnd === cell.value.length ? to(at.row, at.column + 1) : null
    default:
      return null
  }
}
