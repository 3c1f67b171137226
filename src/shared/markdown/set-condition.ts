/** For whom a block is: edits of the condition around it. One splice each; blocks that shared a condition with it keep theirs, each around itself alone. */
import type { Condition } from '../model/block'
import { LecternError } from '../outcome'
import { conditionOf } from './condition'
import { blockOf } from './edit-talk'
import { lineEndingOf, withLineEnding } from './lines'
import { locateTalk, type LocatedBlock, type LocatedTalk } from './locate-talk'
import type { DirectiveNode } from './scan-talk'
import { splice } from './splice'
import { inCondition } from './write-condition'

const conditionAroundSections = () =>
  new LecternError('condition-around-sections', {
    'zh-CN': '这一段所在的整节都限定了对象，不能单独改动。请先在“全文”里去掉包住这一节的 :::only 或 :::except。',
    en: 'The whole section around this block is meant for certain audiences, so the block cannot be changed alone. First take the :::only or :::except around the section away in the full text.',
  })

/**
 * Puts a block under a condition of its own.
 * @param condition null: for everybody. Its audiences must not be empty.
 * @throws LecternError `block-not-found`, `condition-around-sections` where a condition holds whole sections
 */
export const setBlockCondition = (markdown: string, key: string, condition: Condition | null): string => {
  const alone = separated(markdown, key)
  const block = blockOf(locateTalk(alone), key)
  return splice(alone, { ...block.span, text: placed(alone, block, inCondition(bareBlock(alone, block), condition)) })
}

/** A copy behind the block, under a condition; the block itself stays as it is. @throws LecternError as {@link setBlockCondition} */
export const copyUnderCondition = (markdown: string, key: string, condition: Condition): string => {
  const alone = separated(markdown, key)
  const block = blockOf(locateTalk(alone), key)
  const own = alone.slice(block.span.start, block.span.end)
  return splice(alone, { ...block.span, text: placed(alone, block, `${(block.heading === null ? '##\n\n' : '') + own.trim()}\n\n${inCondition(bareBlock(alone, block), condition)}`) })
}

const bareBlock = (markdown: string, { heading, span, body, wrapper }: LocatedBlock): string => {
  if (heading === null) return `##\n\n${markdown.slice(span.start, span.end).trim()}`
  return markdown.slice(wrapper === null ? span.start : heading.start, wrapper === null ? span.end : body.end).trim()
}

/** New text for the block's span, with the lines around it as they were. */
const placed = (markdown: string, { span }: LocatedBlock, text: string): string => {
  const old = markdown.slice(span.start, span.end)
  const tail = old.slice(old.trimEnd().length)
  const ending = lineEndingOf(markdown)
  return withLineEnding(text, ending) + (tail === '' && span.end < markdown.length ? ending + ending : tail)
}

/** The talk with the conditions that a block shares with others put around each of them alone, which says the same. @throws LecternError as {@link setBlockCondition} */
export const separated = (markdown: string, key: string): string => {
  const talk = locateTalk(markdown)
  const { groups } = blockOf(talk, key)
  const [outermost] = groups
  if (outermost === undefined) return markdown
  if (holdsSections(talk, outermost)) throw conditionAroundSections()
  const sharing = talk.sections.flatMap(({ blocks }) => blocks).filter((block) => block.groups.includes(outermost))
  const pieces = sharing.map((block) => block.groups.reduceRight((text, group) => inCondition(text, conditionOf(group)), (block.heading === null ? '##\n\n' : '') + markdown.slice(block.span.start, block.span.end).trim()))
  const tail = outermost.end === markdown.length ? '' : /[\r\n]*$/.exec(markdown.slice(outermost.start, outermost.end))?.[0] ?? ''
  return splice(markdown, { start: outermost.start, end: outermost.end, text: withLineEnding(pieces.join('\n\n'), lineEndingOf(markdown)) + tail })
}

/** Whether a condition holds whole sections. */
export const holdsSections = ({ sections }: Pick<LocatedTalk, 'sections'>, { start, end }: DirectiveNode): boolean => sections.some(({ heading }) => heading !== null && start < heading.start && heading.start < end)
