/**
 * Edits of a talk's Markdown: each takes the text and gives the text with one splice, every other byte as it was. Blocks are named by the key
 * that parsing the same text gave them, sections by their index. Whatever is put in, the blocks around it keep their text and their place.
 * All throw LecternError `block-not-found` or `section-not-found` when the name does not fit the text.
 */
import { LecternError } from '../outcome'
import type { Block, FrontMatter } from '../model/block'
import { conditionOf } from './condition'
import { isCondition } from './directives'
import { writeAttributes } from './directive-fence'
import { citesIn, saidOf, scriptsIn, shownOf, shownRanges, speakerIn } from './block-parts'
import { headingLine } from './heading-line'
import { inCondition } from './write-condition'
import { writeDirective } from './write-content'
import { writeFrontMatter } from './write-front-matter'
import { isBlank, lineEndingOf, withLineEnding } from './lines'
import { locateTalk, type LocatedBlock, type LocatedSection, type LocatedTalk } from './locate-talk'
import { scanTalk, type DirectiveNode, type ScanNode } from './scan-talk'
import { selfContained } from './self-contained'
import { endsLine, insertLines, removal, splice } from './splice'

/**
 * One line of the front matter, which is made where there is none.
 * @param value null or '' takes the line away; text is quoted where YAML needs it.
 */
export const setFrontMatter = (markdown: string, key: keyof FrontMatter, value: string | number | null): string => writeFrontMatter(markdown, key, value)

/** The text of a block's title. Plain text: what Markdown would read as a mark is escaped. */
export const setBlockTitle = (markdown: string, key: string, title: string): string => {
  const { heading, span } = blockOf(locateTalk(markdown), key)
  return heading === null ? insertLines(markdown, span.start, headingLine(2, title)) : replaceHeading(markdown, heading, headingLine(2, title))
}

export const setSectionTitle = (markdown: string, section: number, title: string): string => {
  const { heading, span } = sectionOf(locateTalk(markdown), section)
  return heading === null ? insertLines(markdown, span.start, headingLine(1, title)) : replaceHeading(markdown, heading, headingLine(1, title))
}

/** The shown Markdown of a block, without heading, script and citations; line endings are `\n`. Empty when the text has no such block. */
export const bodyOf = (markdown: string, { key }: Pick<Block, 'key'>): string => {
  const block = findBlock(locateTalk(markdown), key)
  return block === null ? '' : shownOf(markdown, block)
}

/** The script of a block as it stands in the file, conditions inside it included; line endings are `\n`. */
export const scriptOf = (markdown: string, { key }: Pick<Block, 'key'>): string => {
  const block = findBlock(locateTalk(markdown), key)
  return block === null ? '' : saidOf(markdown, block)
}

/** What a block shows, in the talk dialect. It is made self-contained first (self-contained.ts): a heading in it becomes level 3. */
export const setBlockBody = (given: string, key: string, body: string): string => {
  const markdown = withScriptsClosed(given, key)
  const block = blockOf(locateTalk(markdown), key)
  const ending = lineEndingOf(markdown)
  const text = withLineEnding(selfContained(withLineEnding(body, '\n')), ending).replace(/^(?:[ \t]*(?:\r\n|\n))+/, '').trimEnd()
  const ranges = shownRanges(block)
  const target = Math.max(0, ranges.findIndex(({ start, end }) => !isBlank(markdown.slice(start, end))))
  const changes = ranges.map(({ start, end }, index) => {
    const old = markdown.slice(start, end)
    if (index !== target) return { start, end, text: isBlank(old) ? old : ending }
    if (text === '') return { start, end, text: isBlank(old) ? old : ending }
    const separator = endsLine(markdown.slice(0, start)) ? '' : ending
    if (isBlank(old)) return { start, end, text: `${separator}${block.heading === null ? '' : ending}${text}${ending}${end === markdown.length ? '' : ending}` }
    const lead = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(old)?.[0] ?? ''
    return { start, end, text: `${lead}${text}${old.slice(old.trimEnd().length) || (end === markdown.length ? '' : ending)}` }
  })
  return keepBlock(splice(markdown, ...changes), block, ending)
}

/** A script that is never closed ends where something else of its block begins: without that it would go on into the next block. */
const withScriptsClosed = (markdown: string, key: string): string => {
  const block = blockOf(locateTalk(markdown), key)
  return scriptsIn(block.nodes).every(({ closed }) => closed) ? markdown : setScript(markdown, key, saidOf(markdown, block))
}

/** A block without heading that has lost its last text is given an empty heading: it must not vanish under the writer's hands. */
const keepBlock = (markdown: string, { key, heading, span }: LocatedBlock, ending: string): string => {
  if (heading !== null || findBlock(locateTalk(markdown), key)?.span.start === span.start) return markdown
  return insertLines(markdown, span.start, `##${ending}`)
}

/** What is said with a block; empty takes the script away, unless it names who is to speak. The fences get as many colons as the text needs. */
export const setScript = (markdown: string, key: string, script: string): string => {
  const block = blockOf(locateTalk(markdown), key)
  const ending = lineEndingOf(markdown)
  const [first, ...others] = scriptsIn(block.nodes)
  const text = withLineEnding(script, ending).replace(/^(?:[ \t]*(?:\r\n|\n))+/, '').trimEnd()
  const removals = others.map((node) => removal(markdown, node.start, node.end))
  if (text === '' && first !== undefined && (first.attributes['speaker'] ?? '') !== '') return splice(markdown, { start: first.start, end: first.end, text: writeScript(first.attributes, '', ending) + (endsLine(markdown.slice(first.start, first.end)) ? ending : '') }, ...removals)
  if (text === '') return first === undefined ? markdown : keepBlock(splice(markdown, removal(markdown, first.start, first.end), ...removals), block, ending)
  const colons = Math.max(3, first?.colons ?? 3, 1 + Math.max(0, ...Array.from(text.matchAll(/^[ \t]*([:：]+)/gm), (match) => match[1]?.length ?? 0)))
  const fence = ':'.repeat(colons)
  if (first === undefined) return insertLines(markdown, block.body.end, `${fence}script${ending}${text}${ending}${fence}`)
  if (first.closed && colons === first.colons) return splice(markdown, { start: first.innerStart, end: first.innerEnd, text: text + ending }, ...removals)
  const opening = markdown.slice(first.start, first.innerStart).trim().replace(/^[:：]+[ \t]*/, '')
  const tail = first.end === markdown.length ? '' : ending
  return splice(markdown, { start: first.start, end: first.end, text: `${fence}${opening}${ending}${text}${ending}${fence}${first.closed ? (/[\r\n]*$/.exec(markdown.slice(first.start, first.end))?.[0] ?? '') : ending + tail}` }, ...removals)
}

/**
 * Who says a block's script; empty for whoever gives the talk. A block without a script gets an empty one that waits for its words.
 */
export const setScriptSpeaker = (markdown: string, key: string, speaker: string): string => {
  const block = blockOf(locateTalk(markdown), key)
  const ending = lineEndingOf(markdown)
  const [first] = scriptsIn(block.nodes)
  if (first === undefined) return speaker.trim() === '' ? markdown : insertLines(markdown, block.body.end, writeScript({ speaker }, '', ending))
  const { speaker: _speaker, ...others } = first.attributes
  const opening = `${':'.repeat(first.colons)}script${writeAttributes({ speaker, ...others })}${ending}`
  return splice(markdown, { start: first.start, end: first.innerStart, text: opening })
}

const writeScript = (attributes: Readonly<Record<string, string>>, text: string, ending: '\n' | '\r\n'): string => withLineEnding(writeDirective('script', attributes, text), ending)

/** Notes what a block rests on, behind what it says; what it cites already is not noted twice. */
export const addCitation = (markdown: string, key: string, { source, at }: { readonly source: string; readonly at: string }): string => {
  const block = blockOf(locateTalk(markdown), key)
  const known = citesIn(block.nodes).some(({ attributes }) => attributes['source'] === source && (attributes['at'] ?? '') === at)
  return known ? markdown : insertLines(markdown, block.body.end, writeDirective('cite', { source, at }, ''))
}

/**
 * Joins a block with the one behind it in its section: shown after shown, said after said, citations after both. The first names who says it, or the
 * second where the first says nothing.
 */
export const mergeBlocks = (markdown: string, key: string): string => {
  const talk = locateTalk(markdown)
  const block = blockOf(talk, key)
  const [section = 0, position = 0] = key.split('.').map(Number)
  const next = blockOf(talk, `${section}.${position + 1}`)
  const body = joined(bodyOf(markdown, block), bodyOf(markdown, next))
  const script = joined(scriptOf(markdown, block), scriptOf(markdown, next))
  const speaker = scriptOf(markdown, block) === '' ? speakerIn(next.nodes) : undefined
  const cites = citesIn(next.nodes).map(({ start, end }) => markdown.slice(start, end).trimEnd())
  const alone = splice(markdown, { start: next.span.start, end: next.span.end, text: '' })
  const said = setScript(setBlockBody(alone, key, body), key, script)
  const merged = speaker === undefined ? said : setScriptSpeaker(said, key, speaker)
  return cites.reduce((text, cite) => insertLines(text, blockOf(locateTalk(text), key).body.end, cite), merged)
}

/**
 * A place for a block: as the `block`-th of a section, counted from 0; null is its end. What lies outside the talk is drawn to its nearest end,
 * and text that stands in front of a section's first `##` stays in front.
 */
export type BlockPlace = { readonly section: number; readonly block: number | null }

/** @param block the block's Markdown, beginning with its `## ` heading or with a condition around it; several blocks may come at once. */
export const insertBlock = (markdown: string, place: BlockPlace, block: string): string => {
  const text = block.trim()
  return insertLines(markdown, placeOf(locateTalk(markdown), place, markdown), isHeaded(text) ? text : `##\n\n${text}`)
}

/** Whether a text begins with a heading, be it inside a condition. */
const isHeaded = (text: string): boolean => {
  const [first] = locateTalk(text).sections
  return first !== undefined && (first.heading ?? first.blocks[0]?.heading ?? null) !== null
}

export const removeBlock = (markdown: string, key: string): string => {
  const { span } = blockOf(locateTalk(markdown), key)
  return splice(markdown, { ...span, text: '' })
}

/** @param place counted after the block has been taken out. A condition that the block shared with others goes with it. */
export const moveBlock = (markdown: string, key: string, place: BlockPlace): string => {
  const block = blockOf(locateTalk(markdown), key)
  const without = removeBlock(markdown, key)
  const at = placeOf(locateTalk(without), place, without, block.groups)
  return insertLines(without, at, carried(markdown, block, without, at, block.heading === null ? '##\n\n' : ''))
}

/** A second copy behind the block. */
export const duplicateBlock = (markdown: string, key: string): string => {
  const { span, heading } = blockOf(locateTalk(markdown), key)
  return insertLines(markdown, span.end, (heading === null ? '##\n\n' : '') + markdown.slice(span.start, span.end).trim())
}

/** A section without blocks, as the `index`-th. */
export const insertSection = (markdown: string, index: number, title: string): string => insertLines(markdown, sectionPlace(locateTalk(markdown), index, markdown), headingLine(1, title))

export const removeSection = (markdown: string, index: number): string => {
  const { span, straddles } = sectionOf(locateTalk(markdown), index)
  return straddles ? markdown : splice(markdown, { ...span, text: '' })
}

/** @param to counted after the section has been taken out. A section into which a condition runs from another stays where it is. */
export const moveSection = (markdown: string, from: number, to: number): string => {
  const section = sectionOf(locateTalk(markdown), from)
  if (section.straddles || section.heading === null) return markdown
  const without = removeSection(markdown, from)
  const at = sectionPlace(locateTalk(without), to, without, section.groups)
  return insertLines(without, at, carried(markdown, section, without, at, ''))
}

const placeOf = (talk: LocatedTalk, { section: wanted, block }: BlockPlace, markdown: string, own: readonly DirectiveNode[] = []): number => {
  const section = talk.sections[Math.min(Math.max(wanted, 0), talk.sections.length - 1)]
  if (section === undefined) return markdown.length
  const least = section.blocks[0]?.heading === null ? 1 : 0
  const position = Math.max(least, Math.min(block ?? section.blocks.length, section.blocks.length))
  const before = section.blocks[position - 1]
  if (before === undefined) return section.heading?.end ?? section.span.start
  const ofBlocks = before.groups.filter(({ start }) => section.heading === null || start > section.heading.start)
  return behind(before, ofBlocks, section.blocks[position]?.groups ?? [], own)
}

const sectionPlace = (talk: LocatedTalk, index: number, markdown: string, own: readonly DirectiveNode[] = []): number => {
  const least = talk.sections[0]?.heading === null ? 1 : 0
  const position = Math.max(least, Math.min(index, talk.sections.length))
  const before = talk.sections[position - 1]
  const first = talk.sections[0]
  if (before === undefined) return first?.groups.find(({ start }) => !own.some((group) => group.start === start))?.start ?? first?.span.start ?? markdown.length
  return behind(before, before.groups, talk.sections[position]?.groups ?? [], own)
}

/** Behind a part, and behind the conditions that end with it, unless what comes there shares them. */
const behind = ({ span }: LocatedBlock | LocatedSection, groups: readonly DirectiveNode[], following: readonly DirectiveNode[], own: readonly DirectiveNode[]): number =>
  groups.find((group) => !following.includes(group) && !own.some(({ start }) => start === group.start))?.end ?? span.end

/** The text of a part on its way to another place; conditions around it that do not hold there are put around it alone. */
const carried = (markdown: string, part: LocatedBlock | LocatedSection, target: string, at: number, prefix: string): string => {
  const text = prefix + markdown.slice(part.span.start, part.span.end).trim()
  const there = conditionsAround(target, at)
  return part.groups
    .filter(({ start }) => !there.has(start))
    .reduceRight((inner, group) => inCondition(inner, conditionOf(group)), text)
}

/**
 * The Markdown of a block or a section to be put elsewhere, with the conditions that it shares with others around it: it is for the same people there.
 * @param place where in the same talk it will stand, under whatever conditions hold there already; null for another talk
 */
export const copyOf = (markdown: string, part: LocatedBlock | LocatedSection, place: BlockPlace | null): string =>
  // Text before the first heading becomes a block without a title: elsewhere it would run into what stands there.
  carried(markdown, part, place === null ? '' : markdown, place === null ? 0 : placeOf(locateTalk(markdown), place, markdown), part.heading === null && 'key' in part ? '##\n\n' : '')

/** Starts of the conditions around whole blocks that a place lies in. */
const conditionsAround = (markdown: string, at: number): ReadonlySet<number> => {
  const around = (nodes: readonly ScanNode[]): readonly number[] =>
    nodes.flatMap((node) => (node.type === 'directive' && isCondition(node.name) && node.innerStart <= at && at <= node.innerEnd ? [node.start, ...around(node.children)] : []))
  return new Set(around(scanTalk(markdown, locateTalk(markdown).front.end).nodes))
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

const replaceHeading = (markdown: string, { start, end }: { readonly start: number; readonly end: number }, line: string): string =>
  splice(markdown, { start, end, text: line + (/(?:\r\n|\n|\r)$/.exec(markdown.slice(start, end))?.[0] ?? '') })

const findBlock = (talk: LocatedTalk, key: string): LocatedBlock | null => talk.sections.flatMap(({ blocks }) => blocks).find((block) => block.key === key) ?? null

export const blockOf = (talk: LocatedTalk, key: string): LocatedBlock => {
  const block = findBlock(talk, key)
  if (block !== null) return block
  throw new LecternError('block-not-found', { 'zh-CN': '这个段块已经不在宣讲稿里了。讲稿没有改动，请重新选择段块。', en: 'This block is no longer in the talk. Nothing was changed; please choose a block again.' })
}

export const sectionOf = (talk: LocatedTalk, index: number): LocatedSection => {
  const section = talk.sections[index]
  if (section !== undefined) return section
  throw new LecternError('section-not-found', { 'zh-CN': '这一节已经不在宣讲稿里了。讲稿没有改动，请重新选择一节。', en: 'This section is no longer in the talk. Nothing was changed; please choose a section again.' })
}
