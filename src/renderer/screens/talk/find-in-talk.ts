import { scriptsIn } from '../../../shared/markdown/block-parts'
import { locateTalk } from '../../../shared/markdown/locate-talk'

/** Where a text stands in a talk's Markdown. Offsets are UTF-16 code units. */
export type Match = {
  readonly start: number
  readonly end: number
  /** Key of the block it stands in; null in a section's heading or the front matter. */
  readonly block: string | null
  /** What a regular expression found as a whole and in its groups; absent for plain text. */
  readonly groups?: readonly (string | undefined)[]
}

/** How a text is sought; all of it off is upper and lower case alike, anywhere. */
export type FindOptions = {
  readonly matchCase: boolean
  /** Not inside a longer word of Latin letters or digits; Chinese has no such marks of a word. */
  readonly wholeWord: boolean
  readonly isPattern: boolean
  /** Scripts alone, or all that is shown: titles and what stands on slides. */
  readonly within: 'everything' | 'shown' | 'said'
}

export const plainly: FindOptions = { matchCase: false, wholeWord: false, isPattern: false, within: 'everything' }

/** Characters shown on either side of a match. */
const AROUND = 16

/** @returns null for a regular expression that is none (yet) */
const patternOf = (text: string, { matchCase, wholeWord, isPattern }: FindOptions): RegExp | null => {
  const sought = isPattern ? text : text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const inWord = String.raw`[\p{Script=Latin}\p{N}_]`
  try {
    return new RegExp(wholeWord ? `(?<!${inWord})(?:${sought})(?!${inWord})` : sought, `gmu${matchCase ? '' : 'i'}`)
  } catch {
    return null
  }
}

/** Every place of a text, in order; none for an empty text. @returns null where a regular expression cannot be read */
export function findInTalk(markdown: string, text: string, options: FindOptions = plainly): Match[] | null {
  if (text === '') return []
  const pattern = patternOf(text, options)
  if (pattern === null) return null
  const { front, sections } = locateTalk(markdown)
  const blocks = sections.flatMap((section) => section.blocks)
  return [...markdown.matchAll(pattern)].flatMap((match): Match[] => {
    const { index } = match
    const [found, ...groups] = match
    const end = index + found.length
    const block = blocks.find(({ span }) => span.start <= index && index < span.end)
    const isSaid = block !== undefined && scriptsIn(block.nodes).some(({ innerStart, innerEnd }) => innerStart <= index && end <= innerEnd)
    const isWanted = options.within === 'everything' || (options.within === 'said' ? isSaid : !isSaid && index >= front.end)
    if (found === '' || !isWanted) return []
    return [{ start: index, end, block: block?.key ?? null, ...(options.isPattern ? { groups: [found, ...groups] } : {}) }]
  })
}

/** Puts `replacement` in the place of every match, letter for letter; for a regular expression `$1` is what its first group found, `$&` all, `$$` a `$`. */
export const replaceMatches = (markdown: string, matches: readonly Match[], replacement: string): string =>
  matches.toSorted((a, b) => b.start - a.start).reduce((text, { start, end, groups }) => text.slice(0, start) + (groups === undefined ? replacement : filled(replacement, groups)) + text.slice(end), markdown)

/** A group that found nothing is empty; one that there is not stays as it was written. */
const filled = (replacement: string, groups: readonly (string | undefined)[]): string =>
  replacement.replaceAll(/\$(\$|&|\d)/g, (written, name: string) => {
    if (name === '$') return '$'
    const group = name === '&' ? 0 : Number(name)
    return group < groups.length ? (groups[group] ?? '') : written
  })

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
