/**
 * The edits of an outline (markdown/edit-many.ts) for a talk with variants: a base and the blocks that stand in its place go about as one, and nothing
 * comes between them. So each audience goes on hearing what it heard, in the order of the outline. Rows are named by their places in the text given.
 */
import { speakerIn } from '../markdown/block-parts'
import { duplicateRows, insertBehind, moveRows, moveRowsTo, orderedRows, placeBeside, removeRows, textOfRows, type Edited, type TalkRow } from '../markdown/edit-many'
import { mergeBlocks, scriptOf } from '../markdown/edit-talk'
import { locateTalk, type LocatedBlock } from '../markdown/locate-talk'
import type { DirectiveNode } from '../markdown/scan-talk'
import { holdsSections, separated } from '../markdown/set-condition'
import { splitBlock, type SplitPlace } from '../markdown/split-block'
import type { Condition } from '../model/block'
import { LecternError } from '../outcome'
import { replacementsOf } from './variant-matrix'
import { giveBlock } from './vary-block'

/** Rows, and behind every base among them the blocks that stand in its place. */
const withReplacements = (markdown: string, rows: readonly TalkRow[]): readonly TalkRow[] =>
  rows.flatMap(({ section, block }) => [{ section, block }, ...(block === null ? [] : replacementsOf(blocksOf(markdown, section), block).map((_, index) => ({ section, block: block + 1 + index })))])

export const textOfFamilies = (markdown: string, rows: readonly TalkRow[]): string => textOfRows(markdown, withReplacements(markdown, rows))

/** Takes bases out with all that stands in their place; what stands in the place of a base that stays is missed there, as by something moved away. */
export const cutFamilies = (markdown: string, rows: readonly TalkRow[]): string => removeRows(markdown, withReplacements(markdown, rows))

/** As {@link cutFamilies}, but whoever had one of the blocks in the place of a base that stays has the base again. */
export const removeFamilies = (markdown: string, rows: readonly TalkRow[]): string => {
  const removed = orderedRows(markdown, withReplacements(markdown, rows))
  const isRemoved = (section: number, block: number): boolean => removed.some((row) => row.section === section && row.block === block)
  return removed.reduceRight((text, row) => {
    const blocks = blocksOf(markdown, row.section)
    const { from } = familyAt(blocks, row.block ?? 0)
    if (row.block === null || from === row.block || isRemoved(row.section, from)) return removeRows(text, [row])
    try {
      return (blocks[row.block]?.condition?.audiences ?? []).reduce((given, audience) => giveBlock(given, `${row.section}.${from}`, audience), text)
    } catch (error) {
      // A condition around whole sections is not taken apart for this.
      if (error instanceof LecternError && error.code === 'condition-around-sections') return removeRows(text, [row])
      throw error
    }
  }, markdown)
}

export const duplicateFamilies = (markdown: string, rows: readonly TalkRow[]): Edited => {
  const whole = orderedRows(markdown, withReplacements(markdown, rows))
  const last = whole.at(-1)
  if (last === undefined || last.block === null) return duplicateRows(markdown, whole)
  const { to } = familyAt(blocksOf(markdown, last.section), last.block)
  // One of several blocks in a base's place: its copy stands behind them all.
  if (to !== last.block + 1) return insertBehindFamily(markdown, last, textOfRows(markdown, whole))
  return duplicateRows(opened(markdown, whole, { section: last.section, block: to }), whole)
}

/** Puts Markdown behind a row, see {@link insertBehind}, and behind all that stands in its place. */
export const insertBehindFamily = (markdown: string, { section, block }: TalkRow, text: string): Edited => {
  if (block === null) return insertBehind(markdown, { section, block }, text)
  const { to } = familyAt(blocksOf(markdown, section), block)
  return insertBehind(opened(markdown, [], { section, block: to }), { section, block: to - 1 }, text)
}

/** @param to see {@link moveRowsTo}; a place inside a family becomes the one behind it */
export const moveFamiliesTo = (markdown: string, rows: readonly TalkRow[], to: TalkRow): Edited => moved(markdown, rows, to, 'to')

/** One place up or down, past a whole family. */
export const moveFamilies = (markdown: string, rows: readonly TalkRow[], step: 1 | -1): Edited => {
  const whole = withReplacements(markdown, rows)
  const place = whole.every(({ block }) => block === null) ? null : placeBeside(markdown, whole, step)
  return place === null ? moveRows(markdown, whole, step) : moved(markdown, rows, place, step === -1 ? 'from' : 'to')
}

/**
 * Joins a block with the one behind it in its section, see {@link mergeBlocks}; without one nothing changes.
 * @throws LecternError `merge-different-audiences` where not everybody who has one of the two has the other,
 * `merge-different-speakers` where two people say them: a script names one
 */
export const mergeWithNext = (markdown: string, { section, block }: TalkRow): string => {
  const blocks = blocksOf(markdown, section)
  const own = block === null ? undefined : blocks[block]
  const next = block === null ? undefined : blocks[block + 1]
  if (block === null || own === undefined || next === undefined) return markdown
  if (!sameAudiences(own.condition, next.condition) || [block, block + 1].some((index) => replacementsOf(blocks, index).length > 0)) throw mergeDifferentAudiences()
  const saying = [own, next].filter((one) => scriptOf(markdown, one) !== '')
  if (new Set(saying.map(({ nodes }) => speakerIn(nodes))).size > 1) throw mergeDifferentSpeakers()
  return mergeBlocks(markdown, own.key)
}

/**
 * What stands behind the cursor becomes a block of its own, see {@link splitBlock}, behind all that stands in the place of the one it comes from.
 * @returns the new block's row
 * @throws LecternError `block-not-found`
 */
export const splitInFamily = (markdown: string, { section, block }: { readonly section: number; readonly block: number }, place: SplitPlace): Edited => {
  const text = splitBlock(markdown, `${section}.${block}`, place)
  const made = { section, block: block + 1 }
  const { to } = familyAt(blocksOf(markdown, section), block)
  return to === block + 1 ? { markdown: text, rows: [made] } : moveRowsTo(text, [made], { section, block: to + 1 })
}

type Family = { /** The base. */ readonly from: number; /** Behind the last that stands in its place. */ readonly to: number }

/** The family of a block; most blocks are alone in theirs. */
const familyAt = (blocks: readonly LocatedBlock[], index: number): Family => {
  for (let from = 0; from < blocks.length; ) {
    const to = from + 1 + replacementsOf(blocks, from).length
    if (index < to) return { from, to }
    from = to
  }
  return { from: index, to: index + 1 }
}

const moved = (markdown: string, rows: readonly TalkRow[], to: TalkRow, edge: keyof Family): Edited => {
  const whole = withReplacements(markdown, rows)
  if (to.section >= locateTalk(markdown).sections.length) return moved(markdown, rows, { section: locateTalk(markdown).sections.length - 1, block: to.block }, edge)
  if (to.block === null || whole.some(({ block }) => block === null)) return moveRowsTo(markdown, whole, to)
  const family = familyAt(blocksOf(markdown, to.section), to.block)
  const isInside = family.from < to.block
  const isItsOwn = whole.every(({ section, block }) => section === to.section && block !== null && family.from <= block && block < family.to)
  const place = { section: to.section, block: isInside && !isItsOwn ? family[edge] : to.block }
  return moveRowsTo(opened(markdown, whole, place), whole, place)
}

/** The text with no condition around the place that rows do not stand in already: what comes between two blocks of one condition stays for whom it is. */
const opened = (markdown: string, rows: readonly TalkRow[], { section, block }: { readonly section: number; readonly block: number }): string => {
  const stays = (_: LocatedBlock, index: number): boolean => !rows.some((row) => row.section === section && row.block === index)
  const blocks = blocksOf(markdown, section)
  const before = blocks.filter((one, index) => index < block && stays(one, index)).at(-1)
  const behind = blocks.find((one, index) => index >= block && stays(one, index))
  const { sections } = locateTalk(markdown)
  const movedBlocks = rows.flatMap((row) => sections[row.section]?.blocks[row.block ?? 0] ?? [])
  const isIn = (group: DirectiveNode) => (one: LocatedBlock | undefined) => one?.groups.includes(group) === true
  /** It would hold what comes here, and not because all of that stands in it already. */
  const closesIn = (group: DirectiveNode): boolean =>
    [before, behind, ...movedBlocks].filter(isIn(group)).length > 1 && !(movedBlocks.length > 0 && movedBlocks.every(isIn(group)))
  // A condition around whole sections stays: whatever comes into such a section is for whom the section is.
  const neighbour = [behind, before].find((one) => one?.groups.some(closesIn) && one.groups.every((group) => !holdsSections({ sections }, group)))
  return neighbour === undefined ? markdown : separated(markdown, neighbour.key)
}

const blocksOf = (markdown: string, section: number): readonly LocatedBlock[] => locateTalk(markdown).sections[section]?.blocks ?? []

const sameAudiences = (one: Condition | null, other: Condition | null): boolean =>
  one === other || (one !== null && other !== null && one.mode === other.mode && one.audiences.length === other.audiences.length && one.audiences.every((audience) => other.audiences.includes(audience)))

const mergeDifferentAudiences = () =>
  new LecternError('merge-different-audiences', {
    'zh-CN': '这两段不是讲给同样的对象的，合并后会有人多听或少听一段，所以没有改动。请先在“各对象的版本”里把两段改成“共同”。',
    en: 'These two blocks are not for the same audiences: joined, somebody would hear too much or too little, so nothing was changed. First make both shared in the versions for audiences.',
  })

const mergeDifferentSpeakers = () =>
  new LecternError('merge-different-speakers', {
    'zh-CN': '这两段由不同的人讲，合并后就分不清谁讲哪一句了，所以没有改动。请先在讲稿上方把两段改成同一位讲者。',
    en: 'Two people say these blocks; joined, nobody could tell who says what, so nothing was changed. First name one speaker for both, above the script.',
  })
