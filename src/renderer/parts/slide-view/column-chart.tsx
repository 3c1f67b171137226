import { CategoryNames } from './category-names'
import type { PlotProps } from './chart-view'
import { UprightBars } from './upright-bars'

/** Upright bars from zero with their values above them. */
export function ColumnChart({ chart, plot, scale }: PlotProps) {
  return (
    <>
      <UprightBars chart={chart} plot={plot} scale={scale} series={chart.series} labelled />
      <CategoryNames chart={chart} plot={plot} />
    </>
  )
}
