/**
 * Decides which paragraphs are headings, in two steps: a tree of everything that is numbered or styled as a heading, kept only where the numbers form a sequence;
 * then, for each set of siblings, whether they are headings or the items of a list.
 */
import { learnNesting } from './form-nesting'
import { shapeOf, type HeadingShape } from './heading-shape'
import { parseNumber, structuralForms as structural, type NumberForm, type ParsedNumber } from './numbering'
import type { RawParagraph } from './raw-paragraph'

export type HeadingNode = {
  /** Index of the paragraph, from 0. */
  readonly at: number
  readonly number: ParsedNumber | null
  readonly shape: HeadingShape
  /** Level that the format states, or that the same form of number has elsewhere; 0 without. */
  readonly styled: number
  readonly parent: HeadingNode | null
  /** Null until decided. */
  accepted: boolean | null
}

/** Forms that go on counting under the next heading above: articles through all chapters, chapters through all parts. */
const continuing = new Set<NumberForm>(['part', 'chapter', 'section', 'article'])
/** Forms of the first and second level of official documents: headings even where nothing stands beneath them. */
const official = new Set<NumberForm>(['han', 'han-paren', 'labelled', 'roman'])

/** A paragraph longer than this is text, whatever its style says. */
const LONGEST_STYLED = 160

type Candidate = { readonly at: number; readonly number: ParsedNumber | null; readonly shape: HeadingShape; readonly styled: number }

const candidateOf = (paragraph: RawParagraph, at: number): Candidate | null => {
  const { kind, number, text, title, markdown, neverHeading } = paragraph
  if (kind === 'toc' || kind === 'table' || kind === 'note' || kind === 'picture' || title === true || neverHeading === true) return null
  const styled = text.length > LONGEST_STYLED ? 0 : paragraph.styled
  // Markdown says itself what is a heading and what a list; only what it calls plain text can be a typed heading.
  if (kind === 'list' && markdown !== undefined && styled === 0) return null
  const parsed = parseNumber(number === '' || number === '•' ? text : `${number} ${text}`)
  if (styled > 0) {
    const usable = parsed !== null && parsed.form !== 'point' ? parsed : null
    return { at, number: usable, shape: { kind: 'heading', title: usable === null ? text : usable.rest, runIn: '', stopped: false }, styled }
  }
  if (parsed === null || parsed.form === 'point') return null
  return { at, number: parsed, shape: shapeOf(parsed.rest, parsed.form), styled: 0 }
}

/** A bare `1` numbers a heading only where `1.1` is about. */
const dropBare = (candidates: readonly Candidate[]): Candidate[] => {
  const dotted = new Set(candidates.flatMap(({ number }) => (number?.form === 'dotted-2' ? [number.prefix] : [])))
  return candidates.filter(({ number, styled }) => styled > 0 || number?.form !== 'decimal-bare' || dotted.has(String(number.value)))
}

/** A form that is styled as a heading somewhere has that level wherever it looks like a heading. */
const learnStyles = (candidates: readonly Candidate[]): Candidate[] => {
  const levels = new Map<NumberForm, number>()
  for (const { number, styled } of candidates) if (number !== null && styled > 0 && !levels.has(number.form)) levels.set(number.form, styled)
  return candidates.map((candidate) => (candidate.styled === 0 && candidate.number !== null && candidate.shape.kind !== 'item' ? { ...candidate, styled: levels.get(candidate.number.form) ?? 0 } : candidate))
}

/** @returns every numbered or styled paragraph that has a place in a sequence, in reading order, headings told from list items. */
export const growHeadingTree = (paragraphs: readonly RawParagraph[], contents: ReadonlySet<number>): readonly HeadingNode[] => {
  const stated = new Set<number>()
  const all = dropBare(
    paragraphs.flatMap((paragraph, at) => {
      const candidate = contents.has(at) ? null : candidateOf(paragraph, at)
      if (candidate !== null && candidate.styled > 0) stated.add(at)
      return candidate === null ? [] : [candidate]
    }),
  )
  const candidates = learnStyles(all)
  const nests = learnNesting(candidates.flatMap(({ number }) => (number === null ? [] : [number])))
  const isOuter = (outer: Candidate, inner: Candidate): boolean => {
    if (outer.styled > 0 && inner.styled > 0) return outer.styled < inner.styled
    if (outer.styled > 0 || inner.styled > 0) return outer.styled > 0
    return outer.number !== null && inner.number !== null && nests(outer.number.form, inner.number.form)
  }

  const lastOf = new Map<NumberForm, number>()
  /** The next number of the same form: within the same scope, or anywhere for forms that count on through it. */
  const nextSibling = (index: number): ParsedNumber | null => {
    const own = candidates[index]
    if (own === undefined) return null
    for (let next = index + 1; next < candidates.length; next += 1) {
      const candidate = candidates[next]
      if (candidate === undefined) return null
      if (candidate.number !== null && candidate.number.form === own.number?.form) return candidate.number.prefix === own.number.prefix ? candidate.number : null
      if (own.number !== null && !continuing.has(own.number.form) && isOuter(candidate, own)) return null
    }
    return null
  }
  const mayStart = (index: number, number: ParsedNumber, shape: HeadingShape, at: number, above: HeadingNode | undefined): boolean => {
    const next = nextSibling(index)
    if (number.value > 1) {
      if (continuing.has(number.form) && lastOf.get(number.form) === number.value - 1) return true
      // An excerpt begins in the middle.
      return (continuing.has(number.form) || number.form === 'han') && shape.kind !== 'item' && !lastOf.has(number.form) && next?.value === number.value + 1
    }
    if (next?.value === 2) return true
    if (shape.kind !== 'heading') return false
    // A lone number counts where it can be nothing else: a chapter, or a heading set directly under another.
    return structural.has(number.form) || (above !== undefined && above.at === at - 1 && above.shape.kind === 'heading')
  }

  const nodes: HeadingNode[] = []
  const stack: HeadingNode[] = []
  for (const [index, candidate] of candidates.entries()) {
    const { number, shape, at, styled } = candidate
    let depth = stack.length
    let previous: HeadingNode | undefined
    while (depth > 0) {
      const top = stack[depth - 1]
      if (top === undefined || isOuter(top, candidate)) break
      depth -= 1
      if (number !== null && top.number?.form === number.form && top.number.prefix === number.prefix) {
        previous = top
        break
      }
    }
    if (!stated.has(at)) {
      if (number === null) continue
      const before = previous?.number?.value
      const follows = before !== undefined && (number.value === before + 1 || (shape.kind !== 'item' && (structural.has(number.form) || official.has(number.form)) && (number.value === before || number.value === before + 2)))
      if (!follows && !mayStart(index, number, shape, at, stack[depth - 1])) continue
    }
    stack.length = depth
    const node: HeadingNode = { at, number, shape, styled, parent: stack.at(-1) ?? null, accepted: stated.has(at) ? true : null }
    if (number !== null) lastOf.set(number.form, number.value)
    stack.push(node)
    nodes.push(node)
  }
  decide(nodes, paragraphs.length)
  return nodes
}

/** Siblings share a parent and a form of number. Parents come before children, so that what stands under a list item is never a heading. */
const decide = (nodes: readonly HeadingNode[], length: number): void => {
  const groups = new Map<HeadingNode | null, Map<string, HeadingNode[]>>()
  for (const node of nodes) {
    const byForm = groups.get(node.parent) ?? new Map<string, HeadingNode[]>()
    groups.set(node.parent, byForm)
    const form = node.number?.form ?? 'unnumbered'
    const siblings = byForm.get(form)
    if (siblings === undefined) byForm.set(form, [node])
    else siblings.push(node)
  }
  // Text stands beneath a node when something unnumbered follows it, when it runs into its text, or when that is so of one of its children.
  const withText = new Set<HeadingNode>()
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index]
    if (node === undefined) continue
    if (node.shape.kind === 'run-in' || (nodes[index + 1]?.at ?? length) > node.at + 1) withText.add(node)
    if (node.parent !== null && withText.has(node)) withText.add(node.parent)
  }
  for (const node of nodes) {
    if (node.accepted !== null || node.number === null) continue
    const siblings = groups.get(node.parent)?.get(node.number.form) ?? [node]
    const verdict = node.parent?.accepted !== false && areHeadings(siblings, node.number.form, withText)
    for (const sibling of siblings) sibling.accepted ??= verdict
  }
}

const areHeadings = (siblings: readonly HeadingNode[], form: NumberForm, withText: ReadonlySet<HeadingNode>): boolean => {
  if (structural.has(form) || siblings.some(({ accepted }) => accepted === true)) return true
  const looking = siblings.filter(({ shape }) => shape.kind !== 'item')
  const told = siblings.filter((node) => withText.has(node))
  // Some writers end every heading with a full stop; the text beneath each of them shows that they are headings.
  if (looking.length * 2 < siblings.length) return official.has(form) && told.length === siblings.length && siblings.every(({ shape }) => shape.kind !== 'item' || shape.stopped)
  if (official.has(form)) return true
  // Short lines like 1. 苹果 2. 梨 are a list unless most of them are followed by text of their own.
  return looking.filter((node) => withText.has(node)).length * 2 > siblings.length
}
