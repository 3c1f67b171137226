import { assertNever } from '../assert-never'
import { materialPrint } from '../in-step/fingerprint'
import type { Inline, Point } from '../model/block'
import type { Material } from '../model/material'
import { condense, openingSentences } from './condense'
import { isContentDirective } from './directive-content'
import { escapeLine, escapeText } from './escape-text'
import { parseFlow } from './flow'
import { noFindings, pointsOf, type FlowNode } from './flow-points'
import { numberOf, tableOf } from './flow-table'
import { headingLine } from './heading-line'
import { inlinesOf, plainTextOf } from './inlines'
import { plainContentOf } from './plain-content'
import { questionDirectiveOf } from './question-directive'
import { scanTalk } from './scan-talk'
import { selfContained } from './self-contained'
import { writeDirective } from './write-content'

/** A quotation on a slide is read in one breath; more than this many characters are said, not shown. */
const LONGEST_QUOTATION = 120

/**
 * The Markdown of a block made from a material: its title, what is shown of it, its whole text as a first script, and the citation that leads back.
 * What is shown is condensed (a clause is never cut inside, a quotation only at a sentence's end) except where the material is already written as
 * a content directive: that is taken as it stands.
 * @param sourceTitle title of the material's source; null for a material of the user's own, which then cites only itself by id.
 */
export const blockMarkdownOf = (material: Material, sourceTitle: string | null): string => {
  const flow = parseFlow(material.body).children.map((node): FlowNode => ({ node, line: node.position?.start.line ?? 1, source: material.body }))
  const parts = [headingLine(2, material.title), selfContained(shownOf(material, flow, sourceTitle)), scriptOf(material, flow), citeOf(material, sourceTitle)]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const shownOf = (material: Material, flow: readonly FlowNode[], sourceTitle: string | null): string => {
  if (scanTalk(material.body).nodes.some((node) => node.type === 'directive' && isContentDirective(node.name))) return material.body.trim()
  const { kind } = material
  switch (kind) {
    case 'policy':
    case 'quote':
      return quotation(material, flow, sourceTitle)
    case 'case':
      return caseStudy(material, flow)
    case 'data':
      return data(material, flow)
    case 'question':
      return questionDirectiveOf(material.body)
    case 'activity':
      return writeDirective('activity', { minutes: minutesIn(`${material.title} ${material.body}`) }, bullets(condense(sayable(flow))))
    case 'picture':
      return material.body.trim()
    case 'theory':
    case 'story':
    case 'note':
      return flow.some(({ node }) => node.type === 'table') ? material.body.trim() : bullets(condense(sayable(flow)))
    default:
      return assertNever(kind)
  }
}

const quotation = ({ title, provenance }: Material, flow: readonly FlowNode[], sourceTitle: string | null): string => {
  const content = plainContentOf(flow, [])
  const quoted = content.kind === 'quote' ? content.paragraphs.map(plainTextOf) : sayable(flow)
  const attribution = sourceTitle === null ? (content.kind === 'quote' ? content.attribution : '') : attributionOf(sourceTitle, provenance?.locator ?? '')
  const lines = openingSentences(quoted.length === 0 ? [title] : quoted, LONGEST_QUOTATION).map((line) => `> ${escapeLine(line)}`)
  return [lines.join('\n>\n'), attribution === '' ? '' : `> —— ${escapeText(attribution)}`].filter((part) => part !== '').join('\n')
}

/** `二/(一)` of a source titled 示例规划 → 《示例规划》，二、(一). */
const attributionOf = (sourceTitle: string, locator: string): string => {
  const isChinese = /\p{Script=Han}/u.test(sourceTitle)
  const steps = locator.split('/').filter((step) => step !== '')
  const place = steps.map((step, index) => (/^[一二三四五六七八九十百]+$/.test(step) && index < steps.length - 1 ? `${step}、` : step)).join(isChinese ? '' : ', ')
  const title = isChinese && !/^《.*》/.test(sourceTitle) ? `《${sourceTitle}》` : sourceTitle
  return place === '' ? title : `${title}${isChinese ? '，' : ', '}${place}`
}

const caseStudy = ({ stage, school }: Material, flow: readonly FlowNode[]): string => {
  const told: { title: string; flow: FlowNode[] }[] = []
  for (const part of flow) {
    if (part.node.type === 'heading') told.push({ title: plainTextOf(inlinesOf(part.node.children)), flow: [] })
    else if (told.length === 0) told.push({ title: '', flow: [part] })
    else told.at(-1)?.flow.push(part)
  }
  // Four parts share a slide: two points each.
  const most = told.length > 1 ? 2 : 6
  const parts = told.map((part) => [part.title === '' ? '' : `### ${escapeText(part.title)}`, bullets(condense(sayable(part.flow)).slice(0, most))].filter((text) => text !== '').join('\n\n'))
  return writeDirective('case', { stage, school }, parts.join('\n\n'))
}

/** A table of numbers with one column of labels becomes a chart, any other table stays one. */
const data = ({ body, title }: Material, flow: readonly FlowNode[]): string => {
  const found = flow.find(({ node }) => node.type === 'table')
  if (found?.node.type !== 'table') return bullets(condense(sayable(flow)))
  const source = body.slice(found.node.position?.start.offset ?? 0, found.node.position?.end.offset ?? body.length)
  const table = tableOf(found.node, found.line, [])
  const cells = table.rows.flatMap((row) => row.slice(1).map(plainTextOf))
  const unit = unitOf([title, ...table.header.slice(1).map(plainTextOf)], cells)
  const numeric = cells.length > 0 && cells.every((cell) => numberOf(cell, unit) !== null)
  if (!numeric || table.rows.length < 2 || table.rows.length > 12 || table.header.length > 5) return source
  const isTime = table.rows.every((row) => /^(?:19|20)\d\d(?:\D.*)?$|^\d{1,2}月$/.test(plainTextOf(row[0] ?? [])))
  return writeDirective('chart', { type: isTime ? (table.rows.length >= 4 ? 'line' : 'column') : 'bar', unit }, source)
}

/** The unit that all cells carry, or that a title or header names in brackets: 学校数（所）. */
const unitOf = (titles: readonly string[], cells: readonly string[]): string => {
  const suffixes = new Set(cells.map((cell) => /^[\s+\-−–\d.,，０-９．]+(.*)$/.exec(cell.trim())?.[1]?.trim() ?? ''))
  const [suffix = ''] = suffixes
  if (suffixes.size === 1 && suffix !== '') return suffix
  return titles.map((title) => /[（(](?:单位[:：])?([^()（）\d]{1,4})[)）]/.exec(title)?.[1] ?? '').find((unit) => unit !== '') ?? ''
}

const minutesIn = (text: string): number | null => {
  const minutes = Number(/(\d{1,3})[ \t]*(?:分钟|minutes?\b|min\b)/i.exec(text)?.[1] ?? '0')
  return minutes > 0 && minutes <= 120 ? minutes : null
}

const scriptOf = (material: Material, flow: readonly FlowNode[]): string => {
  const said = sayable(flow).join('\n\n')
  if (said === '' || material.kind === 'picture') return ''
  return writeDirective('script', {}, said)
}

/** What can be said of Markdown: its paragraphs and points as plain text, a table row by row, directives by their content. */
const sayable = (flow: readonly FlowNode[]): readonly string[] =>
  flow.flatMap((part) => {
    if (part.node.type === 'heading') return [`${plainTextOf(inlinesOf(part.node.children))}：`]
    if (part.node.type === 'table') return rowsAsSentences(part)
    return pointsOf([part], noFindings()).map(pointText).filter((text) => text !== '' && !/^\\?:{3}/.test(text))
  })

const pointText = ({ inlines, children }: Point): string => [plainTextOf(inlines), ...children.map(pointText)].filter((text) => text !== '').reduce((text, next) => `${text}${/[。！？；，：.!?;,:]$/.test(text) ? '' : '，'}${next}`, '').replace(/^，/, '')

const rowsAsSentences = ({ node, line }: FlowNode): readonly string[] => {
  if (node.type !== 'table') return []
  const { header, rows } = tableOf(node, line, [])
  const names = header.map(plainTextOf)
  const cell = (inlines: readonly Inline[], index: number): string => (index === 0 ? plainTextOf(inlines) : `${names[index] ?? ''}${plainTextOf(inlines)}`)
  return [rows.map((row) => `${row.map(cell).filter((text) => text !== '').join('，')}。`).join('')]
}

/** `seen` tells later whether the material was changed since. */
const citeOf = (material: Material, sourceTitle: string | null): string =>
  writeDirective('cite', { source: sourceTitle, at: sourceTitle === null ? null : material.provenance?.locator, material: material.id, seen: materialPrint(material) }, '')

const bullets = (points: readonly string[]): string => points.map((point) => `- ${escapeLine(point)}`).join('\n')
