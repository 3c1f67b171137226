import { balancedWidth, headingStyle, heightOf, lineCountOf, type ParagraphSpec, plainRun, setParagraphs, steadyWidth, textItem, textOf } from './compose'
import type { LayoutContext } from './context'
import type { Area } from './page'
import type { SceneText } from './scene'
import type { Structure } from './theme'

const TITLE_SIZES = [
  [34, 1],
  [30, 2],
  [28, 2],
  [26, 2],
  [24, 2],
  [22, 2],
  [20, 2],
] as const

const specsAt = (title: string, size: number, structure: Structure): ParagraphSpec[] => [{ runs: [plainRun(title, headingStyle(size, 'ink', structure))], pitch: Math.round(size * 1.3) }]

/** 34 points on one line, 30 and less on two, never three; null when even 20 points do not do. */
export function titleItem(title: string, area: Area, context: LayoutContext): SceneText | null {
  for (const [size, lines] of TITLE_SIZES) {
    const specs = specsAt(title, size, context.structure)
    const full = steadyWidth(area.width, specs)
    const set = setParagraphs(specs, full, context.metrics)
    if (lineCountOf(set) > lines || heightOf(set) > area.height) continue
    const lastLine = textOf(set[0]?.runs ?? []).length - (set[0]?.lineStarts.at(-1) ?? 0)
    // Two or three characters alone on the second line look like a mistake: share the words out.
    const width = lineCountOf(set) > 1 && lastLine < 6 ? balancedWidth(specs, full, context.metrics) : full
    return textItem({ name: 'title', placeholder: 'title', area: { ...area, width }, anchor: 'middle' }, width === full ? set : setParagraphs(specs, width, context.metrics))
  }
  return null
}
