import { figure } from '../../../shared/slides/chart-labels'
import { type Scale, share } from '../../../shared/slides/chart-scale'
import type { SceneChart } from '../../../shared/slides/scene'
import type { PointBox } from './paragraphs-view'
import { roleColour } from './role-colour'

type AxisProps = { readonly chart: SceneChart; readonly plot: PointBox; readonly scale: Scale }

const heightAt = ({ plot, scale }: Pick<AxisProps, 'plot' | 'scale'>, value: number): number => plot.y + (1 - share(scale, value)) * plot.height

/** Quiet lines across the plot at every tick of the value axis, the lowest a little stronger. */
export function GridLines({ plot, scale }: Pick<AxisProps, 'plot' | 'scale'>) {
  return scale.ticks.map((tick) => <rect key={tick} x={plot.x} y={heightAt({ plot, scale }, tick) - 0.4} width={plot.width} height={0.75} style={{ fill: roleColour(tick === scale.low ? 'neutral-3' : 'neutral-2') }} />)
}

/** The figures of a value axis, beside the plot. */
export function AxisFigures({ chart, plot, scale, side = 'left' }: AxisProps & { readonly side?: 'left' | 'right' }) {
  const size = chart.labelSize
  const x = side === 'left' ? plot.x - size * 0.4 : plot.x + plot.width + size * 0.4
  return scale.ticks.map((tick) => (
    <text key={tick} x={x} y={heightAt({ plot, scale }, tick) + size * 0.36} fontSize={size} textAnchor={side === 'left' ? 'end' : 'start'} style={{ fill: roleColour('neutral-4') }}>
      {figure(tick)}
    </text>
  ))
}
