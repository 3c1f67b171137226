import type { Root } from 'mdast'
import type { Section, Talk } from '../model/block'
import type { Outcome, Warning } from '../outcome'
import { isFor } from './condition'
import { parseFlow } from './flow'
import { readFrontMatter } from './front-matter'
import { locateTalk } from './locate-talk'
import { titleOf, type ReadFlow } from './read-block'
import { RememberedBlocks } from './remembered-blocks'

export type ParseOptions = {
  /** Key of the audience whose variant is wanted: parts, blocks and sections that are not for it are left out. Without, everything is kept and `condition` says for whom. */
  readonly audience?: string
  /** Keys of the designs of the user's own that a talk may name. */
  readonly designs?: readonly string[]
}

export type TalkParser = (markdown: string, options?: ParseOptions) => Outcome<Talk>

/**
 * A parser that remembers what it read last time, so that a keystroke costs the reading of one block: what the others show stays the same object.
 * Give each open talk its own. What it returns is that of {@link parseTalk}.
 */
export const talkParser = (): TalkParser => {
  let known = new Map<string, Root>()
  const blocks = new RememberedBlocks()
  return (markdown, options = {}) => {
    const used = new Map<string, Root>()
    const readFlow: ReadFlow = (text) => {
      const root = used.get(text) ?? known.get(text) ?? parseFlow(text)
      used.set(text, root)
      return root
    }
    const audience = options.audience === undefined || options.audience === '' ? null : options.audience
    blocks.begin(audience)
    const outcome = read(markdown, audience, options.designs ?? [], readFlow, blocks)
    blocks.end()
    known = used
    return outcome
  }
}

/**
 * A talk from its Markdown (formats.md, "A talk in Markdown"). Never throws: every text has a reading, and what could not be read as it was
 * probably meant is named in the warnings (`place` is `line N`): unknown-directive, unclosed-directive, malformed-directive, nested-colons,
 * straddling-condition, broken-table, missing-title, bad-front-matter, bad-attribute, empty-picture-alt, content-not-shown.
 * Spans index into `markdown`; block keys number the blocks of the whole text, also when an audience leaves some out.
 */
export const parseTalk: TalkParser = (markdown, options) => talkParser()(markdown, options)

const read = (markdown: string, audience: string | null, designs: readonly string[], readFlow: ReadFlow, blocks: RememberedBlocks): Outcome<Talk> => {
  const { front, warnings: frontWarnings } = readFrontMatter(markdown, designs)
  const located = locateTalk(markdown)
  const warnings: Warning[] = []
  const isShown = ({ condition }: { readonly condition: Section['blocks'][number]['condition'] }): boolean => audience === null || isFor(condition, audience)
  const sections = located.sections.filter(isShown).map(
    (section): Section => ({
      title: section.heading === null ? '' : titleOf(section.heading.title, readFlow),
      span: section.span,
      blocks: section.blocks.filter(isShown).map((block) => blocks.read(markdown, block, readFlow, warnings)),
    }),
  )
  return { value: { front, sections }, warnings: [...frontWarnings, ...located.warnings, ...warnings].sort((a, b) => lineOf(a) - lineOf(b)) }
}

const lineOf = (warning: Warning): number => Number(warning.place.replace('line ', ''))
