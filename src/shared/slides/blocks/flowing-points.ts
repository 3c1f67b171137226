import type { Point } from '../../model/block'
import { heightOf, type ParagraphSpec, setParagraphs, steadyWidth, textItem } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { paginate } from '../flow'
import { type Area, BASELINE_STEP, columnsOf } from '../page'
import type { SceneText } from '../scene'
import { charactersOf, pointSpecs, sizesFor } from './point-specs'

const MOST_POINTS = 6
const MOST_CHARACTERS = 90
/** A slide read from the back row holds no more than this, whatever fits. */
const MOST_CHARACTERS_SMALL = 220

const firstLevel = (specs: readonly ParagraphSpec[]): number => specs.filter(({ level }) => (level ?? 0) === 0).length
const fits = (specs: readonly ParagraphSpec[], area: Area, context: LayoutContext): boolean => heightOf(setParagraphs(specs, steadyWidth(area.width, specs), context.metrics)) <= area.height

/** The largest of `sizes` at which all points stand in `area`; null when they do not even at the smallest. */
export function fittingSize(points: readonly Point[], area: Area, sizes: readonly number[], context: LayoutContext): number | null {
  return sizes.find((size) => fits(pointSpecs(points, sizesFor(size)), area, context)) ?? null
}

/** Opens the space between points, up to one line and a bit, when a short list would huddle at the top. */
function opened(specs: readonly ParagraphSpec[], area: Area, context: LayoutContext): ParagraphSpec[] {
  const height = heightOf(setParagraphs(specs, steadyWidth(area.width, specs), context.metrics))
  const gaps = Math.max(1, firstLevel(specs) - 1)
  const size = specs[0]?.runs[0]?.style.size ?? 26
  const more = Math.max(0, Math.min(size * 0.75, ((area.height - height) * 0.5) / gaps))
  return specs.map((spec) => ((spec.level ?? 0) === 0 ? { ...spec, spaceBefore: (spec.spaceBefore ?? 0) + Math.floor(more) } : spec))
}

/** Sets points into `area`; short content stands a little lower, near the optical middle, instead of over a void. */
export function setInto(specs: readonly ParagraphSpec[], area: Area, placeholder: SceneText['placeholder'], context: LayoutContext): SceneText {
  const spread = opened(specs, area, context)
  const width = steadyWidth(area.width, spread)
  const paragraphs = setParagraphs(spread, width, context.metrics)
  const free = area.height - heightOf(paragraphs)
  const drop = free > area.height * 0.3 ? Math.floor((free * 0.3) / BASELINE_STEP) * BASELINE_STEP : 0
  return textItem({ name: placeholder ?? 'text', placeholder, area: { x: area.x, y: area.y + drop, width, height: area.height - drop } }, paragraphs)
}

/** Splits paragraphs into two columns of nearly equal height, between points of the first level. */
function halves(specs: readonly ParagraphSpec[], width: number, context: LayoutContext): [ParagraphSpec[], ParagraphSpec[]] {
  const cuts = specs.flatMap((spec, index) => (index > 0 && (spec.level ?? 0) === 0 ? [index] : []))
  const height = (part: readonly ParagraphSpec[]): number => heightOf(setParagraphs(part, width, context.metrics))
  const taller = (cut: number): number => Math.max(height(specs.slice(0, cut)), height(specs.slice(cut)))
  const best = cuts.reduce<number | null>((found, cut) => (found === null || taller(cut) < taller(found) ? cut : found), null) ?? specs.length
  return [specs.slice(0, best), specs.slice(best)]
}

function inTwoColumns(points: readonly Point[], area: Area, context: LayoutContext): SlideDraft | null {
  const [left, right] = columnsOf(area, 2, context.page.columnGap)
  if (!left || !right) return null
  for (const size of [24, 22, 20]) {
    const specs = pointSpecs(points, sizesFor(size))
    const [first, second] = halves(specs, steadyWidth(left.width, specs), context)
    if (second.length === 0 || !fits(first, left, context) || !fits(second, right, context)) continue
    // Both columns start on one line and keep one rhythm: no opening, no drop.
    const set = (part: ParagraphSpec[], column: Area, placeholder: 'body' | 'body-2'): SceneText => {
      const width = steadyWidth(column.width, specs)
      return textItem({ name: placeholder, placeholder, area: { ...column, width } }, continueNumbering(setParagraphs(part, width, context.metrics)))
    }
    return { layout: 'two-columns', items: [set(first, left, 'body'), set(second, right, 'body-2')] }
  }
  return null
}

/** Numbers that PowerPoint would start again at 1 in a second box are written as they are. */
const continueNumbering = (paragraphs: SceneText['paragraphs']): SceneText['paragraphs'] => {
  const numbers = paragraphs.flatMap(({ marker, level }) => (marker?.auto === 'arabic-period' && level === 0 ? [marker.text] : []))
  if (numbers.length === 0 || numbers[0] === '1.') return paragraphs
  return paragraphs.map((paragraph) => (paragraph.marker?.auto === 'arabic-period' ? { ...paragraph, marker: { ...paragraph.marker, auto: 'none' as const } } : paragraph))
}

/**
 * Points on as few slides as read well: one column at 26–20 pt; more than six points or ninety characters try two columns; what is still too much continues
 * on a further slide.
 */
export function flowPoints(points: readonly Point[], area: Area, layout: SlideDraft['layout'], context: LayoutContext, options: { readonly columns: boolean } = { columns: true }): SlideDraft[] {
  const specsAt = (size: number): ParagraphSpec[] => pointSpecs(points, sizesFor(size))
  const count = firstLevel(specsAt(26))
  const characters = charactersOf(specsAt(26))
  const one = (size: number): SlideDraft[] => [{ layout, items: [setInto(specsAt(size), area, 'body', context)] }]

  const calm = count <= MOST_POINTS && characters <= MOST_CHARACTERS
  if (calm) {
    const size = fittingSize(points, area, count <= 3 && characters <= 50 ? [30, 28, 26, 24] : [26, 24], context)
    if (size !== null) return one(size)
  }
  if (options.columns && count > MOST_POINTS && characters <= MOST_CHARACTERS_SMALL) {
    const columns = inTwoColumns(points, area, context)
    if (columns) return [columns]
  }
  if (count <= MOST_POINTS + 1 && characters <= MOST_CHARACTERS_SMALL) {
    const size = fittingSize(points, area, [26, 24, 22, 20], context)
    if (size !== null) return one(size)
  }
  const specs = specsAt(characters > 400 ? 22 : 24)
  return paginate(specs, steadyWidth(area.width, specs), area.height * 0.92, context.metrics).map((page) => {
    const text = setInto(page, area, 'body', context)
    return { layout, items: [{ ...text, paragraphs: continueNumbering(text.paragraphs) }] }
  })
}
