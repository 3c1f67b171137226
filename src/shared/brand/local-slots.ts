/** The places of a talk that are kept for a school's own case (`:::local-case`), and how a case is put there. */
import { isCondition } from '../markdown/directives'
import { scriptsIn, shownOf } from '../markdown/block-parts'
import { escapeText } from '../markdown/escape-text'
import { locateTalk, type LocatedBlock } from '../markdown/locate-talk'
import type { DirectiveNode, ScanNode } from '../markdown/scan-talk'
import { splice, type Splice } from '../markdown/splice'

export type LocalSlot = {
  /** What a choice is remembered by: the block's title, and from the second of one title on its count, `我们学校的故事#2`. */
  readonly key: string
  readonly title: string
  /** `:::local-case{topic=…}`; empty where the talk does not say what the case should be about. */
  readonly topic: string
  /** Of the talk's Markdown, from 1. */
  readonly line: number
}

type Place = { readonly slot: LocalSlot; readonly block: LocatedBlock; readonly node: DirectiveNode }

/** In the order of the talk. */
export const localSlotsOf = (markdown: string): readonly LocalSlot[] => located(markdown).places.map(({ slot }) => slot)

/**
 * The talk with cases in the place of its slots. The block keeps its script where it has one, and takes that of the case otherwise; the case's title joins its own.
 *
 * @param fillings by the slot's key: a block as `blockMarkdownOf` makes it. Slots without one stay as they are
 * @returns the text; a filling that would tear the talk's blocks apart, because its fences are longer than those around the slot, is left out
 */
export function fillLocalSlots(markdown: string, fillings: ReadonlyMap<string, string>): string {
  const parts = new Map<number, { readonly part: Part; readonly places: Place[] }>()
  for (const place of located(markdown).places) {
    const part = partOf(place.block)
    const known = parts.get(part.start) ?? { part, places: [] }
    known.places.push(place)
    parts.set(part.start, known)
  }
  return splice(markdown, ...Array.from(parts.values(), ({ part, places }) => ({ ...part, text: filledPart(markdown, part, places, fillings) })))
}

type Part = { readonly start: number; readonly end: number }

/** What a case put into a block could tear apart: the block, or the condition that it shares with others. */
const partOf = ({ span, groups }: LocatedBlock): Part => {
  const { start, end } = groups[0] ?? span
  return { start, end }
}

/** What a case leaves open swallows it, and it is no block any more. */
const NEXT_BLOCK = '\n\n## …\n'

/** A part of a talk with its slots filled: looking at it alone, and at whether a block can follow it, spares reading a long talk again for every school. */
function filledPart(markdown: string, part: Part, places: readonly Place[], fillings: ReadonlyMap<string, string>): string {
  let text = markdown.slice(part.start, part.end)
  let shape = shapeOf(text)
  // From the last to the first, so that places before it stay where they are.
  for (const place of places.toReversed()) {
    const filling = fillings.get(place.slot.key)
    if (filling === undefined) continue
    const filled = splice(text, ...splicesOf(markdown, place, filling).map((change) => ({ ...change, start: change.start - part.start, end: change.end - part.start })))
    const after = shapeOf(filled)
    if (after.blocks === shape.blocks && after.slots === shape.slots - 1) [text, shape] = [filled, after]
  }
  return text
}

/** How many blocks each section of a text has when another block follows it, and how many slots there are. */
const shapeOf = (text: string): { readonly blocks: string; readonly slots: number } => {
  const { blocks, places } = located(text + NEXT_BLOCK)
  return { blocks, slots: places.length }
}

/** A talk, how many blocks each of its sections has, and its slots. */
const located = (markdown: string): { readonly blocks: string; readonly places: readonly Place[] } => {
  const { sections } = locateTalk(markdown)
  return { blocks: sections.map(({ blocks }) => blocks.length).join(), places: placesIn(sections.flatMap(({ blocks }) => blocks)) }
}

function placesIn(blocks: readonly LocatedBlock[]): readonly Place[] {
  const seen = new Map<string, number>()
  return blocks.flatMap((block) =>
    slotsIn(block.nodes).map((node) => {
      const title = block.heading?.title ?? ''
      const count = (seen.get(title) ?? 0) + 1
      seen.set(title, count)
      return { slot: { key: count === 1 ? title : `${title}#${count}`, title, topic: node.attributes['topic']?.trim() ?? '', line: node.line }, block, node }
    }),
  )
}

const slotsIn = (nodes: readonly ScanNode[]): readonly DirectiveNode[] => nodes.flatMap((node) => (node.type !== 'directive' ? [] : node.name === 'local-case' ? [node] : isCondition(node.name) ? slotsIn(node.children) : []))

function splicesOf(text: string, { block, node }: Place, filling: string): readonly Splice[] {
  const filled = locateTalk(filling).sections[0]?.blocks[0]
  if (filled === undefined) return []
  const directives = filled.nodes.filter((part): part is DirectiveNode => part.type === 'directive')
  const textOf = (name: string) => directives.filter((part) => part.name === name).map((part) => filling.slice(part.start, part.end).trimEnd())
  const parts = [shownOf(filling, filled), ...(scriptsIn(block.nodes).length === 0 ? textOf('script') : []), ...textOf('cite')].filter((part) => part !== '')
  const ending = /\r?\n?$/.exec(text.slice(node.start, node.end))?.[0] ?? ''
  const title = joinedTitle(block.heading?.title ?? '', filled.heading?.title ?? '')
  const heading = block.heading
  return [
    { start: node.start, end: node.end, text: parts.join('\n\n') + ending },
    ...(heading === null || title === heading.title ? [] : [{ start: heading.start, end: heading.end, text: text.slice(heading.start, heading.end).replace(/^(\s{0,3}#+[ \t]*)[^\r\n]*/, (_line, marks: string) => marks + escapeText(title)) }]),
  ]
}

/** Two titles that stand on one line of a slide, in ems; a longer pair is the case's own title alone. */
const LONGEST_TITLE = 26

const joinedTitle = (ofSlot: string, ofCase: string): string => {
  if (ofCase === '' || ofCase === ofSlot) return ofSlot
  if (ofSlot === '') return ofCase
  const joined = /\p{Script=Han}/u.test(ofSlot) ? `${ofSlot}：${ofCase}` : `${ofSlot}: ${ofCase}`
  return emsOf(joined) <= LONGEST_TITLE ? joined : ofCase
}

const emsOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + (character > '\u2E7F' ? 1 : 0.55), 0)
