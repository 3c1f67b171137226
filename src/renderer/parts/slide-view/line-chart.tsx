import { namesLines } from '../../../shared/slides/chart-plot'
import { CategoryNames } from './category-names'
import type { PlotProps } from './chart-view'
import { LineMarks } from './line-marks'
import { AxisFigures, GridLines } from './value-grid'

/** Lines with a dot a value. A single line carries its values, several carry their names at their ends and share an axis. */
export function LineChart({ chart, plot, scale }: PlotProps) {
  const alone = chart.series.length === 1
  return (
    <>
      <GridLines plot={plot} scale={scale} />
      {!alone && <AxisFigures chart={chart} plot={plot} scale={scale} />}
      {chart.series.map((series, index) => (
        <LineMarks key={index} chart={chart} plot={plot} scale={scale} series={series} labelled={alone ? 'values' : namesLines(chart) ? 'name' : null} />
      ))}
      <CategoryNames chart={chart} plot={plot} />
    </>
  )
}
