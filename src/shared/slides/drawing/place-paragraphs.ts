import { emuToPoints } from '../../units'
import { heightOf } from '../compose'
import { sliceRuns } from '../flow'
import { notoSansSc } from '../font-metrics'
import type { SceneParagraph, SceneText, TextRun } from '../scene'
import type { ColourRole } from '../theme'
import type { PointBox } from './point-box'

/** The bullet of Arial, PowerPoint's own: its centre from the left and above the baseline, and its radius, in ems. */
const DOT = { centre: 0.175, height: 0.365, radius: 0.13 }

/** A bullet is a dot of its own: Noto Sans SC would set it in the middle of an em. Positions in points on the slide. */
export type PlacedMarker = { readonly colour: ColourRole } & ({ readonly kind: 'dot'; readonly x: number; readonly y: number; readonly radius: number } | { readonly kind: 'text'; readonly text: string; readonly x: number; readonly y: number; readonly size: number })

/** A paragraph with the place of each of its lines: `x` is where a line begins, has its middle or ends, as `align` says; baselines are points on the slide. */
export type PlacedParagraph = {
  readonly align: 'start' | 'middle' | 'end'
  readonly x: number
  readonly marker: PlacedMarker | null
  readonly lines: readonly { readonly baseline: number; readonly runs: readonly TextRun[] }[]
}

const largest = (runs: readonly TextRun[]): number => Math.max(0, ...runs.map(({ style }) => style.size))

/** Paragraphs in their box, each line exactly where the layout broke it. */
export function placeParagraphs(paragraphs: readonly SceneParagraph[], box: PointBox, anchor: SceneText['anchor']): readonly PlacedParagraph[] {
  const free = box.height - heightOf(paragraphs)
  let y = box.y + (anchor === 'top' ? 0 : anchor === 'middle' ? free / 2 : free)
  return paragraphs.map((paragraph) => {
    y += paragraph.spaceBefore
    const top = y
    y += paragraph.pitch * paragraph.lineStarts.length
    return place(paragraph, box, top)
  })
}

function place({ runs, align, lineStarts, pitch, marker, ...paragraph }: SceneParagraph, box: PointBox, top: number): PlacedParagraph {
  const indent = emuToPoints(paragraph.indent)
  const hang = emuToPoints(paragraph.hang ?? paragraph.indent)
  const text = runs.map((run) => run.text).join('')
  // With exact line spacing the descent stands on the line's foot (as LibreOffice and PowerPoint set it).
  const baseline = (line: number): number => top + pitch * (line + 1) - notoSansSc.descent * largest(runs)
  const first = runs[0]
  return {
    align: align === 'left' ? 'start' : align === 'center' ? 'middle' : 'end',
    x: align === 'left' ? box.x + indent : align === 'center' ? box.x + (box.width + indent) / 2 : box.x + box.width,
    marker: marker && first ? placeMarker(marker, box.x + indent - hang, baseline(0), first.style.size) : null,
    lines: lineStarts.map((start, line) => {
      const end = lineStarts[line + 1] ?? text.length
      return { baseline: baseline(line), runs: sliceRuns(runs, start, align === 'left' ? end : start + text.slice(start, end).trimEnd().length) }
    }),
  }
}

const placeMarker = ({ text, colour }: NonNullable<SceneParagraph['marker']>, x: number, y: number, size: number): PlacedMarker =>
  text === '•' ? { kind: 'dot', colour, x: x + size * DOT.centre, y: y - size * DOT.height, radius: size * DOT.radius } : { kind: 'text', colour, text, x, y, size }
