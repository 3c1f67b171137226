import type { Language, Localized } from '../language'
import { withShare } from './shares'
import { MOST_BLOCKS, type FormatBlock, type FormatDefinition } from './talk-formats'

/** Where a block stands in a format: its section and its place in that, both from 0. */
export type FormatPlace = { readonly section: number; readonly block: number }

type Section = FormatDefinition['sections'][number]

const blocksOf = ({ sections }: FormatDefinition): readonly FormatBlock[] => sections.flatMap(({ blocks }) => blocks)

/** The place of a block among all blocks of the format. */
const indexOf = (format: FormatDefinition, { section, block }: FormatPlace): number => format.sections.slice(0, section).reduce((count, { blocks }) => count + blocks.length, 0) + block

const withShares = (format: FormatDefinition, shares: readonly number[]): FormatDefinition => {
  let next = 0
  return { ...format, sections: format.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => ({ ...block, share: shares[next++] ?? block.share })) })) }
}

const withSection = (format: FormatDefinition, at: number, change: (section: Section) => Section): FormatDefinition => ({ ...format, sections: format.sections.map((section, index) => (index === at ? change(section) : section)) })

/** A text in one language replaced; both, where the two languages said the same: what is written once is not asked for twice. */
export const withText = (localized: Localized, language: Language, text: string): Localized => (localized['zh-CN'] === localized.en ? { 'zh-CN': text, en: text } : { ...localized, [language]: text })

/** A block's share moved; all shares go on summing to 100. */
export const setBlockShare = (format: FormatDefinition, place: FormatPlace, share: number): FormatDefinition => withShares(format, withShare(blocksOf(format).map((block) => block.share), indexOf(format, place), share))

export const changeBlock = (format: FormatDefinition, place: FormatPlace, changes: Partial<Omit<FormatBlock, 'share'>>): FormatDefinition =>
  withSection(format, place.section, (section) => ({ ...section, blocks: section.blocks.map((block, index) => (index === place.block ? { ...block, ...changes } : block)) }))

export const changeSectionTitle = (format: FormatDefinition, at: number, title: Localized): FormatDefinition => withSection(format, at, (section) => ({ ...section, title }))

const USUAL_SHARE = 8

/** A new block at the end of a section, for which the others make room. A format that is full stays as it is. */
export const addBlock = (format: FormatDefinition, section: number, title: Localized): FormatDefinition => {
  const count = blocksOf(format).length
  if (count >= MOST_BLOCKS) return format
  const block: FormatBlock = { title, lane: 'frame', share: 1, materials: ['note'], content: 'points', guidance: { 'zh-CN': '', en: '' } }
  const grown = withSection(format, section, (before) => ({ ...before, blocks: [...before.blocks, block] }))
  return setBlockShare(grown, { section, block: (grown.sections[section]?.blocks.length ?? 1) - 1 }, Math.min(USUAL_SHARE, Math.floor(100 / (count + 1))))
}

/** A new section at the end, with one block. */
export const addSection = (format: FormatDefinition, section: Localized, block: Localized): FormatDefinition => {
  if (blocksOf(format).length >= MOST_BLOCKS) return format
  return addBlock({ ...format, sections: [...format.sections, { title: section, blocks: [] }] }, format.sections.length, block)
}

/** Its share falls to the others; a section that becomes empty goes too. The last block stays. */
export const removeBlock = (format: FormatDefinition, place: FormatPlace): FormatDefinition => {
  const blocks = blocksOf(format)
  const at = indexOf(format, place)
  if (blocks.length <= 1) return format
  // Moved down to 1 first, so that the others take the rest in proportion; the last point goes to the greatest.
  const shares = withShare(blocks.map((block) => block.share), at, 1).filter((_, index) => index !== at)
  const greatest = shares.indexOf(Math.max(...shares))
  const left = withSection(format, place.section, (section) => ({ ...section, blocks: section.blocks.filter((_, index) => index !== place.block) }))
  return withShares({ ...left, sections: left.sections.filter((section) => section.blocks.length > 0) }, shares.map((share, index) => (index === greatest ? share + 1 : share)))
}

/** One place up (-1) or down (1), across the border of a section as well. Where there is no further place, and where its section would become empty, nothing changes. */
export const moveBlock = (format: FormatDefinition, place: FormatPlace, step: -1 | 1): { readonly format: FormatDefinition; readonly place: FormatPlace } => {
  const own = format.sections[place.section]
  const block = own?.blocks[place.block]
  if (own === undefined || block === undefined) return { format, place }
  const within = place.block + step >= 0 && place.block + step < own.blocks.length
  const to = within ? { section: place.section, block: place.block + step } : { section: place.section + step, block: step === 1 ? 0 : (format.sections[place.section - 1]?.blocks.length ?? 0) }
  if (format.sections[to.section] === undefined || (!within && own.blocks.length === 1)) return { format, place }
  const out = withSection(format, place.section, (section) => ({ ...section, blocks: section.blocks.filter((_, index) => index !== place.block) }))
  return { format: withSection(out, to.section, (section) => ({ ...section, blocks: section.blocks.toSpliced(to.block, 0, block) })), place: to }
}
