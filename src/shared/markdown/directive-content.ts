/** What the content directives of a block show (formats.md, "A talk in Markdown"). */
import { assertNever } from '../assert-never'
import { chartTypes, type BlockColumn, type BlockContent, type ChartType, type Inline, type Point } from '../model/block'
import { caseStages, type CaseStage } from '../model/material'
import type { Warning } from '../outcome'
import { pointsOf, type Findings, type FlowNode } from './flow-points'
import { chartDataOf, tableOf } from './flow-table'
import { inlinesOf, plainTextOf, splitInlines } from './inlines'
import { pictureOf } from './picture-content'
import { leaveOutPictures } from './plain-content'
import { questionOf } from './question-content'
import { badAttribute, brokenTable, contentNotShown } from './talk-warnings'

export const contentDirectives = ['case', 'chart', 'two-columns', 'timeline', 'question', 'discussion', 'activity', 'local-case', 'picture', 'agenda', 'closing', 'references'] as const
export type ContentDirective = (typeof contentDirectives)[number]
export const isContentDirective = (name: string): name is ContentDirective => (contentDirectives as readonly string[]).includes(name)

export type ReadDirective = {
  readonly name: ContentDirective
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
  readonly flow: readonly FlowNode[]
  /** What `:::explanation` within it holds. */
  readonly explanation: readonly FlowNode[]
}

/** @param beside ordinary Markdown of the same block outside the directive. */
export const directiveContentOf = (directive: ReadDirective, beside: readonly FlowNode[], warnings: Warning[]): BlockContent => {
  const findings: Findings = { warnings, pictures: [] }
  const content = read(directive, beside, findings)
  leaveOutPictures(findings, 0)
  return content
}

const read = (directive: ReadDirective, beside: readonly FlowNode[], findings: Findings): BlockContent => {
  const { name, attributes, flow, line } = directive
  const { warnings } = findings
  switch (name) {
    case 'case': {
      const lead = pointsOf(beside, findings)
      const parts = partsOf(flow, findings)
      return { kind: 'case', stage: stageOf(attributes['stage'] ?? '', line, warnings), school: attributes['school'] ?? '', parts: lead.length === 0 ? parts : [{ title: '', points: lead }, ...parts] }
    }
    case 'chart':
      leaveOut(beside, findings)
      return chartOf(directive, warnings)
    case 'two-columns':
      leaveOut(beside, findings)
      return { kind: 'two-columns', columns: columnsOf(flow, line, findings) }
    case 'timeline':
      leaveOut(beside, findings)
      return { kind: 'timeline', events: eventsOf(pointsOf(flow, findings)) }
    case 'question':
      return questionOf(directive, beside, findings)
    case 'discussion':
    case 'activity':
      return { kind: name, minutes: minutesOf(attributes['minutes'], line, warnings), points: [...pointsOf(beside, findings), ...pointsOf(flow, findings)] }
    case 'local-case': {
      leaveOut(beside, findings)
      const topic = attributes['topic']?.trim() ?? ''
      return { kind: 'local-case', fallback: pointsOf(flow, findings), ...(topic === '' ? {} : { topic }) }
    }
    case 'picture':
      return pictureOf(directive, beside, warnings)
    case 'agenda':
      leaveOut([...flow, ...beside], findings)
      return { kind: 'agenda', minutes: isWanted(attributes['minutes'], line, warnings) }
    case 'closing':
      return { kind: 'closing', points: [...pointsOf(beside, findings), ...pointsOf(flow, findings)] }
    case 'references':
      leaveOut([...flow, ...beside], findings)
      return { kind: 'references' }
    default:
      return assertNever(name)
  }
}

const leaveOut = (beside: readonly FlowNode[], findings: Findings): void => {
  const first = beside[0]
  if (pointsOf(beside, { warnings: [], pictures: findings.pictures }).length > 0 && first !== undefined) findings.warnings.push(contentNotShown(first.line, '指令旁边的文字', 'The text beside the directive'))
}

const stageOf = (stage: string, line: number, warnings: Warning[]): CaseStage | null => {
  const known = caseStages.find((candidate) => candidate === stage) ?? null
  if (known === null && stage !== '') warnings.push(badAttribute(line, `案例的阶段“${stage}”不认识。可以写 ${caseStages.join('、')}。`, `The case’s stage “${stage}” is not known. Write one of ${caseStages.join(', ')}.`))
  return known
}

const minutesOf = (text: string | undefined, line: number, warnings: Warning[]): number | null => {
  if (text === undefined || text === '') return null
  const minutes = Number(text)
  if (minutes > 0 && minutes <= 600) return minutes
  warnings.push(badAttribute(line, `minutes="${text}" 不是分钟数。请写一个数字，例如 minutes=5。`, `minutes="${text}" is not a number of minutes. Write a number, such as minutes=5.`))
  return null
}

/** `minutes` alone and `minutes=yes` ask for the times, `no` and nothing do without. */
const isWanted = (text: string | undefined, line: number, warnings: Warning[]): boolean => {
  if (text === undefined || text === 'no') return false
  if (text !== '' && text !== 'yes') warnings.push(badAttribute(line, `minutes="${text}" 在目录里只能写 yes 或 no：每一节的时间由讲稿算出。`, `minutes="${text}" of an agenda is yes or no: the time of each section follows from the script.`))
  return true
}

/** Splits at headings; what stands before the first has the title ''. */
const partsOf = (flow: readonly FlowNode[], findings: Findings): readonly BlockColumn[] => {
  const parts: { title: string; nodes: FlowNode[] }[] = []
  for (const part of flow) {
    if (part.node.type === 'heading') parts.push({ title: plainTextOf(inlinesOf(part.node.children)), nodes: [] })
    else if (parts.length === 0) parts.push({ title: '', nodes: [part] })
    else parts.at(-1)?.nodes.push(part)
  }
  return parts.map(({ title, nodes }) => ({ title, points: pointsOf(nodes, findings) })).filter(({ title, points }) => title !== '' || points.length > 0)
}

/**
 * Two columns are two `###` parts, or two runs of Markdown with a line `---` between them. Text set directly above that line makes it the
 * underline of a setext heading (CommonMark §4.3); here it is still the line between the columns.
 */
const columnsOf = (flow: readonly FlowNode[], line: number, findings: Findings): readonly [BlockColumn, BlockColumn] => {
  const headed = flow.some((part) => part.node.type === 'heading' && !isSetext(part))
  const splitAt = flow.findIndex((part) => part.node.type === 'thematicBreak' || isSetext(part))
  const parts: readonly BlockColumn[] = headed
    ? partsOf(flow, findings)
    : splitAt < 0
      ? [{ title: '', points: pointsOf(flow, findings) }]
      : [flow.slice(0, splitAt + 1), flow.slice(splitAt + 1)].map((nodes) => ({ title: '', points: pointsOf(nodes.map(asParagraph), findings) }))
  if (parts.length !== 2)
    findings.warnings.push(badAttribute(line, `两栏里有 ${parts.length} 部分。请写成两个“###”小标题，或用一行“---”隔开两部分。`, `The two columns hold ${parts.length} parts. Write two “###” headings, or one line “---” between two parts.`))
  const [left = { title: '', points: [] }, right = { title: '', points: [] }, ...more] = parts
  return [left, { title: right.title, points: [...right.points, ...more.flatMap(({ title, points }): readonly Point[] => [{ inlines: [{ text: title, strong: true }], marker: 'none', children: [] }, ...points])] }]
}

const isSetext = ({ node, source }: FlowNode): boolean => node.type === 'heading' && !source.slice(node.position?.start.offset ?? 0).startsWith('#')

const asParagraph = (part: FlowNode): FlowNode => (part.node.type === 'heading' ? { ...part, node: { type: 'paragraph', children: part.node.children, position: part.node.position } } : part)

/** `2024：事件`, `2024: event`; a colon between digits is a time of day. A point without a colon has no date. */
const eventsOf = (points: readonly Point[]): readonly { readonly when: string; readonly what: readonly Inline[] }[] =>
  points.map(({ inlines, children }) => {
    const split = splitInlines(inlines, /：|(?<!\d):|:(?!\d)/)
    const more = children.flatMap((child): readonly Inline[] => [{ text: ' ' }, ...child.inlines])
    return split === null ? { when: '', what: [...inlines, ...more] } : { when: plainTextOf(split[0]), what: [...split[1], ...more] }
  })

const chartOf = ({ attributes, flow, line }: ReadDirective, warnings: Warning[]): BlockContent => {
  const { type = 'bar', unit = '', source = '', 'line-unit': lineUnit = '' } = attributes
  const chart: ChartType = chartTypes.find((known) => known === type) ?? 'bar'
  if (chart !== type) warnings.push(badAttribute(line, `图表类型“${type}”不认识，先画成条形图。可以写 ${chartTypes.join('、')}。`, `The chart type “${type}” is not known; bars are drawn for now. Write one of ${chartTypes.join(', ')}.`))
  const found = flow.find(({ node }) => node.type === 'table')
  for (const { node, line: at } of flow) if (node.type !== 'table' && node.type !== 'definition') warnings.push(contentNotShown(at, '图表里表格以外的内容', 'What is in the chart besides its table'))
  if (found?.node.type !== 'table') {
    warnings.push(brokenTable(line, '图表里没有表格。请写一张表：第一列是类别，后面各列是数字，表头下面加一行“| --- | --- |”。', 'The chart holds no table. Write one: categories first, then numbers, with a line “| --- | --- |” below the header.'))
    return { kind: 'chart', chart, unit, source, categories: [], series: [] }
  }
  const ofLine = chart === 'combined' && lineUnit !== '' && lineUnit !== unit ? { lineUnit } : {}
  return { kind: 'chart', chart, unit, ...ofLine, source, ...chartDataOf(tableOf(found.node, found.line, warnings), unit, found.line, warnings) }
}
