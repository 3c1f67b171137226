import { assertNever } from '../../assert-never'
import { labelWidth } from '../chart-labels'
import { columnsOf, isRound, lineOf, namesLines, plotOf } from '../chart-plot'
import type { SceneChart } from '../scene'
import { axisFigures, categoryNames, gridLines } from './axis-marks'
import { lyingBars, uprightBars } from './bar-marks'
import { pieMarks, ringMarks } from './circle-marks'
import { lineMarks, stackedAreas } from './line-marks'
import { label, type Mark } from './mark'
import type { PointBox } from './point-box'

/** A chart drawn as the exported native one is styled: values at the marks, quiet grid, one colour that speaks. Back to front. */
export const chartMarks = (chart: SceneChart, box: PointBox): readonly Mark[] => [...dataMarks(chart, box), ...(chart.showLegend ? legend(chart, box) : [])]

function dataMarks(chart: SceneChart, box: PointBox): readonly Mark[] {
  const { scale, second, ...inner } = plotOf(chart)
  const plot = { ...inner, x: box.x + inner.x, y: box.y + inner.y }
  if (scale === null) return chart.chart === 'doughnut' ? ringMarks({ chart, plot }) : pieMarks({ chart, plot })
  const on = { chart, box, plot, scale }
  switch (chart.chart) {
    case 'bar':
      return lyingBars(on)
    case 'column':
      return [...uprightBars(on, chart.series, true), ...categoryNames(on)]
    case 'line': {
      // A single line carries its values, several carry their names at their ends and share an axis.
      const isAlone = chart.series.length === 1
      const labelled = isAlone ? 'values' : namesLines(chart) ? 'name' : null
      return [...gridLines(on), ...(isAlone ? [] : axisFigures(on)), ...chart.series.flatMap((series) => lineMarks(on, series, { labelled })), ...categoryNames(on)]
    }
    case 'area':
      return [...gridLines(on), ...axisFigures(on), ...stackedAreas(on), ...categoryNames(on)]
    case 'combined': {
      // A line with another unit has its own figures at the right edge.
      const ofLine = { ...on, scale: second ?? scale }
      return [
        ...gridLines(on),
        ...axisFigures(on),
        ...uprightBars(on, columnsOf(chart), false),
        ...(second ? axisFigures(ofLine, 'right') : []),
        ...lineOf(chart).flatMap((series) => lineMarks(ofLine, series, { labelled: 'values', strong: true })),
        ...categoryNames(on),
      ]
    }
    case 'pie':
    case 'doughnut':
      return []
    default:
      return assertNever(chart.chart)
  }
}

function legend(chart: SceneChart, box: PointBox): readonly Mark[] {
  const size = chart.labelSize
  const top = box.y + box.height - size * 1.5
  const entries = isRound(chart) ? chart.categories.map((name, index) => ({ name, colour: chart.series[0]?.pointColours?.[index] ?? ('accent' as const) })) : chart.series
  const widths = entries.map(({ name }) => size * 1.2 + labelWidth(name, size) + size * 1.2)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const left = box.x + Math.max(0, (box.width - total) / 2)
  return entries.flatMap(({ name, colour }, index): readonly Mark[] => {
    const x = left + widths.slice(0, index).reduce((sum, width) => sum + width, 0)
    return [
      { kind: 'rectangle', x, y: top + size * 0.25, width: size * 0.8, height: size * 0.8, fill: colour },
      label(name, x + size * 1.2, top + size, size),
    ]
  })
}
