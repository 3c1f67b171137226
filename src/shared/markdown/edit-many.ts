/**
 * Edits of several blocks and sections of a talk at once, each made of the edits of one (edit-talk.ts). Rows are named by their places in the text
 * that is given; a block whose section is named as a whole goes with it. Conditions that moved blocks shared with others go with them.
 */
import { copyOf, insertBlock, insertSection, moveBlock, moveSection, removeBlock, removeSection, type BlockPlace } from './edit-talk'
import { locateTalk } from './locate-talk'

/** A block, or a whole section where `block` is null. Both count from 0. */
export type TalkRow = { readonly section: number; readonly block: number | null }

/** @param rows where the rows stand that the edit was about */
export type Edited = { readonly markdown: string; readonly rows: readonly TalkRow[] }

const keyOf = ({ section, block }: TalkRow): string => `${section}.${block}`

/** In the order of the talk, each once, without blocks of sections that are named themselves, and without rows that do not exist. */
export const orderedRows = (markdown: string, rows: readonly TalkRow[]): readonly TalkRow[] => {
  const { sections } = locateTalk(markdown)
  const wanted = new Set(rows.map(({ section, block }) => `${section}.${block}`))
  return sections.flatMap(({ blocks }, section): readonly TalkRow[] =>
    wanted.has(`${section}.null`) ? [{ section, block: null }] : blocks.flatMap((_, block) => (wanted.has(`${section}.${block}`) ? [{ section, block }] : [])),
  )
}

/** Their Markdown, one after the other, ready to be put into another talk. */
export const textOfRows = (markdown: string, rows: readonly TalkRow[]): string => copiesOf(markdown, rows, null)

const copiesOf = (markdown: string, rows: readonly TalkRow[], place: BlockPlace | null): string => {
  const { sections } = locateTalk(markdown)
  return orderedRows(markdown, rows)
    .flatMap(({ section, block }) => {
      const part = block === null ? sections[section] : sections[section]?.blocks[block]
      return part === undefined ? [] : [copyOf(markdown, part, place)]
    })
    .filter((text) => text !== '')
    .join('\n\n')
}

export const removeRows = (markdown: string, rows: readonly TalkRow[]): string =>
  orderedRows(markdown, rows).reduceRight((text, row) => (row.block === null ? removeSection(text, row.section) : removeBlock(text, keyOf(row))), markdown)

/**
 * Puts Markdown from elsewhere behind a row: blocks behind a block or first in a section, whole sections behind the section that the row is in, so
 * that they take in none of its blocks. Text without a heading becomes a block without a title.
 */
export const insertBehind = (markdown: string, after: TalkRow, text: string): Edited => {
  const { sections } = locateTalk(markdown)
  const place = placeBehind(after, text)
  const next = insertBlock(markdown, place, text)
  if (place.block === null) {
    const at = sections.length === 0 ? 0 : Math.min(after.section, sections.length - 1) + 1
    const count = locateTalk(next).sections.length - sections.length
    // Blocks before the first `#` of what came stand at the end of the section before it.
    return { markdown: next, rows: Array.from({ length: Math.max(0, count) }, (_, index) => ({ section: at + index, block: null })) }
  }
  const first = place.block
  const before = sections[place.section]?.blocks.length ?? 0
  const count = (locateTalk(next).sections[place.section]?.blocks.length ?? 0) - before
  return { markdown: next, rows: Array.from({ length: Math.max(0, count) }, (_, index) => ({ section: place.section, block: first + index })) }
}

/** Where Markdown goes that is put behind a row; sections go to the end of the one that the row is in. */
const placeBehind = ({ section, block }: TalkRow, text: string): BlockPlace => ({ section, block: /^#(?:[ \t]|$)/m.test(text) ? null : block === null ? 0 : block + 1 })

/** Second copies behind the last of them. */
export const duplicateRows = (markdown: string, rows: readonly TalkRow[]): Edited => {
  const last = orderedRows(markdown, rows).at(-1)
  return last === undefined ? { markdown, rows: [] } : insertBehind(markdown, last, copiesOf(markdown, rows, placeBehind(last, textOfRows(markdown, rows))))
}

/**
 * Moves blocks, in their order, to a place counted before they are taken out. Sections do not go into sections: with one among the rows nothing moves.
 * @param to as the `block`-th of a section; null is its end
 */
export const moveRowsTo = (markdown: string, rows: readonly TalkRow[], to: TalkRow): Edited => {
  const moved = orderedRows(markdown, rows)
  if (moved.length === 0 || moved.some(({ block }) => block === null)) return { markdown, rows }
  const names = new Set(moved.map(keyOf))
  // Where everything stands, followed move by move; a section without a title is gone with its last block.
  const layout = locateTalk(markdown).sections.map(({ heading, blocks }) => ({ titled: heading !== null, names: blocks.map(({ key }) => key) }))
  const target = layout[Math.min(to.section, layout.length - 1)]
  if (target === undefined) return { markdown, rows }
  const before = to.block === null ? undefined : target.names.slice(to.block).find((name) => !names.has(name))
  let text = markdown
  for (const name of moved.map(keyOf)) {
    const section = layout.findIndex((one) => one.names.includes(name))
    const from = layout[section]
    // Alone where it is to go, it is there; taken out, it would leave nothing to come back to.
    if (from === undefined || (from === target && from.names.length === 1)) continue
    const block = from.names.indexOf(name)
    from.names.splice(block, 1)
    if (from.names.length === 0 && !from.titled && from !== target) layout.splice(section, 1)
    const at = before === undefined ? target.names.length : target.names.indexOf(before)
    text = moveBlock(text, `${section}.${block}`, { section: layout.indexOf(target), block: at })
    target.names.splice(at, 0, name)
  }
  return { markdown: text, rows: layout.flatMap((one, section) => one.names.flatMap((name, block) => (names.has(name) ? [{ section, block }] : []))) }
}

/** The place that blocks take one step up or down, counted before they are taken out; null at an end of the talk, and for sections. */
export const placeBeside = (markdown: string, rows: readonly TalkRow[], step: 1 | -1): TalkRow | null => {
  const moved = orderedRows(markdown, rows)
  const [first] = moved
  const last = moved.at(-1)
  if (first === undefined || last === undefined) return null
  const { sections } = locateTalk(markdown)
  return step === -1 ? placeAbove(sections, first) : placeBelow(sections, last)
}

/** Moves blocks together, or sections together, one place up or down; at an end of the talk they stay. */
export const moveRows = (markdown: string, rows: readonly TalkRow[], step: 1 | -1): Edited => {
  const moved = orderedRows(markdown, rows)
  const { sections } = locateTalk(markdown)
  const [first] = moved
  const last = moved.at(-1)
  if (first === undefined || last === undefined) return { markdown, rows }
  if (moved.every(({ block }) => block === null)) {
    if ((step === -1 ? first.section === 0 : last.section === sections.length - 1) || (step === -1 && sections[first.section - 1]?.heading === null)) return { markdown, rows: moved }
    const inOrder = step === -1 ? moved : moved.toReversed()
    return { markdown: inOrder.reduce((text, { section }) => moveSection(text, section, section + step), markdown), rows: moved.map(({ section }) => ({ section: section + step, block: null })) }
  }
  const to = placeBeside(markdown, moved, step)
  return to === null ? { markdown, rows: moved } : moveRowsTo(markdown, moved, to)
}

type Sections = ReturnType<typeof locateTalk>['sections']

const placeAbove = (sections: Sections, { section, block }: TalkRow): TalkRow | null => {
  if (block === null) return null
  if (block > 0) return { section, block: block - 1 }
  return section > 0 ? { section: section - 1, block: sections[section - 1]?.blocks.length ?? 0 } : null
}

/** Counted before the blocks are taken out: behind the one that follows. */
const placeBelow = (sections: Sections, { section, block }: TalkRow): TalkRow | null => {
  if (block === null) return null
  if (block + 1 < (sections[section]?.blocks.length ?? 0)) return { section, block: block + 2 }
  return section + 1 < sections.length ? { section: section + 1, block: 0 } : null
}

/** A new section behind the one that a row is in. */
export const insertSectionBehind = (markdown: string, after: TalkRow, title: string): Edited => {
  const at = locateTalk(markdown).sections.length === 0 ? 0 : after.section + 1
  return { markdown: insertSection(markdown, at, title), rows: [{ section: at, block: null }] }
}
