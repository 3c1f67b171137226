/** Sections and blocks of a talk by position alone, without reading what they show: what edits splice and parsing starts from. */
import type { Condition, TextSpan } from '../model/block'
import type { Warning } from '../outcome'
import { rememberLast } from '../remember-last'
import { bothConditions, conditionOf } from './condition'
import { isCondition } from './directives'
import { locateFrontMatter } from './front-matter'
import { isBlank } from './lines'
import { scanTalk, type DirectiveNode, type HeadingNode, type ScanNode } from './scan-talk'
import { conditionWithoutAudience, straddlingCondition } from './talk-warnings'

export type LocatedBlock = {
  readonly key: string
  /** Null for what stands before a section's first block, or behind a condition that holds whole blocks. */
  readonly heading: HeadingNode | null
  readonly span: TextSpan
  /** What belongs to the block below its heading, in order. */
  readonly nodes: readonly ScanNode[]
  /** From behind the heading to where the block's own text ends: inside its wrapper, when it has one. */
  readonly body: { readonly start: number; readonly end: number }
  /** Condition directives that this block shares with others, outermost first; outside its span. */
  readonly groups: readonly DirectiveNode[]
  /** The condition directive around this block alone; inside its span. */
  readonly wrapper: DirectiveNode | null
  readonly condition: Condition | null
}

export type LocatedSection = {
  /** Null for blocks that stand before the first `#`. */
  readonly heading: HeadingNode | null
  readonly span: TextSpan
  readonly blocks: readonly LocatedBlock[]
  readonly groups: readonly DirectiveNode[]
  readonly condition: Condition | null
  /** A condition begins in one section and ends in another: such a section cannot be moved or removed as one piece. */
  readonly straddles: boolean
}

export type LocatedTalk = {
  /** Front matter with its fences and the blank lines that follow; `sections` come behind it. */
  readonly front: { readonly start: number; readonly end: number }
  readonly sections: readonly LocatedSection[]
  readonly warnings: readonly Warning[]
}

type Unit = { readonly heading: HeadingNode | null; readonly groups: readonly DirectiveNode[]; readonly nodes: ScanNode[] }

const locate = (markdown: string): LocatedTalk => {
  const bodyStart = locateFrontMatter(markdown)?.end ?? (markdown.startsWith('\uFEFF') ? 1 : 0)
  const { nodes, warnings } = scanTalk(markdown, bodyStart)
  const units = unitsOf(nodes, markdown)
  const openings = units.map((unit, index) => startOf(unit, units[index - 1]?.groups ?? []))

  const sections: LocatedSection[] = []
  const first = units.map((unit, index) => ({ unit, index })).filter(({ unit, index }) => index === 0 || unit.heading?.level === 1)
  first.forEach(({ unit, index }, number) => {
    const next = first[number + 1]
    const heading = unit.heading?.level === 1 ? unit.heading : null
    const groups = heading === null ? [] : sharedGroupsOf(unit, 1)
    const ownGroups = heading === null ? [] : sectionGroupsOf(unit)
    const end = Math.min(next === undefined ? markdown.length : startOf(next.unit, ownGroups), groups.at(-1)?.innerEnd ?? markdown.length)
    const own = units.slice(index, next?.index ?? units.length)
    const blocks = own.flatMap((block, offset) => (block.heading?.level === 1 ? [] : [locateBlock(block, Math.min(openings[index + offset + 1] ?? markdown.length, end))]))
    sections.push({
      heading,
      span: { start: startOf(unit, groups), end, line: lineOf(unit) },
      blocks: blocks.map((block, position) => ({ ...block, key: `${number}.${position}` })),
      groups,
      condition: conditionOfAll(heading === null ? [] : unit.groups),
      straddles: own.some((block) => block.groups.some(straddlesSections)),
    })
  })
  const straddling = new Set(units.flatMap((unit) => unit.groups.filter(straddlesSections)))
  const nameless = new Set(units.flatMap((unit) => unit.groups.filter((group) => conditionOf(group).audiences.length === 0)))
  return { front: { start: 0, end: sections[0]?.span.start ?? markdown.length }, sections, warnings: [...warnings, ...Array.from(straddling, straddlingCondition), ...Array.from(nameless, conditionWithoutAudience)] }
}

/** Never throws; every text has a reading. A keystroke asks several times for the places of the same text, and filling a talk for one school after another for those of the talk and a few of its parts between. */
export const locateTalk: (markdown: string) => LocatedTalk = rememberLast(locate, 6)

/** Headings in reading order, each with what follows it at its own depth. */
const unitsOf = (nodes: readonly ScanNode[], markdown: string): readonly Unit[] => {
  const units: Unit[] = []
  const walk = (children: readonly ScanNode[], groups: readonly DirectiveNode[]): void => {
    let current: Unit | null = null
    for (const node of children) {
      if (node.type === 'heading') {
        current = { heading: node, groups, nodes: [] }
        units.push(current)
      } else if (node.type === 'directive' && isCondition(node.name) && headingsIn(node).length > 0) {
        walk(node.children, [...groups, node])
        current = null
      } else if (current !== null && current.heading?.level !== 1) current.nodes.push(node)
      else if (!(node.type === 'stray' || (node.type === 'text' && isBlank(withoutComments(markdown.slice(node.start, node.end)))))) {
        current = { heading: null, groups, nodes: [node] }
        units.push(current)
      }
    }
  }
  walk(nodes, [])
  return units
}

/** A remark below a section's heading is no block of its own. */
const withoutComments = (text: string): string => text.replace(/<!--[\s\S]*?-->/g, '')

/** @param limit where whatever follows begins. */
const locateBlock = (unit: Unit, limit: number): Omit<LocatedBlock, 'key'> => {
  const groups = sharedGroupsOf(unit, 2)
  const start = startOf(unit, groups)
  const end = Math.min(limit, groups.at(-1)?.innerEnd ?? limit)
  const wrapper = unit.groups[groups.length] ?? null
  const innermost = wrapper === null ? null : (unit.groups.at(-1) ?? null)
  return {
    heading: unit.heading,
    span: { start, end, line: lineOf(unit) },
    nodes: unit.nodes,
    body: { start: unit.heading?.end ?? start, end: innermost?.innerEnd ?? end },
    groups,
    wrapper,
    condition: conditionOfAll(unit.groups),
  }
}

const conditionOfAll = (groups: readonly DirectiveNode[]): Condition | null => groups.map(conditionOf).filter(({ audiences }) => audiences.length > 0).reduce<Condition | null>(bothConditions, null)

/** Where a unit begins: at the outermost condition outside `shared` that it is the first in. */
const startOf = (unit: Unit, shared: readonly DirectiveNode[]): number =>
  unit.groups.find((group) => !shared.includes(group) && firstHeadingIn(group) === unit.heading)?.start ?? unit.heading?.start ?? unit.nodes[0]?.start ?? 0

const lineOf = (unit: Unit): number => unit.heading?.line ?? unit.nodes[0]?.line ?? 1

/** The conditions of a unit that hold more than itself: more than one heading for a block (2), more than one section for a section (1). */
const sharedGroupsOf = (unit: Unit, level: 1 | 2): readonly DirectiveNode[] => {
  const own = (group: DirectiveNode): boolean => (level === 1 ? !straddlesSections(group) && headingsIn(group).filter((heading) => heading.level === 1).length === 1 : headingsIn(group).length === 1 && unit.heading !== null)
  const groups = level === 1 ? sectionGroupsOf(unit) : unit.groups
  const index = groups.findIndex(own)
  return index < 0 ? groups : groups.slice(0, index)
}

const sectionGroupsOf = (unit: Unit): readonly DirectiveNode[] => unit.groups.filter((group) => !straddlesSections(group))

const straddlesSections = (group: DirectiveNode): boolean => firstHeadingIn(group)?.level === 2 && headingsIn(group).some((heading) => heading.level === 1)

const headingsIn = (node: DirectiveNode): readonly HeadingNode[] =>
  node.children.flatMap((child) => (child.type === 'heading' ? [child] : child.type === 'directive' && isCondition(child.name) ? headingsIn(child) : []))

const firstHeadingIn = (node: DirectiveNode): HeadingNode | undefined => headingsIn(node)[0]
