import { notoSansSc } from '../../../shared/slides/font-metrics'
import { sliceRuns } from '../../../shared/slides/flow'
import type { SceneParagraph, SceneText, TextRun } from '../../../shared/slides/scene'
import { emuToPoints } from '../../../shared/units'
import { roleColour } from './role-colour'

/** A rectangle in points. */
export type PointBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The bullet of Arial, PowerPoint's own: its centre from the left and above the baseline, and its radius, in ems. */
const DOT = { centre: 0.175, height: 0.365, radius: 0.13 }

type ParagraphsProps = { readonly paragraphs: readonly SceneParagraph[]; readonly box: PointBox; readonly anchor: SceneText['anchor'] }

const heightOf = (paragraphs: readonly SceneParagraph[]): number => paragraphs.reduce((sum, { spaceBefore, pitch, lineStarts }) => sum + spaceBefore + pitch * lineStarts.length, 0)
const largest = (runs: readonly TextRun[]): number => Math.max(0, ...runs.map(({ style }) => style.size))

/** Paragraphs in their box, each line exactly where the layout broke it; one `<text>` a paragraph, so that it is read and copied as one. */
export function ParagraphsView({ paragraphs, box, anchor }: ParagraphsProps) {
  const free = box.height - heightOf(paragraphs)
  let y = box.y + (anchor === 'top' ? 0 : anchor === 'middle' ? free / 2 : free)
  return paragraphs.map((paragraph, index) => {
    y += paragraph.spaceBefore
    const top = y
    y += paragraph.pitch * paragraph.lineStarts.length
    return <ParagraphView key={index} paragraph={paragraph} box={box} top={top} />
  })
}

function ParagraphView({ paragraph, box, top }: { readonly paragraph: SceneParagraph; readonly box: PointBox; readonly top: number }) {
  const { runs, align, lineStarts, pitch, marker } = paragraph
  const indent = emuToPoints(paragraph.indent)
  const hang = emuToPoints(paragraph.hang ?? paragraph.indent)
  const text = runs.map((run) => run.text).join('')
  const x = align === 'left' ? box.x + indent : align === 'center' ? box.x + (box.width + indent) / 2 : box.x + box.width
  // With exact line spacing the descent stands on the line's foot (as LibreOffice and PowerPoint set it).
  const baseline = (line: number): number => top + pitch * (line + 1) - notoSansSc.descent * largest(runs)
  const first = runs[0]
  return (
    <>
      {marker && first && <MarkerView marker={marker} x={box.x + indent - hang} baseline={baseline(0)} size={first.style.size} />}
      <text textAnchor={align === 'left' ? 'start' : align === 'center' ? 'middle' : 'end'}>
        {lineStarts.map((start, line) => {
          const end = lineStarts[line + 1] ?? text.length
          const shown = align === 'left' ? end : start + text.slice(start, end).trimEnd().length
          return sliceRuns(runs, start, shown).map((run, index) => (
            <tspan
              key={`${line}.${index}`}
              {...(index === 0 ? { x, y: baseline(line) } : {})}
              fontSize={run.style.size}
              fontWeight={run.style.bold ? 700 : 400}
              fontStyle={run.italic ? 'italic' : undefined}
              textDecoration={run.href ? 'underline' : undefined}
              className={run.style.font === 'heading' ? 'slide-heading' : undefined}
              style={{ fill: roleColour(run.style.colour) }}
            >
              {run.text}
            </tspan>
          ))
        })}
      </text>
    </>
  )
}

/** A dot has the shape it has in the Latin part of typefaces, as programs draw it; Noto Sans SC would set it in the middle of an em. */
function MarkerView({ marker, x, baseline, size }: { readonly marker: NonNullable<SceneParagraph['marker']>; readonly x: number; readonly baseline: number; readonly size: number }) {
  const style = { fill: roleColour(marker.colour) }
  if (marker.text === '•') return <circle aria-hidden cx={x + size * DOT.centre} cy={baseline - size * DOT.height} r={size * DOT.radius} style={style} />
  return (
    <text aria-hidden x={x} y={baseline} fontSize={size} style={style}>
      {marker.text}
    </text>
  )
}
