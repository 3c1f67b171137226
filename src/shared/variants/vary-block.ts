/** Edits of a talk's variants. Blocks are named by the key that parsing the text without an audience gave them. */
import { isFor } from '../markdown/condition'
import { removeBlock } from '../markdown/edit-talk'
import { parseTalk } from '../markdown/parse-talk'
import { copyUnderCondition, setBlockCondition } from '../markdown/set-condition'
import type { Block, Condition } from '../model/block'
import { withAudience, withoutAudience } from './audience-condition'
import { replacementsOf } from './variant-matrix'

/**
 * Gives an audience the block of a row, in place of whatever else stood for it there.
 * @throws LecternError `block-not-found`, `condition-around-sections`
 */
export const giveBlock = (markdown: string, key: string, audience: string): string => {
  const without = dropReplacement(markdown, key, audience)
  const block = find(without, key)
  return block === undefined || isFor(block.condition, audience) ? without : setBlockCondition(without, key, withAudience(block.condition, audience))
}

/** Takes a row away from an audience. A block that was for it alone goes altogether. @throws LecternError as {@link giveBlock} */
export const leaveOutBlock = (markdown: string, key: string, audience: string): string => {
  const without = dropReplacement(markdown, key, audience)
  const block = find(without, key)
  return block === undefined || !isFor(block.condition, audience) ? without : withCondition(without, key, withoutAudience(block.condition, audience))
}

/**
 * Gives an audience a block of its own in place of the base: at first a copy, which from then on goes its own way.
 * @returns the text as it was where the audience has one already, or where the block is not part of the base
 * @throws LecternError as {@link giveBlock}
 */
export const replaceBlock = (markdown: string, key: string, audience: string): string => {
  const block = find(markdown, key)
  if (block === undefined || block.condition?.mode === 'only' || replacementFor(markdown, key, audience)) return markdown
  const except = withoutAudience(block.condition, audience)
  return except === 'nobody' ? markdown : setBlockCondition(copyUnderCondition(markdown, key, { mode: 'only', audiences: [audience] }), key, except)
}

/** The block that stands in a row for an audience instead of the base; undefined where none does. */
export const replacementFor = (markdown: string, key: string, audience: string): Block | undefined => {
  const blocks = sectionOf(markdown, key)
  return replacementsOf(blocks, blocks.findIndex((block) => block.key === key)).find(({ condition }) => isFor(condition, audience))
}

const dropReplacement = (markdown: string, key: string, audience: string): string => {
  const replacement = replacementFor(markdown, key, audience)
  // It stands behind the base, so the base keeps its key.
  return replacement ? withCondition(markdown, replacement.key, withoutAudience(replacement.condition, audience)) : markdown
}

const withCondition = (markdown: string, key: string, condition: Condition | 'nobody'): string => (condition === 'nobody' ? removeBlock(markdown, key) : setBlockCondition(markdown, key, condition))

const sectionOf = (markdown: string, key: string): readonly Block[] => parseTalk(markdown).value.sections.find(({ blocks }) => blocks.some((block) => block.key === key))?.blocks ?? []

const find = (markdown: string, key: string): Block | undefined => sectionOf(markdown, key).find((block) => block.key === key)
