import { figure } from '../../../shared/slides/chart-labels'
import { barsIn } from '../../../shared/slides/chart-plot'
import { share } from '../../../shared/slides/chart-scale'
import type { SceneChart } from '../../../shared/slides/scene'
import type { PlotProps } from './chart-view'
import { roleColour } from './role-colour'

type UprightBarsProps = Pick<PlotProps, 'chart' | 'plot' | 'scale'> & { readonly series: SceneChart['series']; /** With their values above them. */ readonly labelled: boolean }

/** Bars from zero, one a series in the band of each category, on a quiet line. */
export function UprightBars({ chart, plot, scale, series, labelled }: UprightBarsProps) {
  const size = chart.labelSize
  const at = (value: number): number => plot.y + (1 - share(scale, value)) * plot.height
  const band = plot.width / Math.max(1, chart.categories.length)
  const bars = barsIn(band, series.length)
  return (
    <>
      {chart.categories.map((_, category) =>
        series.map(({ values, colour, pointColours }, number) => {
          const value = values[category]
          if (value === null || value === undefined) return null
          const x = plot.x + band * category + bars.at(number)
          const y = Math.min(at(value), at(0))
          return (
            <g key={`${category}.${number}`}>
              <rect x={x} y={y} width={bars.thickness} height={Math.abs(at(value) - at(0))} style={{ fill: roleColour(pointColours?.[category] ?? colour) }} />
              {labelled && (
                <text x={x + bars.thickness / 2} y={value < 0 ? at(value) + size * 1.1 : y - size * 0.4} fontSize={size} textAnchor="middle">
                  {figure(value)}
                </text>
              )}
            </g>
          )
        }),
      )}
      <rect x={plot.x} y={at(0) - 0.4} width={plot.width} height={0.75} style={{ fill: roleColour('neutral-3') }} />
    </>
  )
}
