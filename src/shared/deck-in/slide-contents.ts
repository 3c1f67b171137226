/** What a slide shows → what blocks of a talk show. One block shows points with a picture, or a table with points before it, or one chart, or one picture. */
import type { BlockContent, ChartType, Inline, Point, TableContent } from '../model/block'
import type { DeckItem, DeckSlide } from '../model/deck'

type Text = Extract<DeckItem, { kind: 'text' }>
type Chart = Extract<DeckItem, { kind: 'chart' }>
type Picture = Extract<DeckItem, { kind: 'picture' }>

/** Content with the title that is its own: a chart's or a picture's; null where it goes under the slide's. */
export type SlideContents = readonly { readonly title: string | null; readonly content: BlockContent }[]

/** Several blocks where the slide shows more than one block can; never none. */
export const contentsOf = (slide: Pick<DeckSlide, 'role' | 'items'>): SlideContents => {
  const [question] = slide.items.filter((item) => item.kind === 'question')
  if (question !== undefined) return [{ title: null, content: questionOf(question) }]
  const texts = slide.items.filter((item) => item.kind === 'text')
  const tables = slide.items.filter((item) => item.kind === 'table')
  const charts = slide.items.filter((item) => item.kind === 'chart')
  const pictures = slide.items.filter((item) => item.kind === 'picture')
  const [firstTable, ...otherTables] = tables
  const [firstPicture, ...otherPictures] = pictures
  const lead = slide.role === 'quote' && firstTable === undefined && firstPicture === undefined ? quoteOf(texts) : null
  const points = pointsOf(texts)
  const contents: { title: string | null; content: BlockContent }[] = []
  const add = (content: BlockContent, title = '') => contents.push({ title: title === '' || contents.length === 0 ? null : title, content })

  if (lead !== null) add(lead)
  else if (firstTable !== undefined) add({ kind: 'table', table: tableOf(firstTable.rows), lead: points })
  else if (points.length > 0 && charts.length === 0) add({ kind: 'points', points, picture: firstPicture === undefined ? null : pictureOf(firstPicture) })
  else if (points.length > 0) add({ kind: 'points', points, picture: null })
  const isPlaced = contents[0]?.content.kind === 'points' && contents[0].content.picture !== null
  for (const table of otherTables) add({ kind: 'table', table: tableOf(table.rows), lead: [] })
  for (const chart of charts) add(chartOf(chart), chart.caption)
  for (const picture of isPlaced ? otherPictures : pictures) add({ kind: 'picture', picture: pictureOf(picture) }, picture.alt)
  if (contents.length === 0) add({ kind: 'points', points: [], picture: null })
  return contents
}

const plain = (text: string): readonly Inline[] => (text === '' ? [] : [{ text }])

/** Lines by their depth: what stands deeper than the line before it is below that one. */
export const pointsOf = (texts: readonly Text[]): readonly Point[] => {
  const points: Point[] = []
  for (let at = 0; at < texts.length; ) {
    const line = texts[at]
    if (line === undefined) break
    const end = texts.findIndex((other, index) => index > at && other.depth <= line.depth)
    const below = texts.slice(at + 1, end < 0 ? texts.length : end)
    points.push({ inlines: plain(line.text), marker: line.marker, children: pointsOf(below) })
    at += 1 + below.length
  }
  return points
}

const questionOf = ({ stem, options, answer, explanation }: Extract<DeckItem, { kind: 'question' }>): BlockContent => ({
  kind: 'question',
  stem: stem.map(plain),
  options: options.map(({ letter, text }) => ({ letter, inlines: plain(text) })),
  answer,
  explanation: explanation.map(plain),
})

const quoteOf = (texts: readonly Text[]): BlockContent => {
  const source = texts.at(-1)
  const isAttributed = texts.length > 1 && source !== undefined && /^[—―]/.test(source.text)
  return { kind: 'quote', paragraphs: (isAttributed ? texts.slice(0, -1) : texts).map(({ text }) => plain(text)), attribution: isAttributed ? source.text.replace(/^[—―\s]+/, '') : '' }
}

const tableOf = (rows: readonly (readonly string[])[]): TableContent => {
  const width = Math.max(1, ...rows.map((row) => row.length))
  const square = rows.map((row) => Array.from({ length: width }, (_, at) => plain((row[at] ?? '').trim())))
  const [header = [], ...body] = square
  return { header, rows: body, align: header.map(() => null) }
}

const pictureOf = ({ asset, alt, caption, played }: Picture): Extract<BlockContent, { kind: 'picture' }>['picture'] => (played === undefined ? { src: `asset:${asset}`, alt, caption } : { src: `asset:${played}`, alt, caption, poster: { src: `asset:${asset}` } })

const forms: Readonly<Record<string, ChartType>> = { lineChart: 'line', areaChart: 'area', pieChart: 'pie', doughnutChart: 'doughnut', bar3DChart: 'column', barChart: 'column', line3DChart: 'line', pie3DChart: 'pie', ofPieChart: 'pie' }

/** The form in which a talk draws a chart as it is; null where it has none. Of several plots it draws columns under one line. */
const ownFormOf = ({ forms: [first = '', ...others], horizontal, rows }: Chart): ChartType | null => {
  if (others.length > 0) return first === 'barChart' && !horizontal && others.join() === 'lineChart' && (rows[0]?.length ?? 0) > 2 ? 'combined' : null
  const type = forms[first] ?? null
  return type === 'column' && horizontal ? 'bar' : type
}

/** Whether a talk can draw a chart in its own form; others are drawn as columns. */
export const hasOwnForm = (chart: Chart): boolean => ownFormOf(chart) !== null

const chartOf = (chart: Chart): BlockContent => {
  const [header = [], ...rows] = chart.rows
  return {
    kind: 'chart',
    chart: ownFormOf(chart) ?? 'column',
    unit: '',
    source: '',
    categories: rows.map(([category = '']) => category),
    series: header.slice(1).map((name, at) => ({ name, values: rows.map((row) => valueOf(row[at + 1])) })),
  }
}

const valueOf = (text: string | undefined): number | null => {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text.replaceAll(/[,，\s]/g, ''))
  return Number.isFinite(value) ? value : null
}
