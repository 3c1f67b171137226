import { assertNever } from '../../../shared/assert-never'

/**
 * What is chosen in a list of things with ids: `active` is where the keyboard stands, `ids` are what a deed applies to,
 * `anchor` is where a range (Shift) began.
 */
export type ListSelection<Id> = { readonly active: Id | null; readonly anchor: Id | null; readonly ids: ReadonlySet<Id> }

export const nothingSelected = { active: null, anchor: null, ids: new Set<never>() } as const

export const selectOne = <Id>(id: Id): ListSelection<Id> => ({ active: id, anchor: id, ids: new Set([id]) })

/**
 * Chooses a row as lists everywhere do: alone, as the end of a range from the anchor (Shift), or added and taken away (Ctrl).
 * @param order the ids as listed
 */
export function select<Id>(selection: ListSelection<Id>, order: readonly Id[], id: Id, how: 'one' | 'range' | 'toggle'): ListSelection<Id> {
  switch (how) {
    case 'one':
      return selectOne(id)
    case 'toggle': {
      const ids = new Set(selection.ids)
      if (!ids.delete(id)) ids.add(id)
      return { active: id, anchor: id, ids }
    }
    case 'range': {
      const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor)
      const to = order.indexOf(id)
      if (from < 0 || to < 0) return selectOne(id)
      return { active: id, anchor: selection.anchor, ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)) }
    }
    default:
      return assertNever(how)
  }
}

/**
 * Where a key leads from the active row.
 * @param page rows that Page Up and Page Down pass over
 * @returns the id to go to; null when the key does not move, or there is nowhere to go
 */
export function destinationOf<Id>(key: string, active: Id | null, order: readonly Id[], page: number): Id | null {
  const at = active === null ? -1 : order.indexOf(active)
  const clamp = (row: number) => order[Math.max(0, Math.min(order.length - 1, row))] ?? null
  switch (key) {
    case 'ArrowDown':
      return clamp(at + 1)
    case 'ArrowUp':
      return clamp(at < 0 ? 0 : at - 1)
    case 'Home':
      return clamp(0)
    case 'End':
      return clamp(order.length - 1)
    case 'PageDown':
      return clamp(at + page)
    case 'PageUp':
      return clamp(at - page)
    default:
      return null
  }
}

/** The row that takes the place of removed ones: the next that stays, else the one before. */
export function neighbourOf<Id>(removed: ReadonlySet<Id>, order: readonly Id[]): Id | null {
  const first = order.findIndex((id) => removed.has(id))
  if (first < 0) return null
  return order.slice(first).find((id) => !removed.has(id)) ?? order.slice(0, first).findLast((id) => !removed.has(id)) ?? null
}
