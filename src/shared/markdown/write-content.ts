/** What a block shows → Markdown, in one canonical way; reading it again gives the same content. */
import { assertNever } from '../assert-never'
import type { BlockColumn, BlockContent, Inline, PictureContent, Point, TableContent } from '../model/block'
import { writeAttributes } from './directive-fence'
import { escapeLine, escapeText } from './escape-text'

export const writeContent = (content: BlockContent): string => {
  switch (content.kind) {
    case 'points':
      return paragraphs(writePoints(content.points), content.picture === null ? '' : writePicture(content.picture))
    case 'quote':
      return [content.paragraphs.map((line) => `> ${writeLine(line)}`).join('\n>\n'), content.attribution === '' ? '' : `> —— ${escapeText(content.attribution)}`].filter((part) => part !== '').join('\n')
    case 'table':
      return paragraphs(writePoints(content.lead), writeTable(content.table))
    case 'picture':
      return writePicture(content.picture)
    case 'case':
      return writeDirective('case', { stage: content.stage, school: content.school }, writeParts(content.parts))
    case 'chart':
      return writeDirective('chart', { type: content.chart, unit: content.unit, 'line-unit': content.lineUnit ?? '', source: content.source }, content.series.length === 0 ? '' : writeTable(chartTable(content)))
    case 'two-columns':
      return writeDirective('two-columns', {}, writeColumns(content.columns))
    case 'timeline':
      return writeDirective('timeline', {}, content.events.map(({ when, what }) => `- ${when === '' ? writeLine(what) : `${escapeLine(when)}：${writeInlines(what)}`}`).join('\n'))
    case 'question':
      return writeQuestion(content)
    case 'discussion':
    case 'activity':
      return writeDirective(content.kind, { minutes: content.minutes }, writePoints(content.points))
    case 'local-case':
      return writeDirective('local-case', { topic: content.topic }, writePoints(content.fallback))
    case 'agenda':
      return writeDirective('agenda', { minutes: content.minutes ? 'yes' : null }, '')
    case 'closing':
      return writeDirective('closing', {}, writePoints(content.points))
    case 'references':
      return writeDirective('references', {}, '')
    default:
      return assertNever(content)
  }
}

/** A container directive with as many colons as its content needs. */
export const writeDirective = (name: string, attributes: Parameters<typeof writeAttributes>[0], inner: string): string => {
  const fence = ':'.repeat(Math.max(3, ...Array.from(inner.matchAll(/^[ \t]*([:：]{3,})/gm), (match) => 1 + (match[1]?.length ?? 0))))
  return `${fence}${name}${writeAttributes(attributes)}\n${inner === '' ? '' : `${inner}\n`}${fence}`
}

/** A GFM table. Cells are one line; a pipe in one is escaped. */
export const writeTable = ({ header, rows, align }: TableContent): string => {
  const rule = { left: ':---', center: ':---:', right: '---:' }
  const delimiters = header.map((_, index) => {
    const side = align[index] ?? null
    return side === null ? '---' : rule[side]
  })
  return [writeRow(header), `| ${delimiters.join(' | ')} |`, ...rows.map(writeRow)].join('\n')
}

const writeRow = (cells: readonly (readonly Inline[])[]): string => `| ${cells.map((cell) => writeInlines(cell).replaceAll('|', '\\|')).join(' | ')} |`

export const writePoints = (points: readonly Point[]): string => {
  const lines = points.map((point, index) => ({ point, text: writePoint(point, numberAt(points, index)) }))
  return lines.reduce((text, { point, text: next }, index) => {
    const before = lines[index - 1]?.point
    if (before === undefined) return next
    return `${text}${point.marker === 'none' || before.marker !== point.marker ? '\n\n' : '\n'}${next}`
  }, '')
}

const writePoint = ({ inlines, marker, children }: Point, number: number): string => {
  if (marker === 'none') return paragraphs(writeLine(inlines), writePoints(children))
  const mark = marker === 'bullet' ? '- ' : `${number}. `
  const below = writePoints(children)
  const separator = children[0]?.marker === 'none' ? '\n\n' : '\n'
  return mark + writeLine(inlines) + (below === '' ? '' : separator + below.replace(/^(?=.)/gm, ' '.repeat(mark.length)))
}

const numberAt = (points: readonly Point[], index: number): number => {
  let number = 1
  for (let before = index - 1; points[before]?.marker === 'number'; before--) number++
  return number
}

export const writePicture = (picture: PictureContent): string => {
  const { crop, focus, poster } = picture
  const frame = { focus: focus && `${focus.x} ${focus.y}`, crop: crop && `${crop.x} ${crop.y} ${crop.width} ${crop.height}`, poster: poster?.src }
  return Object.values(frame).every((value) => value === undefined) ? writeImage(picture) : writeDirective('picture', frame, writeImage(picture))
}

const writeImage = ({ src, alt, caption }: PictureContent): string => {
  const address = /^[^\s()<>\\]+$/.test(src) ? src : `<${src.replace(/[<>\\]/g, '\\$&')}>`
  return `![${escapeText(alt)}](${address}${caption === '' ? '' : ` "${caption.replace(/["\\]/g, '\\$&')}"`})`
}

const writeParts = (parts: readonly BlockColumn[]): string => paragraphs(...parts.map(({ title, points }) => paragraphs(title === '' ? '' : `### ${escapeText(title)}`, writePoints(points))))

const writeColumns = ([left, right]: readonly [BlockColumn, BlockColumn]): string => {
  if (left.title === '' && right.title === '') return paragraphs(writePoints(left.points), '---', writePoints(right.points))
  return paragraphs(...[left, right].map(({ title, points }) => paragraphs(`### ${escapeText(title)}`.trim(), writePoints(points))))
}

const chartTable = ({ categories, series }: Extract<BlockContent, { kind: 'chart' }>): TableContent => ({
  header: [[], ...series.map(({ name }) => [{ text: name }])],
  rows: categories.map((category, row) => [[{ text: category }], ...series.map(({ values }) => [{ text: String(values[row] ?? '') }])]),
  align: [null, ...series.map(() => 'right' as const)],
})

const writeQuestion = ({ stem, options, answer, explanation }: Extract<BlockContent, { kind: 'question' }>): string =>
  writeDirective(
    'question',
    { answer },
    paragraphs(paragraphs(...stem.map(writeLine)), options.map(({ letter, inlines }) => `- ${letter} ${writeInlines(inlines)}`).join('\n'), explanation.length === 0 ? '' : writeDirective('explanation', {}, paragraphs(...explanation.map(writeLine)))),
  )

const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

/** Inlines at the start of a line. */
const writeLine = (inlines: readonly Inline[]): string => {
  const [first, ...rest] = inlines
  if (first === undefined || first.strong === true || first.emphasis === true || first.code === true || first.href !== undefined) return writeInlines(inlines)
  return escapeLine(first.text) + writeInlines(rest)
}

const writeInlines = (inlines: readonly Inline[]): string => inlines.map(writeInline).join('')

const writeInline = ({ text, strong, emphasis, code, href }: Inline): string => {
  const fence = '`'.repeat(1 + Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length)))
  const pad = /^`|`$/.test(text) ? ' ' : ''
  const plain = code === true ? `${fence}${pad}${text}${pad}${fence}` : escapeText(text)
  const mark = (strong === true ? '**' : '') + (emphasis === true ? '*' : '')
  const marked = `${mark}${plain}${mark}`
  return href === undefined ? marked : `[${marked}](${/^[^\s()<>\\]+$/.test(href) ? href : `<${href.replace(/[<>\\]/g, '\\$&')}>`})`
}

