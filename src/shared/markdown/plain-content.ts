/** What a block without a content directive shows: points, a quotation, a table or a picture (formats.md). */
import type { PhrasingContent } from 'mdast'
import type { BlockContent, Inline } from '../model/block'
import type { Warning } from '../outcome'
import { loneImageOf, noFindings, pointsOf, type Findings, type FlowNode } from './flow-points'
import { tableOf } from './flow-table'
import { inlineLinesOf, plainTextOf } from './inlines'
import { contentNotShown } from './talk-warnings'

export const plainContentOf = (flow: readonly FlowNode[], warnings: Warning[]): BlockContent => {
  const nodes = flow.filter(({ node }) => isShown(node))
  const findings: Findings = { warnings, pictures: [] }
  const table = nodes.find(({ node }) => node.type === 'table')
  if (table?.node.type === 'table') {
    const lead = pointsOf(nodes.filter((node) => node !== table), findings)
    leaveOutPictures(findings, 0)
    return { kind: 'table', table: tableOf(table.node, table.line, warnings), lead }
  }
  if (isQuote(nodes)) return quoteOf(nodes, warnings)
  const points = pointsOf(nodes, findings)
  const [picture = null] = findings.pictures
  if (picture !== null && nodes.length === 1 && nodes.every(({ node }) => loneImageOf(node))) return { kind: 'picture', picture }
  leaveOutPictures(findings, 1)
  return { kind: 'points', points, picture }
}

/** Warns of every picture from the one at `kept` on. */
export const leaveOutPictures = (findings: Findings, kept: number): void => {
  for (const picture of findings.pictures.slice(kept)) findings.warnings.push(contentNotShown(picture.line ?? 1, `图片“${picture.alt || picture.src}”`, `The picture “${picture.alt || picture.src}”`))
}

const isShown = (node: FlowNode['node']): boolean => !(node.type === 'definition' || node.type === 'thematicBreak' || node.type === 'yaml' || (node.type === 'html' && node.value.startsWith('<!--')))

/** Blockquotes, and nothing besides except a line of attribution behind them. */
const isQuote = (nodes: readonly FlowNode[]): boolean =>
  nodes[0]?.node.type === 'blockquote' && nodes.every(({ node }, index) => node.type === 'blockquote' || (index === nodes.length - 1 && node.type === 'paragraph' && isAttribution(inlineLinesOf(node.children)[0] ?? [])))

const quoteOf = (nodes: readonly FlowNode[], warnings: Warning[]): BlockContent => {
  const lines = nodes.flatMap((flow) => quotedLines(flow, warnings))
  const last = lines.at(-1)
  const attributed = last !== undefined && isAttribution(last)
  return { kind: 'quote', paragraphs: attributed ? lines.slice(0, -1) : lines, attribution: attributed ? plainTextOf(last).replace(dashes, '').trim() : '' }
}

/** Paragraphs of a quotation; an attribution stands on a line of its own, even without a blank line before it. */
const quotedLines = (flow: FlowNode, warnings: Warning[]): readonly (readonly Inline[])[] => {
  if (flow.node.type === 'paragraph') return paragraphLines(flow.node.children)
  if (flow.node.type !== 'blockquote') return []
  const findings: Findings = { ...noFindings(), warnings }
  const lines = flow.node.children.flatMap((child) => (child.type === 'paragraph' ? paragraphLines(child.children) : pointsOf([{ ...flow, node: child }], findings).map(({ inlines }) => inlines)))
  leaveOutPictures(findings, 0)
  return lines
}

const paragraphLines = (children: readonly PhrasingContent[]): readonly (readonly Inline[])[] => {
  const split = children.flatMap((child): readonly PhrasingContent[] => {
    if (child.type !== 'text') return [child]
    const [, before, attribution] = /^([\s\S]*?)(?:^|\n)[ \t]*((?:—{1,2}|―{1,2}|⸺|--)[ \t]*\S[^\n]*)$/.exec(child.value) ?? []
    if (before === undefined || attribution === undefined) return [child]
    return [{ ...child, value: before }, { type: 'break' }, { ...child, value: attribution }]
  })
  return inlineLinesOf(split).filter((line) => line.length > 0)
}

const dashes = /^(?:—{1,2}|―{1,2}|⸺|--)[ \t]*/
const isAttribution = (line: readonly Inline[]): boolean => dashes.test(plainTextOf(line))
