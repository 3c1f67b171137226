import type { Talk } from '../../shared/model/block'
import { MaterialId } from '../../shared/model/ids'
import type { TalkDerived } from '../library/talks'

/** What the library keeps beside a talk's Markdown, for lists and for "where used": all of it read from the text. */
export function talkFacts(talk: Talk): TalkDerived {
  const blocks = talk.sections.flatMap((section) => section.blocks)
  const cited = blocks.flatMap((block) => block.citations.map((citation) => MaterialId.safeParse(citation.source)))
  const { title, audience, format, minutes } = talk.front
  return { title, audience, format, minutes, blocks: blocks.length, cites: [...new Set(cited.flatMap(({ data }) => data ?? []))] }
}
