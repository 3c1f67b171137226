/** The texts of every block of a talk, from one look at where they stand: for comparing talks block by block. */
import { citesIn, saidOf, shownOf } from './block-parts'
import { withLineEnding } from './lines'
import { locateTalk, type LocatedBlock } from './locate-talk'

/** `:::cite{material=… seen=…}`: the material that a block was made from, and its fingerprint at that time; empty where none was kept. */
export type CitedMaterial = { readonly material: string; readonly seen: string }

export type BlockText = {
  /** `section.block`, both from 0, as parsing the same text gives it. */
  readonly key: string
  /** The block's heading and that of its section as Markdown; empty without. */
  readonly title: string
  readonly section: string
  /** What is shown and what is said, as `bodyOf` and `scriptOf` of edit-talk give them. */
  readonly shown: string
  readonly said: string
  /** All of it as it stands in the file, heading and citations included; line endings are `\n`. */
  readonly text: string
  readonly cites: readonly CitedMaterial[]
}

/** In the order of the talk. Never throws. */
export const blockTextsOf = (markdown: string): readonly BlockText[] =>
  locateTalk(markdown).sections.flatMap(({ heading, blocks }) => blocks.map((block) => textOf(markdown, block, heading?.title.trim() ?? '')))

const textOf = (markdown: string, block: LocatedBlock, section: string): BlockText => ({
  key: block.key,
  title: block.heading?.title.trim() ?? '',
  section,
  shown: shownOf(markdown, block),
  said: saidOf(markdown, block),
  text: rawTextOf(markdown, block.span),
  cites: citesIn(block.nodes).flatMap(({ attributes }) => (attributes['material'] === undefined || attributes['material'] === '' ? [] : [{ material: attributes['material'].toLowerCase(), seen: (attributes['seen'] ?? '').toLowerCase() }])),
})

/** The text of a block, without the blank lines around it. */
export const rawTextOf = (markdown: string, { start, end }: { readonly start: number; readonly end: number }): string => withLineEnding(markdown.slice(start, end), '\n').trim()
