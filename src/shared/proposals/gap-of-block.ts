import { ofContent } from '../formats/format-from-talk'
import type { Catalogue } from '../formats/talk-formats'
import { audienceOf, formatOf } from '../formats/talk-formats'
import { timeBudget } from '../formats/time-budget'
import type { Block, Talk } from '../model/block'
import type { Gap } from './rank-materials'

/** Seconds that a block is given where the talk does not say how long it is. */
const USUAL = 120
const USUAL_MINUTES = 30

/**
 * What is sought for a block of a talk: what its format says of the block with its title, otherwise what its content asks for; the time that the
 * format has for it, otherwise an even part of the whole.
 */
export const gapOfBlock = (block: Block, talk: Talk, catalogue: Catalogue): Gap => {
  const { format, audience, minutes } = talk.front
  const planned = timeBudget(formatOf(format, catalogue), audienceOf(audience, catalogue), minutes ?? USUAL_MINUTES)
    .flatMap(({ blocks }) => blocks)
    .find((budget) => budget.block.title[talk.front.lang] === block.title)
  if (planned !== undefined) return { kinds: planned.block.materials, seconds: planned.seconds }
  const count = talk.sections.reduce((sum, { blocks }) => sum + blocks.length, 0)
  const { materials, lane } = ofContent(block)
  // An untitled or plain block may be anything that is told.
  return { kinds: lane === 'frame' ? [...new Set([...materials, ...ANYTHING_TOLD])] : materials, seconds: minutes === null ? USUAL : Math.round((minutes * 60) / Math.max(1, count)) }
}

const ANYTHING_TOLD = ['policy', 'theory', 'story', 'case', 'data', 'quote'] as const
