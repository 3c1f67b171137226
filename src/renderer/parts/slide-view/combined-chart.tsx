import { columnsOf, lineOf } from '../../../shared/slides/chart-plot'
import type { Scale } from '../../../shared/slides/chart-scale'
import { CategoryNames } from './category-names'
import type { PlotProps } from './chart-view'
import { LineMarks } from './line-marks'
import { UprightBars } from './upright-bars'
import { AxisFigures, GridLines } from './value-grid'

/** Columns and a line over them, whose values are written at it; a line with another unit has its own figures at the right edge. */
export function CombinedChart({ chart, plot, scale, second }: PlotProps & { readonly second: Scale | null }) {
  return (
    <>
      <GridLines plot={plot} scale={scale} />
      <AxisFigures chart={chart} plot={plot} scale={scale} />
      <UprightBars chart={chart} plot={plot} scale={scale} series={columnsOf(chart)} labelled={false} />
      {second && <AxisFigures chart={chart} plot={plot} scale={second} side="right" />}
      {lineOf(chart).map((series, index) => (
        <LineMarks key={index} chart={chart} plot={plot} scale={second ?? scale} series={series} labelled="values" strong />
      ))}
      <CategoryNames chart={chart} plot={plot} />
    </>
  )
}
