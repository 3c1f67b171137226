import { blockTextsOf, type BlockText } from '../markdown/block-texts'
import { locateFrontMatter } from '../markdown/front-matter'
import { withLineEnding } from '../markdown/lines'
import type { TextDiff } from '../model/text-diff'
import { diffText } from '../text-diff/diff-text'
import { alignBlocks, movedBlocks } from './align-blocks'

/** One block at two times: as it was, as it is; `removed` and `added` ones are there at one time only. */
export type BlockChange =
  | { readonly kind: 'removed'; readonly before: BlockText; readonly after: null }
  | { readonly kind: 'added'; readonly before: null; readonly after: BlockText }
  | { readonly kind: 'same'; readonly moved: boolean; readonly before: BlockText; readonly after: BlockText }
  | { readonly kind: 'changed'; readonly moved: boolean; readonly before: BlockText; readonly after: BlockText; readonly title: TextDiff; readonly shown: TextDiff; readonly said: TextDiff }

export type TalkComparison = {
  /** The front matter, as text. */
  readonly front: TextDiff
  /** In the order of the later talk; what was removed stands behind what it stood behind. Every block of either talk once. */
  readonly blocks: readonly BlockChange[]
}

/** Two states of a talk side by side, block by block, and within a block in words. Blocks that only changed what nobody sees or hears count as the same. */
export const compareTalks = (earlier: string, later: string): TalkComparison => {
  const [before, after] = [blockTextsOf(earlier), blockTextsOf(later)]
  const alignment = alignBlocks(before, after, { inPlace: false })
  const moved = movedBlocks(alignment)
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
  return { front: frontDifference(earlier, later), blocks: [...removedBehind(-1), ...there] }
}

const changeOf = (before: BlockText, after: BlockText, moved: boolean): BlockChange => {
  if (before.title === after.title && before.shown === after.shown && before.said === after.said) return { kind: 'same', moved, before, after }
  return { kind: 'changed', moved, before, after, title: diffText(before.title, after.title), shown: diffText(before.shown, after.shown), said: diffText(before.said, after.said) }
}

const frontDifference = (earlier: string, later: string): TextDiff => diffText(frontOf(earlier), frontOf(later))

const frontOf = (markdown: string): string => withLineEnding(markdown.slice(0, locateFrontMatter(markdown)?.end ?? 0), '\n').replace(/^---\n|\n---\s*$/g, '').trim()
