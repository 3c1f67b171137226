import { plainRun, setParagraphs, textItem, textStyle } from './compose'
import type { FontMetrics } from './font-metrics'
import { coverAreas } from './layouts'
import { type Area, boxOf, pageOf, type SlideSize } from './page'
import type { AssetHash } from '../model/ids'
import type { LayoutName, SceneItem, SceneShape } from './scene'

/** A school's logo: what it is, its pixels, and what is read aloud in its place. */
export type BrandLogo = { readonly asset: AssetHash; readonly width: number; readonly height: number }

/** What of a brand stands on the pages themselves, beside their colours and typefaces. */
export type BrandMarks = {
  readonly logo: BrandLogo | null
  /** For dark pages; without one the logo stands there on a plate of paper. */
  readonly logoOnDark: BrandLogo | null
  /** Name of the series, beside the logo; empty for none. */
  readonly series: string
  /** Whose logo it is. */
  readonly owner: string
}

/** On an ordinary page the marks stand in the margin above the title, where no text of a slide reaches; in points. */
const HEAD = { y: 9, height: 25, widest: 150 }
const OPENING = { y: 48, height: 48, widest: 260 }
const GAP = 12
/** Paper around a logo that has no form of its own for dark pages. */
const PLATE = { margin: 8, radius: 6 }

/** Pages that say whose talk it is in large; the others take their marks from the master. */
export const opensOrCloses = (layout: LayoutName): layout is 'cover' | 'closing' => layout === 'cover' || layout === 'closing'

/** The logo as large as it may be, without being stretched. */
const fitted = ({ width, height }: BrandLogo, { height: most, widest }: { readonly height: number; readonly widest: number }): { width: number; height: number } => {
  const scale = Math.min(most / height, widest / width)
  return { width: width * scale, height: height * scale }
}

const picture = (logo: BrandLogo, area: Area, owner: string): SceneItem => ({ kind: 'picture', name: 'logo', asset: logo.asset, box: boxOf(area), crop: { left: 0, top: 0, right: 0, bottom: 0 }, alt: owner })

/**
 * Logo and series as they stand on every page of a layout, drawn above its decorations and beneath its texts; preview and export draw the same.
 * @param layout whose pages are meant; all but cover and closing have the same
 */
export function brandMarks(layout: LayoutName, size: SlideSize, brand: BrandMarks, metrics: FontMetrics): readonly SceneItem[] {
  return opensOrCloses(layout) ? openingMarks(layout, size, brand, metrics) : headMarks(size, brand, metrics)
}

function headMarks(size: SlideSize, { logo, series, owner }: BrandMarks, metrics: FontMetrics): SceneItem[] {
  const page = pageOf(size)
  const right = page.title.x + page.title.width
  const drawn = logo && fitted(logo, HEAD)
  const end = drawn ? right - drawn.width - GAP : right
  return [
    ...(logo && drawn ? [picture(logo, { x: right - drawn.width, y: HEAD.y + (HEAD.height - drawn.height) / 2, ...drawn }, owner)] : []),
    ...seriesText(series, { x: page.title.x, y: HEAD.y, width: end - page.title.x, height: HEAD.height }, { size: 12, colour: 'neutral-4', align: 'right' }, metrics),
  ]
}

function openingMarks(layout: 'cover' | 'closing', size: SlideSize, { logo, logoOnDark, series, owner }: BrandMarks, metrics: FontMetrics): SceneItem[] {
  const page = pageOf(size)
  const dark = layout === 'closing'
  const shown = dark ? (logoOnDark ?? logo) : logo
  const plated = dark && logoOnDark === null
  const drawn = shown && fitted(shown, OPENING)
  const x = page.title.x
  const area = drawn && { x: plated ? x + PLATE.margin : x, y: OPENING.y + (OPENING.height - drawn.height) / 2, ...drawn }
  const start = area ? area.x + area.width + GAP + (plated ? PLATE.margin : 0) : x
  const end = dark ? x + page.title.width : coverAreas(page).panel.x - GAP
  return [
    ...(area && plated ? [plate(area)] : []),
    ...(shown && area ? [picture(shown, area, owner)] : []),
    ...seriesText(series, { x: start, y: OPENING.y, width: end - start, height: OPENING.height }, { size: 20, colour: dark ? 'accent-tint' : 'accent-deep', align: 'left' }, metrics),
  ]
}

const plate = ({ x, y, width, height }: Area): SceneShape => ({
  kind: 'shape',
  name: 'logo-plate',
  shape: 'rounded',
  box: boxOf({ x: x - PLATE.margin, y: y - PLATE.margin, width: width + 2 * PLATE.margin, height: height + 2 * PLATE.margin }),
  fill: 'paper',
  line: null,
  radius: boxOf({ x: PLATE.radius, y: 0, width: 0, height: 0 }).x,
})

function seriesText(series: string, area: Area, { size, colour, align }: { readonly size: number; readonly colour: 'neutral-4' | 'accent-deep' | 'accent-tint'; readonly align: 'left' | 'right' }, metrics: FontMetrics): SceneItem[] {
  if (series === '') return []
  return [textItem({ name: 'series', area, anchor: 'middle' }, setParagraphs([{ runs: [plainRun(series, textStyle(size, colour))], align }], area.width, metrics))]
}
