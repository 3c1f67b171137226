import { parseTalk } from '../../shared/markdown/parse-talk'
import { MaterialId } from '../../shared/model/ids'
import type { TalkDerived } from '../library/talks'

/** What the library keeps beside a talk's Markdown, for lists and for "where used": all of it read from the text. */
export function talkFacts(markdown: string): TalkDerived {
  const { front, sections } = parseTalk(markdown).value
  const blocks = sections.reduce((count, section) => count + section.blocks.length, 0)
  return { title: front.title, audience: front.audience, format: front.format, minutes: front.minutes, blocks, cites: citedMaterials(markdown) }
}

/**
 * The materials that `:::cite{… material="<id>"}` leads back to. Read from the text itself: a citation of a material without a source shows nothing
 * on a slide and is no citation of the parsed talk, and those in parts for another audience count as well.
 */
function citedMaterials(markdown: string): MaterialId[] {
  const named = markdown.matchAll(/^[ \t]*:{3,}cite\{[^\n]*?\bmaterial=["']?([0-9a-f-]{36})/gim)
  return [...new Set(Array.from(named, ([, id]) => MaterialId.safeParse(id?.toLowerCase())).flatMap(({ data }) => data ?? []))]
}
