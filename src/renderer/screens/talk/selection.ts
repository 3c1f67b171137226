import type { Block, Talk } from '../../../shared/model/block'

/** What the desk looks at: a block, or a section when `block` is null. Both count from 0. */
export type Selection = { readonly section: number; readonly block: number | null }

export const keyOf = (selection: Selection): string | null => (selection.block === null ? null : `${selection.section}.${selection.block}`)

/** A name for a row that is unique in the outline: the block's key, or the section's number. */
export const rowName = (row: Selection): string => keyOf(row) ?? String(row.section)

/** @param key a block's key, `section.block` */
export function selectionOf(key: string): Selection {
  const [section = '0', block = '0'] = key.split('.')
  return { section: Number(section), block: Number(block) }
}

export const sameSelection = (one: Selection, other: Selection): boolean => one.section === other.section && one.block === other.block

/** The rows of the outline from top to bottom. A section without a title (what stands before the first `#`) has no row of its own. */
export function rowsOf(talk: Talk): Selection[] {
  return talk.sections.flatMap((section, index) => [...(section.title === '' ? [] : [{ section: index, block: null }]), ...section.blocks.map((_, block) => ({ section: index, block }))])
}

/** The nearest row that exists: after a deletion, or when the text was changed elsewhere. */
export function clampSelection(talk: Talk, selection: Selection): Selection {
  const rows = rowsOf(talk)
  const exact = rows.find((row) => sameSelection(row, selection))
  // The same object for as long as it is looked at.
  if (exact) return selection
  const before = rows.filter((row) => row.section < selection.section || (row.section === selection.section && (row.block ?? -1) <= (selection.block ?? -1)))
  return before.at(-1) ?? rows[0] ?? { section: 0, block: null }
}

export function blockAt(talk: Talk, selection: Selection): Block | null {
  return selection.block === null ? null : (talk.sections[selection.section]?.blocks[selection.block] ?? null)
}

/** Those of several rows that exist; none unless there are two at least. */
export function existingRows(talk: Talk, rows: readonly Selection[]): readonly Selection[] {
  const existing = rows.filter(({ section, block }) => (block === null ? talk.sections[section] !== undefined : talk.sections[section]?.blocks[block] !== undefined))
  return existing.length > 1 ? existing : []
}

/** The rows from one to another, both included, in the order in which they are shown. */
export function rowsBetween(rows: readonly Selection[], one: Selection, other: Selection): readonly Selection[] {
  const [from, to] = [one, other].map((row) => rows.findIndex((shown) => sameSelection(shown, row)))
  if (from === undefined || to === undefined || from < 0 || to < 0) return [other]
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1)
}
