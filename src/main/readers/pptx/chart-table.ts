import { childOf, childrenOf, isElement, wholeNumber, type XmlElement } from '../ooxml/xml'

/** More points or series than a slide can show; a claim of more in `idx` is not believed. */
const MOST_POINTS = 2000
const MOST_SERIES = 64

const textOf = (element: XmlElement | undefined): string => element?.children.filter((child) => typeof child === 'string').join('') ?? ''
const allText = (element: XmlElement): string => (element.name === 'a:t' ? textOf(element) : element.children.filter(isElement).map(allText).join(''))

/** Values stand as the binary number was printed: 4.2999999999999998 is 4.3. */
const tidy = (value: string): string => (/^-?\d*\.\d{10,}(?:e[-+]?\d+)?$/i.test(value) ? String(Number(Number(value).toPrecision(12))) : value.trim())

/** Points of a cached reference or literal (`c:strRef`, `c:numRef`, `c:strLit`, `c:numLit`; §21.2.2.24 and on), by their index. Levels of a category are joined, outermost first. */
const pointsOf = (holder: XmlElement | undefined): string[] => {
  const source = holder?.children.filter(isElement)[0]
  if (source === undefined) return []
  const cache = childOf(source, 'c:strCache') ?? childOf(source, 'c:numCache') ?? childOf(source, 'c:multiLvlStrCache') ?? source
  const levels = childrenOf(cache, 'c:lvl')
  const rows = (levels.length > 0 ? levels.toReversed() : [cache]).map((level) => {
    const points: string[] = []
    for (const point of childrenOf(level, 'c:pt')) {
      const index = wholeNumber(point.attributes.get('idx')) ?? points.length
      if (index >= 0 && index < MOST_POINTS) points[index] = tidy(textOf(childOf(point, 'c:v')))
    }
    return points
  })
  const length = Math.max(0, ...rows.map((points) => points.length))
  return Array.from({ length }, (_, at) => rows.map((points) => points[at] ?? '').filter((text) => text !== '').join(' / '))
}

const seriesOf = (element: XmlElement): XmlElement[] => element.children.filter(isElement).flatMap((child) => (child.name === 'c:ser' ? [child] : child.name.startsWith('c:') ? seriesOf(child) : []))

export type ChartTable = {
  /** Empty without. */
  readonly title: string
  /** The elements of its plots without their prefix, in order: `barChart`, `lineChart`, `pieChart`, `doughnutChart`, `areaChart`, … (§21.2.2). */
  readonly forms: readonly string[]
  /** Bars lie. */
  readonly horizontal: boolean
  /** The header first, the names of the series in it; no rows where nothing was cached. */
  readonly rows: readonly (readonly string[])[]
}

/**
 * The data of a chart as it was cached when the file was saved; the embedded workbook is never opened.
 * @param root the chart part.
 */
export const chartTable = (root: XmlElement): ChartTable => {
  const chart = childOf(root, 'c:chart')
  const title = childOf(chart, 'c:title')
  const plotArea = childOf(chart, 'c:plotArea')
  const series = plotArea === undefined ? [] : seriesOf(plotArea).slice(0, MOST_SERIES)
  const columns = series.map((one, at) => ({
    name: pointsOf(childOf(one, 'c:tx')).join(' ') || textOf(childOf(childOf(one, 'c:tx'), 'c:v')) || String(at + 1),
    categories: pointsOf(childOf(one, 'c:cat') ?? childOf(one, 'c:xVal')),
    values: pointsOf(childOf(one, 'c:val') ?? childOf(one, 'c:yVal')),
  }))
  const categories = columns.map((column) => column.categories).reduce((longest, own) => (own.length > longest.length ? own : longest), [])
  const length = Math.max(categories.length, 0, ...columns.map(({ values }) => values.length))
  const rows = Array.from({ length }, (_, at) => [categories[at] ?? '', ...columns.map(({ values }) => values[at] ?? '')])
  const plots = plotArea?.children.filter(isElement).filter(({ name }) => /^c:\w+Chart$/.test(name)) ?? []
  return { title: title === undefined ? '' : allText(title).trim(), forms: plots.map(({ name }) => name.slice(2)), horizontal: childOf(plots[0], 'c:barDir')?.attributes.get('val') === 'bar', rows: length === 0 ? [] : [['', ...columns.map(({ name }) => name)], ...rows] }
}
