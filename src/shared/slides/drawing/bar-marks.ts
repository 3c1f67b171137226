import { figure, labelLines } from '../chart-labels'
import { barsIn } from '../chart-plot'
import { share } from '../chart-scale'
import type { SceneChart } from '../scene'
import { across, bandOf, down, heightAt, type PlotIn } from './axis-marks'
import { label, type Mark } from './mark'

/** Lying bars from zero, the first of the table on top, values at their ends. */
export function lyingBars({ chart, box, plot, scale }: PlotIn): readonly Mark[] {
  const size = chart.labelSize
  const at = (value: number): number => plot.x + share(scale, value) * plot.width
  const band = plot.height / Math.max(1, chart.categories.length)
  const bars = barsIn(band, chart.series.length)
  const marks = chart.categories.flatMap((category, index): readonly Mark[] => {
    const top = plot.y + band * index
    const lines = labelLines(category, size, plot.x - box.x - size * 0.8 + 1)
    return [
      ...lines.map((line, number) => label(line, plot.x - size * 0.5, top + band / 2 + size * 0.36 + (number - (lines.length - 1) / 2) * size * 1.2, size, { align: 'end' })),
      ...chart.series.flatMap(({ values, colour, pointColours }, number): readonly Mark[] => {
        const value = values[index]
        if (value === null || value === undefined) return []
        const y = top + bars.at(number)
        return [
          { kind: 'rectangle', x: Math.min(at(0), at(value)), y, width: Math.abs(at(value) - at(0)), height: bars.thickness, fill: pointColours?.[index] ?? colour },
          label(figure(value), Math.max(at(0), at(value)) + size * 0.2, y + bars.thickness / 2 + size * 0.36, size),
        ]
      }),
    ]
  })
  return [...marks, down({ plot }, at(0))]
}

/**
 * Bars from zero, one a series in the band of each category, on a quiet line.
 * @param labelled with their values above them
 */
export function uprightBars({ chart, plot, scale }: Omit<PlotIn, 'box'>, series: SceneChart['series'], labelled: boolean): readonly Mark[] {
  const size = chart.labelSize
  const at = (value: number): number => heightAt({ plot, scale }, value)
  const band = bandOf({ chart, plot })
  const bars = barsIn(band, series.length)
  const marks = chart.categories.flatMap((_, category) =>
    series.flatMap(({ values, colour, pointColours }, number): readonly Mark[] => {
      const value = values[category]
      if (value === null || value === undefined) return []
      const x = plot.x + band * category + bars.at(number)
      const y = Math.min(at(value), at(0))
      return [
        { kind: 'rectangle', x, y, width: bars.thickness, height: Math.abs(at(value) - at(0)), fill: pointColours?.[category] ?? colour },
        ...(labelled ? [label(figure(value), x + bars.thickness / 2, value < 0 ? at(value) + size * 1.1 : y - size * 0.4, size, { align: 'middle' })] : []),
      ]
    }),
  )
  return [...marks, across({ plot }, at(0), 'neutral-3')]
}
