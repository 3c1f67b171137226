import { blockTextsOf, type BlockText } from '../markdown/block-texts'
import { locateFrontMatter } from '../markdown/front-matter'
import { withLineEnding } from '../markdown/lines'
import { locateTalk } from '../markdown/locate-talk'
import type { TextDiff } from '../model/text-diff'
import { diffText } from '../text-diff/diff-text'
import { alignBlocks, movedBlocks, type Alignment } from './align-blocks'

/** One block at two times: as it was, as it is; `removed` and `added` ones are there at one time only. */
export type BlockChange =
  | { readonly kind: 'removed'; readonly before: BlockText; readonly after: null }
  | { readonly kind: 'added'; readonly before: null; readonly after: BlockText }
  | { readonly kind: 'same'; readonly moved: boolean; readonly before: BlockText; readonly after: BlockText }
  | { readonly kind: 'changed'; readonly moved: boolean; readonly before: BlockText; readonly after: BlockText; readonly title: TextDiff; readonly shown: TextDiff; readonly said: TextDiff }

export type TalkComparison = {
  /** The front matter, as text. */
  readonly front: TextDiff
  /** Titles of the sections, one a line. */
  readonly sections: TextDiff
  /** In the order of the later talk; what was removed stands behind what it stood behind. Every block of either talk once. */
  readonly blocks: readonly BlockChange[]
}

/** Two states of a talk side by side, block by block, and within a block in words. Blocks that only changed what nobody sees or hears count as the same. */
export const compareTalks = (earlier: string, later: string): TalkComparison => {
  const [before, after] = [blockTextsOf(earlier), blockTextsOf(later)]
  const alignment = alignBlocks(before, after, { inPlace: false })
  const moved = new Set([...movedBlocks(alignment), ...intoOtherSections(before, after, alignment)])
  const kept = new Set(alignment)
  const removedBehind = (old: number): BlockChange[] => {
    const next = before[old + 1]
    return next === undefined || kept.has(old + 1) ? [] : [{ kind: 'removed', before: next, after: null }, ...removedBehind(old + 1)]
  }
  const there = after.flatMap((young, at): BlockChange[] => {
    const old = alignment[at] ?? null
    const was = old === null ? undefined : before[old]
    if (old === null || was === undefined) return [{ kind: 'added', before: null, after: young }]
    return [changeOf(was, young, moved.has(at)), ...removedBehind(old)]
  })
  return { front: diffText(frontOf(earlier), frontOf(later)), sections: diffText(sectionTitles(earlier), sectionTitles(later)), blocks: [...removedBehind(-1), ...there] }
}

const changeOf = (before: BlockText, after: BlockText, moved: boolean): BlockChange => {
  if (before.title === after.title && before.shown === after.shown && before.said === after.said) return { kind: 'same', moved, before, after }
  return { kind: 'changed', moved, before, after, title: diffText(before.title, after.title), shown: diffText(before.shown, after.shown), said: diffText(before.said, after.said) }
}

/**
 * Blocks that stand in another section although no other block was passed. A section is the one that most of its blocks come from, so that one that was
 * renamed moves nothing.
 */
const intoOtherSections = (before: readonly BlockText[], after: readonly BlockText[], alignment: Alignment): number[] => {
  const steps = alignment.flatMap((old, at) => (old === null ? [] : [{ at, from: sectionOf(before[old]), to: sectionOf(after[at]) }]))
  const origins = new Map(
    Array.from(Map.groupBy(steps, ({ to }) => to), ([to, own]) => {
      const counted = Array.from(Map.groupBy(own, ({ from }) => from), ([from, { length }]) => ({ from, length }))
      return [to, counted.toSorted((a, b) => b.length - a.length || Math.abs(a.from - to) - Math.abs(b.from - to))[0]?.from]
    }),
  )
  return steps.flatMap(({ at, from, to }) => (origins.get(to) === from ? [] : [at]))
}

const sectionOf = (block: BlockText | undefined): number => Number(block?.key.split('.')[0] ?? 0)

const sectionTitles = (markdown: string): string =>
  locateTalk(markdown)
    .sections.flatMap(({ heading }) => (heading === null ? [] : [heading.title.trim()]))
    .join('\n')

const frontOf = (markdown: string): string => withLineEnding(markdown.slice(0, locateFrontMatter(markdown)?.end ?? 0), '\n').replace(/^---\n|\n---\s*$/g, '').trim()
