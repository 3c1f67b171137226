import { headingStyle, heightOf, lineCountOf, type ParagraphSpec, plainRun, setParagraphs, textItem, textOf } from './compose'
import type { LayoutContext } from './context'
import type { Area } from './page'
import type { SceneText } from './scene'
import type { Structure } from './theme'
import { balancedWidth, steadyWidth } from './text-width'

const TITLE_SIZES = [
  [30, 2],
  [28, 2],
  [26, 2],
  [24, 2],
  [22, 2],
  [20, 2],
] as const

/** The largest size is for titles of one line. */
const sizesFrom = (largest: number): readonly (readonly [size: number, lines: number])[] => [[largest, 1], ...TITLE_SIZES.filter(([size]) => size < largest)]

const specsAt = (title: string, size: number, align: ParagraphSpec['align'], structure: Structure): ParagraphSpec[] => [{ runs: [plainRun(title, headingStyle(size, 'ink', structure))], align, pitch: Math.round(size * 1.3) }]

/** The design's size (34 points in ours) on one line, 30 and less on two, never three; null when even 20 points do not do. */
export function titleItem(title: string, area: Area, context: LayoutContext): SceneText | null {
  const { size: largest, align, anchor } = context.page.titleType
  for (const [size, lines] of sizesFrom(largest)) {
    const specs = specsAt(title, size, align, context.structure)
    const full = steadyWidth(area.width, specs, context.metrics)
    const set = setParagraphs(specs, full, context.metrics)
    if (lineCountOf(set) > lines || heightOf(set) > area.height) continue
    const lastLine = textOf(set[0]?.runs ?? []).length - (set[0]?.lineStarts.at(-1) ?? 0)
    // Two or three characters alone on the second line look like a mistake: share the words out.
    const width = lineCountOf(set) > 1 && lastLine < 6 ? balancedWidth(specs, full, context.metrics) : full
    const x = area.x + (align === 'left' ? 0 : (area.width - width) * (align === 'center' ? 0.5 : 1))
    return textItem({ name: 'title', placeholder: 'title', area: { ...area, x, width }, anchor }, width === full ? set : setParagraphs(specs, width, context.metrics))
  }
  return null
}
