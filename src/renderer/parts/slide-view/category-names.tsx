import { labelLines } from '../../../shared/slides/chart-labels'
import type { SceneChart } from '../../../shared/slides/scene'
import type { PointBox } from './paragraphs-view'

/** The names of categories under a plot, each in the middle of its band. */
export function CategoryNames({ chart, plot }: { readonly chart: SceneChart; readonly plot: PointBox }) {
  const size = chart.labelSize
  const band = plot.width / Math.max(1, chart.categories.length)
  return chart.categories.map((category, index) =>
    labelLines(category, size, band - size * 0.4).map((line, number) => (
      <text key={`${index}.${number}`} x={plot.x + band * (index + 0.5)} y={plot.y + plot.height + size * (1.3 + 1.3 * number)} fontSize={size} textAnchor="middle">
        {line}
      </text>
    )),
  )
}
