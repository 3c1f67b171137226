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
  if (exact) return exact
  const before = rows.filter((row) => row.section < selection.section || (row.section === selection.section && (row.block ?? -1) <= (selection.block ?? -1)))
  return before.at(-1) ?? rows[0] ?? { section: 0, block: null }
}

export function blockAt(talk: Talk, selection: Selection): Block | null {
  return selection.block === null ? null : (talk.sections[selection.section]?.blocks[selection.block] ?? null)
}

/**
 * Where a block stands after it was moved one place up or down, over the edge of its section where it has to be.
 * @returns null at either end of the talk
 */
export function neighbourPlace(talk: Talk, selection: Selection, step: 1 | -1): Selection | null {
  const { section, block } = selection
  const here = talk.sections[section]
  if (!here || block === null) return null
  const next = block + step
  if (next >= 0 && next < here.blocks.length) return { section, block: next }
  const other = talk.sections[section + step]
  if (!other) return null
  return { section: section + step, block: step === 1 ? 0 : other.blocks.length }
}
