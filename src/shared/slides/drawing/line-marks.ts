import { figure } from '../chart-labels'
import { stackedEdges } from '../chart-plot'
import type { SceneChart } from '../scene'
import { bandOf, heightAt, type PlotIn } from './axis-marks'
import { along, label, type Mark } from './mark'

const DOT = 4
const STROKE = 3

type LineLook = { /** Its values above the dots, its name at its end, or nothing. */ readonly labelled: 'values' | 'name' | null; /** Figures that stand over something else. */ readonly strong?: boolean }

/** A line with a dot a value; a missing value interrupts it. */
export function lineMarks({ chart, plot, scale }: Omit<PlotIn, 'box'>, { name, values, colour }: SceneChart['series'][number], { labelled, strong = false }: LineLook): readonly Mark[] {
  const size = chart.labelSize
  const band = bandOf({ chart, plot })
  const x = (category: number): number => plot.x + band * (category + 0.5)
  const y = (value: number): number => heightAt({ plot, scale }, value)
  const known = values.flatMap((value, category) => (value === null || category >= chart.categories.length ? [] : [{ value, category }]))
  const last = known.at(-1)
  return [
    ...withoutGaps(values.slice(0, chart.categories.length)).map((run): Mark => ({ kind: 'path', path: along(run.map(([category, value]) => [x(category), y(value)])), fill: null, stroke: { colour, width: STROKE } })),
    ...known.flatMap(({ value, category }): readonly Mark[] => [
      { kind: 'circle', x: x(category), y: y(value), radius: DOT, fill: colour },
      ...(labelled === 'values' ? [label(figure(value), x(category), y(value) - size * 0.7, size, { align: 'middle', bold: strong })] : []),
    ]),
    ...(labelled === 'name' && last ? [label(name, x(last.category) + DOT + size * 0.4, y(last.value) + size * 0.36, size, { bold: true, colour })] : []),
  ]
}

/** Stretches of a series without gaps. */
function withoutGaps(values: readonly (number | null)[]): (readonly [number, number])[][] {
  const found: (readonly [number, number])[][] = [[]]
  values.forEach((value, category) => {
    if (value === null) found.push([])
    else found.at(-1)?.push([category, value])
  })
  return found.filter(({ length }) => length > 1)
}

/** Areas that stand on one another. */
export function stackedAreas({ chart, plot, scale }: Omit<PlotIn, 'box'>): readonly Mark[] {
  const band = bandOf({ chart, plot })
  const edges = stackedEdges(chart)
  const point = (height: number, category: number): readonly [number, number] => [plot.x + band * (category + 0.5), heightAt({ plot, scale }, height)]
  return chart.series.map(({ colour }, index): Mark => {
    const upper = edges[index] ?? []
    const lower = edges[index - 1] ?? upper.map(() => 0)
    return { kind: 'path', path: `${along([...upper.map(point), ...lower.map(point).toReversed()])} Z`, fill: colour }
  })
}
