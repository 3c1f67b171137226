import type { Block, BlockContent, Talk } from '../../../../shared/model/block'

/** Kinds by which designs can be told apart, the most telling first. */
const telling: readonly BlockContent['kind'][] = ['case', 'table', 'chart', 'two-columns', 'question', 'activity', 'quote', 'timeline', 'points']

/**
 * What of a talk is shown to choose a design by: its first section of a name, with two blocks of the talk that are as telling as it has. The blocks are the talk's
 * own objects, so that a layouter recognises them.
 */
export function sampleTalk(talk: Talk): Talk {
  const blocks = talk.sections.flatMap((section) => section.blocks)
  const first = telling.flatMap((kind) => blocks.find(({ content }) => content.kind === kind) ?? [])
  const chosen: readonly Block[] = first.slice(0, 2)
  const section = talk.sections.find(({ title }) => title !== '') ?? talk.sections[0]
  return { ...talk, sections: section ? [{ ...section, blocks: blocks.filter((block) => chosen.includes(block)) }] : [] }
}
