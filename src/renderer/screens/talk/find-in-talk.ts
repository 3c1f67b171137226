import type { Talk } from '../../../shared/model/block'

/** Where a text stands in a talk's Markdown. Offsets are UTF-16 code units. */
export type Match = { readonly start: number; readonly end: number; /** Key of the block it stands in; null in a section's heading or the front matter. */ readonly block: string | null }

/** Characters shown on either side of a match. */
const AROUND = 16

const pattern = (text: string): RegExp => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'giu')

/** Every place of a text, upper and lower case alike, in order; none for an empty text. */
export function findInTalk(markdown: string, talk: Talk, text: string): Match[] {
  if (text === '') return []
  const blocks = talk.sections.flatMap((section) => section.blocks)
  return [...markdown.matchAll(pattern(text))].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    block: blocks.find(({ span }) => span.start <= index && index < span.end)?.key ?? null,
  }))
}

/** Puts `replacement` in the place of every match, letter for letter. */
export const replaceMatches = (markdown: string, matches: readonly Match[], replacement: string): string =>
  matches.toSorted((a, b) => b.start - a.start).reduce((text, { start, end }) => text.slice(0, start) + replacement + text.slice(end), markdown)

/** A match with a little of its line around it. */
export function contextOf(markdown: string, { start, end }: Match): { before: string; found: string; after: string } {
  const lineStart = markdown.lastIndexOf('\n', start - 1) + 1
  const lineEnd = markdown.indexOf('\n', end)
  return {
    before: markdown.slice(Math.max(lineStart, start - AROUND), start),
    found: markdown.slice(start, end),
    after: markdown.slice(end, Math.min(lineEnd < 0 ? markdown.length : lineEnd, end + AROUND)),
  }
}
