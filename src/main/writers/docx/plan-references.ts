import type { Talk } from '../../../shared/model/block'
import type { ScriptWords } from './script-words'

/** A source with the place in it. */
export const citationText = ({ source, at }: { readonly source: string; readonly at: string }, words: ScriptWords): string => words.sourceTitle(source) + (at === '' ? '' : words.placeBreak + at)

/** A source of the talk's list: its number there, and the line as it stands. */
export type Reference = { readonly number: number; readonly source: string; readonly line: string }

/** Every source once, in the order of its first citation, with all places cited. */
export function referencesOf(talk: Talk, words: ScriptWords): readonly Reference[] {
  const places = new Map<string, Set<string>>()
  for (const citation of talk.sections.flatMap((section) => section.blocks).flatMap((block) => block.citations)) {
    const known = places.get(citation.source) ?? new Set()
    places.set(citation.source, citation.at === '' ? known : known.add(citation.at))
  }
  return [...places].map(([source, at], index) => ({ number: index + 1, source, line: `[${index + 1}] ${citationText({ source, at: [...at].join(words.listBreak) }, words)}` }))
}
