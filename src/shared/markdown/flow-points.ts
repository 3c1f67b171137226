import type { Image, List, ListItem, Paragraph, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Inline, PictureContent, Point } from '../model/block'
import type { Warning } from '../outcome'
import { inlineLinesOf } from './inlines'
import { brokenTable, contentNotShown, emptyPictureAlt } from './talk-warnings'

/** A node of ordinary Markdown with the line of the talk it starts on. */
export type FlowNode = { readonly node: RootContent; readonly line: number; readonly source: string }

/** What reading ordinary Markdown finds besides its points. */
export type Findings = { readonly warnings: Warning[]; readonly pictures: PictureContent[] }

export const noFindings = (): Findings => ({ warnings: [], pictures: [] })

/** Points of a slide from any Markdown; what points cannot hold goes into `findings`. */
export const pointsOf = (nodes: readonly FlowNode[], findings: Findings): readonly Point[] => nodes.flatMap((flow) => pointsOfNode(flow, findings))

const pointsOfNode = (flow: FlowNode, findings: Findings): readonly Point[] => {
  const { node, line } = flow
  if (node.type === 'paragraph') {
    picturesOf(node, line, findings)
    warnOfTableWithoutRule(flow, node, findings)
    return plain(inlineLinesOf(node.children))
  }
  if (node.type === 'heading') return plain(inlineLinesOf(node.children).map((inlines) => inlines.map((inline) => ({ ...inline, strong: true }))))
  if (node.type === 'list') return node.children.map((item) => pointOf(item, node, flow, findings))
  if (node.type === 'blockquote') return pointsOf(within(flow, node.children), findings)
  if (node.type === 'code') return plain(node.value.split('\n').map((text) => [{ text, code: true }]))
  if (node.type === 'table') findings.warnings.push(contentNotShown(line, '这里的表格', 'This table'))
  if (node.type === 'html' && !node.value.startsWith('<!--')) findings.warnings.push(contentNotShown(line, 'HTML 代码', 'HTML'))
  return []
}

/** The children of a node, with their lines in the talk. */
const within = (parent: FlowNode, children: readonly RootContent[]): readonly FlowNode[] =>
  children.map((node) => ({ node, line: parent.line + (node.position?.start.line ?? 1) - (parent.node.position?.start.line ?? 1), source: parent.source }))

const plain = (lines: readonly (readonly Inline[])[]): readonly Point[] => lines.filter((inlines) => inlines.length > 0).map((inlines) => ({ inlines, marker: 'none', children: [] }))

const pointOf = (item: ListItem, list: List, flow: FlowNode, findings: Findings): Point => {
  const [first, ...rest] = within(flow, item.children)
  const marker = list.ordered === true ? 'number' : 'bullet'
  if (first === undefined) return { inlines: [], marker, children: [] }
  const [lead, ...more] = pointsOfNode(first, findings)
  if (lead === undefined || lead.marker !== 'none') return { inlines: [], marker, children: [...(lead === undefined ? [] : [lead]), ...more, ...pointsOf(rest, findings)] }
  return { inlines: lead.inlines, marker, children: [...more, ...pointsOf(rest, findings)] }
}

const picturesOf = (paragraph: Paragraph, line: number, findings: Findings): void => {
  const walk = (children: readonly RootContent[]): void => {
    for (const child of children) {
      if (child.type === 'image') findings.pictures.push(pictureOf(child, line + (child.position?.start.line ?? 1) - (paragraph.position?.start.line ?? 1), findings))
      else if ('children' in child) walk(child.children)
    }
  }
  walk(paragraph.children)
}

const pictureOf = (image: Image, line: number, findings: Findings): PictureContent => {
  if ((image.alt ?? '').trim() === '') findings.warnings.push(emptyPictureAlt(line))
  return { src: image.url, alt: image.alt ?? '', caption: image.title ?? '', line }
}

/** The picture that a paragraph consists of; null when it holds anything else. */
export const loneImageOf = (node: RootContent): boolean =>
  node.type === 'paragraph' && node.children.filter((child) => child.type === 'image').length === 1 && node.children.every((child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''))

/** Rows of `| … |` that CommonMark reads as a paragraph, because the rule below the header is missing or has another number of cells. */
const warnOfTableWithoutRule = (flow: FlowNode, paragraph: Paragraph, findings: Findings): void => {
  const lines = toString(paragraph).split('\n')
  const rows = lines.filter((text) => /^\s*\|.*\|\s*$/.test(text))
  if (rows.length < 2) return
  const hasRule = lines.some((text) => /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(text))
  findings.warnings.push(
    hasRule
      ? brokenTable(flow.line, '这张表的分隔行（| --- |）与表头的格数不同，没有读成表格。请让两行的格数一致。', 'The rule below the header (| --- |) has another number of cells than the header, so this is not read as a table. Make them equal.')
      : brokenTable(flow.line, '这里像是表格，但缺少表头下面的分隔行。请在第一行下面加一行“| --- | --- |”。', 'This looks like a table without the rule below its header. Add a line “| --- | --- |” below the first row.'),
  )
}
