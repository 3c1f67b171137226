/** What can be done to a talk on the desk, through the functions that the desk does it with: for property tests of what must hold whatever is done. */
import fc from 'fast-check'
import { findInTalk, replaceMatches } from '../../src/renderer/screens/talk/find-in-talk'
import { blockTemplate, templateKinds } from '../../src/renderer/screens/talk/block-templates'
import { rowsOf, selectionOf, type Selection } from '../../src/renderer/screens/talk/selection'
import { readData, writeData } from '../../src/shared/body-fields/data-fields'
import { writeAttribute } from '../../src/shared/body-fields/directive-fields'
import { readRows, writeRows } from '../../src/shared/body-fields/point-rows'
import { readQuestion, writeQuestion } from '../../src/shared/body-fields/question-fields'
import { readEvents, writeEvents } from '../../src/shared/body-fields/timeline-fields'
import { insertSectionBehind } from '../../src/shared/markdown/edit-many'
import { addCitation, bodyOf, scriptOf, setBlockBody, setBlockTitle, setFrontMatter, setScript, setScriptSpeaker, setSectionTitle } from '../../src/shared/markdown/edit-talk'
import { parseTalk } from '../../src/shared/markdown/parse-talk'
import type { Block, FrontMatter } from '../../src/shared/model/block'
import { LecternError } from '../../src/shared/outcome'
import { withRow } from '../../src/shared/table-grid/grid'
import { duplicateFamilies, insertBehindFamily, mergeWithNext, moveFamilies, moveFamiliesTo, removeFamilies, splitInFamily } from '../../src/shared/variants/edit-families'
import { matrixOf } from '../../src/shared/variants/variant-matrix'
import { giveBlock, leaveOutBlock, replaceBlock } from '../../src/shared/variants/vary-block'
import { anyMarkdown } from '../shared/markdown/arbitrary-talk'

/** One deed, of which the talk that it meets decides what it is about. */
export type Deed = {
  readonly name: string
  /** As the desk names what may join the step of undo before it; absent for a step of its own. */
  readonly coalesce?: string
  readonly do: (markdown: string) => string
}

export const AUDIENCES = ['students', 'officials', 'a']

const pickFrom = <One>(list: readonly One[], n: number): One | undefined => list[n % Math.max(1, list.length)]
const rowAt = (markdown: string, n: number): Selection | undefined => pickFrom(rowsOf(parseTalk(markdown).value), n)
const blockAt = (markdown: string, n: number): Block | undefined => pickFrom(parseTalk(markdown).value.sections.flatMap(({ blocks }) => blocks), n)

/** Does something to some row, or nothing where there is none. */
const withRows = (name: string, edit: (markdown: string, rows: readonly Selection[], to: Selection) => string) =>
  fc.tuple(fc.array(fc.nat(99), { minLength: 1, maxLength: 3 }), fc.nat(99)).map(([picked, to]): Deed => ({
    name,
    do: (markdown) => {
      const rows = picked.flatMap((n) => rowAt(markdown, n) ?? [])
      const target = rowAt(markdown, to)
      return target === undefined ? markdown : edit(markdown, rows, target)
    },
  }))

const withBlock = <Value>(name: string, values: fc.Arbitrary<Value>, edit: (markdown: string, block: Block, value: Value) => string, isTyped = false) =>
  fc.tuple(fc.nat(99), values).map(([n, value]): Deed => ({
    name,
    ...(isTyped ? { coalesce: `${name} ${n}` } : {}),
    do: (markdown) => {
      const block = blockAt(markdown, n)
      return block === undefined ? markdown : edit(markdown, block, value)
    },
  }))

const word = fc.oneof(fc.constantFrom('字', '要点', 'word 9:30', '**强调**', '', ':::', '# 一'), fc.string({ unit: 'grapheme', maxLength: 12 }))
const oneLine = word.map((text) => text.replace(/\s+/g, ' '))
const script = fc.oneof(anyMarkdown, fc.constantFrom('各位好。[停顿 3]', '[提问] 想一想[翻页]', '[互动 2]', ''))

/** A condition around whole sections is left as it is, blocks for different people are not joined, and the desk says so. */
const refusals = ['condition-around-sections', 'merge-different-audiences', 'merge-different-speakers']
const unlessRefused = (markdown: string, edit: () => string): string => {
  try {
    return edit()
  } catch (error) {
    if (error instanceof LecternError && refusals.includes(error.code)) return markdown
    throw error
  }
}

const outlineDeed = fc.oneof(
  fc.tuple(fc.constantFrom(...templateKinds), fc.nat(99)).map(([kind, n]): Deed => ({ name: `add ${kind}`, do: (markdown) => insertBehindFamily(markdown, rowAt(markdown, n) ?? { section: 0, block: null }, blockTemplate(kind, 'zh-CN')).markdown })),
  fc.nat(99).map((n): Deed => ({ name: 'add section', do: (markdown) => insertSectionBehind(markdown, rowAt(markdown, n) ?? { section: 0, block: null }, '新的一节').markdown })),
  withRows('move up', (markdown, rows) => moveFamilies(markdown, rows, -1).markdown),
  withRows('move down', (markdown, rows) => moveFamilies(markdown, rows, 1).markdown),
  withRows('drop', (markdown, rows, to) => moveFamiliesTo(markdown, rows, to).markdown),
  withRows('duplicate', (markdown, rows) => duplicateFamilies(markdown, rows).markdown),
  withRows('remove', (markdown, rows) => removeFamilies(markdown, rows)),
  withBlock('merge', fc.constant(null), (markdown, { key }) => unlessRefused(markdown, () => mergeWithNext(markdown, selectionOf(key)))),
  withBlock('split', fc.tuple(fc.constantFrom('title' as const, 'shown' as const, 'said' as const), fc.nat(200)), (markdown, block, [part, at]) => {
    const text = part === 'title' ? block.title : part === 'shown' ? bodyOf(markdown, block) : scriptOf(markdown, block)
    const [section = 0, position = 0] = block.key.split('.').map(Number)
    return splitInFamily(markdown, { section, block: position }, { part, at: at % (text.length + 1), text }).markdown
  }),
)

const writtenDeed = fc.oneof(
  withBlock('title', oneLine, (markdown, { key }, title) => setBlockTitle(markdown, key, title), true),
  withBlock('body', anyMarkdown, (markdown, { key }, body) => setBlockBody(markdown, key, body), true),
  withBlock('script', script, (markdown, { key }, said) => setScript(markdown, key, said), true),
  withBlock('speaker', oneLine, (markdown, { key }, speaker) => setScriptSpeaker(markdown, key, speaker), true),
  withBlock('cite', oneLine, (markdown, { key }, at) => addCitation(markdown, key, { source: '示例规划', at })),
  withRows('rename section', (markdown, _rows, { section }) => setSectionTitle(markdown, section, '改过的一节')),
)

const formDeed = fc.oneof(
  withBlock('points form', oneLine, (markdown, block, text) => setBlockBody(markdown, block.key, writeRows(bodyOf(markdown, block), [...readRows(bodyOf(markdown, block)), { text, level: 0, marker: 'bullet' }])), true),
  withBlock('minutes', fc.constantFrom('3', '12.5', ''), (markdown, block, minutes) => setBlockBody(markdown, block.key, writeAttribute(bodyOf(markdown, block), block.content.kind, 'minutes', minutes)), true),
  withBlock('table form', fc.nat(3), (markdown, block, at) => {
    if (block.content.kind !== 'table' && block.content.kind !== 'chart') return markdown
    const fields = readData(bodyOf(markdown, block))
    return setBlockBody(markdown, block.key, writeData(bodyOf(markdown, block), { ...fields, grid: withRow(fields.grid, Math.min(at, fields.grid.rows.length)) }))
  }),
  withBlock('question form', oneLine, (markdown, block, stem) => (block.content.kind === 'question' ? setBlockBody(markdown, block.key, writeQuestion(bodyOf(markdown, block), { ...readQuestion(bodyOf(markdown, block)), stem })) : markdown), true),
  withBlock('timeline form', oneLine, (markdown, block, what) => (block.content.kind === 'timeline' ? setBlockBody(markdown, block.key, writeEvents(bodyOf(markdown, block), [...readEvents(bodyOf(markdown, block)), { when: '2027', what, row: null }])) : markdown)),
)

const wholeDeed = fc.oneof(
  fc.tuple(fc.constantFrom<keyof FrontMatter>('title', 'speaker', 'occasion', 'audience', 'format', 'date'), oneLine).map(([key, value]): Deed => ({ name: `front ${key}`, coalesce: `front ${key}`, do: (markdown) => setFrontMatter(markdown, key, value) })),
  fc.nat(90).map((minutes): Deed => ({ name: 'front minutes', do: (markdown) => setFrontMatter(markdown, 'minutes', minutes) })),
  fc.tuple(fc.constantFrom('要点', '甲', '好', '。'), oneLine).map(([wanted, put]): Deed => ({ name: 'replace all', do: (markdown) => replaceMatches(markdown, findInTalk(markdown, wanted) ?? [], put) })),
)

/** What the matrix of variants does. */
const variantDeed = fc.tuple(fc.constantFrom(giveBlock, leaveOutBlock, replaceBlock), fc.nat(99), fc.constantFrom(...AUDIENCES)).map(([edit, n, audience]): Deed => ({
  name: `${edit.name} ${audience}`,
  do: (markdown) => {
    const row = pickFrom(matrixOf(markdown, AUDIENCES), n)
    return row === undefined ? markdown : unlessRefused(markdown, () => edit(markdown, row.key, audience))
  },
}))

/** Markdown from elsewhere, well formed or not, and writing in the text of the whole talk. */
const rawDeed = fc.oneof(
  fc.tuple(fc.nat(99), anyMarkdown).map(([n, text]): Deed => ({ name: 'paste', do: (markdown) => insertBehindFamily(markdown, rowAt(markdown, n) ?? { section: 0, block: null }, text).markdown })),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), anyMarkdown).map(([at, length, text]): Deed => ({
    name: 'source',
    coalesce: 'source',
    do: (markdown) => {
      const start = Math.floor(at * markdown.length)
      return markdown.slice(0, start) + text + markdown.slice(start + length)
    },
  })),
)

/** Whatever is done with the desk's own means: these leave a well-formed talk well formed. */
export const ownDeed: fc.Arbitrary<Deed> = fc.oneof({ weight: 5, arbitrary: outlineDeed }, { weight: 4, arbitrary: writtenDeed }, { weight: 2, arbitrary: formDeed }, { weight: 2, arbitrary: wholeDeed }, { weight: 2, arbitrary: variantDeed })
export const anyDeed: fc.Arbitrary<Deed> = fc.oneof({ weight: 7, arbitrary: ownDeed }, { weight: 1, arbitrary: rawDeed })
