import type { Point } from '../../model/block'
import { heightOf, type ParagraphSpec, setParagraphs, textItem, textOf } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { paginate } from '../flow'
import { type Area, BASELINE_STEP, columnsOf } from '../page'
import { card, filled } from '../shapes'
import { emuToPoints } from '../../units'
import type { SceneParagraph, SceneShape, SceneText } from '../scene'
import { charactersOf, pointSpecs, sizesFor } from './point-specs'
import { steadyWidth } from '../text-width'

const MOST_POINTS = 6
const MOST_CHARACTERS = 90
/** A slide read from the back row holds no more than this, whatever fits. */
const MOST_CHARACTERS_SMALL = 220
/** A last line of this many characters or fewer is a widow: 底／稿？ */
const SHORTEST_LAST_LINE = 2

const firstLevel = (specs: readonly ParagraphSpec[]): number => specs.filter(({ level }) => (level ?? 0) === 0).length
const fits = (specs: readonly ParagraphSpec[], area: Area, context: LayoutContext): boolean => heightOf(setParagraphs(specs, steadyWidth(area.width, specs, context.metrics), context.metrics)) <= area.height

/** One size down, or two, is a small price for a paragraph that does not end with a character alone on its line. */
const SIZES_TRIED = 3

/** The largest of `sizes` at which all points stand in `area` and end well; null when they do not stand even at the smallest. */
export function fittingSize(points: readonly Point[], area: Area, sizes: readonly number[], context: LayoutContext): number | null {
  const fitting: number[] = []
  for (const size of sizes) {
    const specs = pointSpecs(points, sizesFor(size))
    const paragraphs = setParagraphs(specs, steadyWidth(area.width, specs, context.metrics), context.metrics)
    if (heightOf(paragraphs) > area.height) continue
    if (!paragraphs.some(leavesWidow)) return size
    fitting.push(size)
    if (fitting.length === SIZES_TRIED) break
  }
  return fitting[0] ?? null
}

const leavesWidow = ({ runs, lineStarts }: SceneParagraph): boolean => lineStarts.length > 1 && textOf(runs).length - (lineStarts.at(-1) ?? 0) <= SHORTEST_LAST_LINE

/** Opens the space between points, up to a line and a half, when a short list would huddle at the top. */
export function opened(specs: readonly ParagraphSpec[], area: Area, context: LayoutContext): ParagraphSpec[] {
  const height = heightOf(setParagraphs(specs, steadyWidth(area.width, specs, context.metrics), context.metrics))
  const gaps = Math.max(1, firstLevel(specs) - 1)
  const size = specs[0]?.runs[0]?.style.size ?? 26
  const more = Math.max(0, Math.min(size, ((area.height - height) * 0.5) / gaps))
  return specs.map((spec) => ((spec.level ?? 0) === 0 ? { ...spec, spaceBefore: (spec.spaceBefore ?? 0) + Math.floor(more) } : spec))
}

/** How far content that leaves `free` of `height` moves down towards the optical middle. */
const dropFor = (free: number, height: number): number => (free > height * 0.3 ? Math.floor((free * 0.3) / BASELINE_STEP) * BASELINE_STEP : 0)

/** Hairlines half-way between the points of the first level: a short list becomes rows that span the page. */
function hairlines(text: SceneText, area: Area): SceneShape[] {
  let y: number = emuToPoints(text.box.y)
  return text.paragraphs.flatMap((paragraph, index) => {
    const middle = y + paragraph.spaceBefore / 2
    y = y + paragraph.spaceBefore + paragraph.pitch * paragraph.lineStarts.length
    return index > 0 && paragraph.level === 0 ? [filled(`hairline-${index}`, { x: area.x, y: middle - 0.375, width: area.width, height: 0.75 }, 'neutral-2')] : []
  })
}

/** Sets points into `area`; short content stands a little lower, near the optical middle, instead of over a void. */
export function setInto(specs: readonly ParagraphSpec[], area: Area, placeholder: SceneText['placeholder'], context: LayoutContext, settle: boolean = true): SceneText {
  const spread = opened(specs, area, context)
  const width = steadyWidth(area.width, spread, context.metrics)
  const paragraphs = setParagraphs(spread, width, context.metrics)
  const drop = settle ? dropFor(area.height - heightOf(paragraphs), area.height) : 0
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
  for (const size of [26, 24, 22, 20]) {
    const specs = pointSpecs(points, sizesFor(size))
    const [first, second] = halves(specs, steadyWidth(left.width, specs, context.metrics), context)
    if (second.length === 0 || !fits(first, left, context) || !fits(second, right, context)) continue
    // Both columns start on one line and keep one rhythm, that of the fuller one.
    const width = steadyWidth(left.width, specs, context.metrics)
    const spaces = [first, second].map((part) => opened(part, left, context).map(({ spaceBefore }, index) => (spaceBefore ?? 0) - (part[index]?.spaceBefore ?? 0)))
    const more = Math.min(...spaces.map((space) => Math.max(0, ...space)))
    const spread = (part: readonly ParagraphSpec[]) => part.map((spec) => ((spec.level ?? 0) === 0 ? { ...spec, spaceBefore: (spec.spaceBefore ?? 0) + more } : spec))
    const set = [first, second].map((part) => setParagraphs(spread(part), width, context.metrics))
    const drop = dropFor(area.height - Math.max(...set.map(heightOf)), area.height)
    const place = (column: Area): Area => ({ ...column, y: column.y + drop, width, height: column.height - drop })
    return {
      layout: 'two-columns',
      items: [...(context.page.card ? [card('page-card', context.page.card, context.structure)] : []), textItem({ name: 'body', placeholder: 'body', area: place(left) }, set[0] ?? []), textItem({ name: 'body-2', placeholder: 'body-2', area: place(right) }, set[1] ?? [])],
    }
  }
  return null
}

/**
 * Points on as few slides as read well: one column at 26–20 pt; more than six points or ninety characters try two columns; what is still too much continues
 * on a further slide.
 */
export function flowPoints(points: readonly Point[], area: Area, layout: SlideDraft['layout'], context: LayoutContext, options: { readonly columns?: boolean; readonly settle?: boolean } = {}): SlideDraft[] {
  const specsAt = (size: number): ParagraphSpec[] => pointSpecs(points, sizesFor(size))
  const count = firstLevel(specsAt(26))
  const characters = charactersOf(specsAt(26))
  const one = (size: number, ruled: boolean): SlideDraft[] => {
    const text = setInto(specsAt(size), area, 'body', context, options.settle)
    return [{ layout, items: [...(ruled ? hairlines(text, area) : []), text] }]
  }

  const calm = count <= MOST_POINTS && characters <= MOST_CHARACTERS
  if (calm) {
    const size = fittingSize(points, area, count <= 3 && characters <= 50 ? [32, 30, 28, 26, 24] : [26, 24], context)
    if (size !== null) return one(size, count > 1 && points.every(({ marker }) => marker !== 'none'))
  }
  if (options.columns !== false && count > MOST_POINTS && characters <= MOST_CHARACTERS_SMALL) {
    const columns = inTwoColumns(points, area, context)
    if (columns) return [columns]
  }
  if (count <= MOST_POINTS + 1 && characters <= MOST_CHARACTERS_SMALL) {
    const size = fittingSize(points, area, [26, 24, 22, 20], context)
    if (size !== null) return one(size, false)
  }
  const specs = specsAt(characters > 400 ? 22 : 24)
  return paginate(specs, steadyWidth(area.width, specs, context.metrics), area.height * 0.92, context.metrics).map((page) => {
    return { layout, items: [setInto(page, area, 'body', context, options.settle)] }
  })
}
