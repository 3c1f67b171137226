import { assertNever } from '../../../shared/assert-never'
import { chartMarks } from '../../../shared/slides/drawing/chart-marks'
import type { Mark } from '../../../shared/slides/drawing/mark'
import type { PointBox } from '../../../shared/slides/drawing/point-box'
import type { SceneChart } from '../../../shared/slides/scene'
import { roleColour } from './role-colour'

/** A chart as a picture that a screen reader is told in words. */
export function ChartView({ chart, box }: { readonly chart: SceneChart; readonly box: PointBox }) {
  return (
    <g role="img" aria-label={chart.alt} className="slide-figures">
      {chartMarks(chart, box).map((mark, index) => (
        <MarkView key={index} mark={mark} />
      ))}
    </g>
  )
}

function MarkView({ mark }: { readonly mark: Mark }) {
  switch (mark.kind) {
    case 'rectangle':
      return <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} style={{ fill: roleColour(mark.fill) }} />
    case 'circle':
      return <circle cx={mark.x} cy={mark.y} r={mark.radius} style={{ fill: roleColour(mark.fill) }} />
    case 'path':
      return <path d={mark.path} style={{ fill: roleColour(mark.fill), stroke: roleColour(mark.stroke?.colour ?? null), strokeWidth: mark.stroke?.width, strokeLinejoin: 'round' }} />
    case 'label':
      return (
        <text x={mark.x} y={mark.y} fontSize={mark.size} fontWeight={mark.bold ? 700 : 400} textAnchor={mark.align} style={{ fill: roleColour(mark.colour) }}>
          {mark.text}
        </text>
      )
    default:
      return assertNever(mark)
  }
}
