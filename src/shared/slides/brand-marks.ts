import { plainRun, setParagraphs, textItem, textStyle } from './compose'
import { isDarker } from './colour'
import { marksArea } from './opening-frames'
import { type Area, boxOf, pageOf, type SlideSize } from './page'
import type { AssetHash } from '../model/ids'
import type { LayoutName, SceneItem, SceneShape } from './scene'
import type { ColourRole, Theme } from './theme'
import { metricsOf } from './theme-metrics'

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
const OPENING_WIDEST = 260
const GAP = 12
/** Paper around a logo that has no form of its own for dark pages. */
const PLATE = { margin: 8, head: 4, radius: 6 }
/** As far from white as from black to the eye (WCAG's contrast of 4.6 to both). */
const MID_GREY = '777777'

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
 * @param theme of the deck: its structure says where they stand, its colours whether that is dark
 */
export function brandMarks(layout: LayoutName, size: SlideSize, brand: BrandMarks, theme: Theme): readonly SceneItem[] {
  return opensOrCloses(layout) ? openingMarks(layout, size, brand, theme) : headMarks(size, brand, theme)
}

/** The logo for a ground, and whether it needs a plate of paper there. */
function logoOn(ground: ColourRole, { logo, logoOnDark }: BrandMarks, { colours }: Theme): { readonly logo: BrandLogo | null; readonly plated: boolean } {
  if (!isDarker(colours[ground], MID_GREY)) return { logo, plated: false }
  return logoOnDark === null ? { logo, plated: logo !== null } : { logo: logoOnDark, plated: false }
}

/** What is white, or nearly so, in a theme: its paper, or in the dark its ink. */
const lightRole = ({ colours }: Theme): ColourRole => (isDarker(colours.ink, colours.paper) ? 'paper' : 'ink')

function headMarks(size: SlideSize, brand: BrandMarks, theme: Theme): SceneItem[] {
  const { title } = pageOf(size, theme.structure)
  const { logo, plated } = logoOn(theme.structure.ground, brand, theme)
  const right = title.x + title.width - (plated ? PLATE.head : 0)
  const drawn = logo && fitted(logo, HEAD)
  const end = drawn ? right - drawn.width - GAP : right
  const area = drawn && { x: right - drawn.width, y: HEAD.y + (HEAD.height - drawn.height) / 2, ...drawn }
  return [
    ...(area && plated ? [plate(area, PLATE.head, lightRole(theme))] : []),
    ...(logo && area ? [picture(logo, area, brand.owner)] : []),
    ...seriesText(brand.series, { x: title.x, y: HEAD.y, width: end - title.x, height: HEAD.height }, { size: 12, colour: 'neutral-4', align: 'right' }, theme),
  ]
}

function openingMarks(layout: 'cover' | 'closing', size: SlideSize, brand: BrandMarks, theme: Theme): SceneItem[] {
  const { structure } = theme
  const page = pageOf(size, structure)
  const closing = layout === 'closing'
  const { logo, plated } = logoOn(closing ? structure.solid.ground : structure.ground, brand, theme)
  const place = marksArea(page, structure)
  const drawn = logo && fitted(logo, { height: place.height, widest: OPENING_WIDEST })
  const margin = plated ? PLATE.margin : 0
  const area = drawn && { x: place.x + margin, y: place.y + (place.height - drawn.height) / 2, ...drawn }
  const start = area ? area.x + area.width + GAP + margin : place.x
  const end = closing ? page.title.x + page.title.width : place.x + place.width
  return [
    ...(area && plated ? [plate(area, PLATE.margin, lightRole(theme))] : []),
    ...(logo && area ? [picture(logo, area, brand.owner)] : []),
    ...seriesText(brand.series, { ...place, x: start, width: end - start }, { size: 20, colour: closing ? structure.solid.quiet : 'accent-deep', align: 'left' }, theme),
  ]
}

const plate = ({ x, y, width, height }: Area, margin: number, fill: ColourRole): SceneShape => ({
  kind: 'shape',
  name: 'logo-plate',
  shape: 'rounded',
  box: boxOf({ x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }),
  fill,
  line: null,
  radius: boxOf({ x: PLATE.radius, y: 0, width: 0, height: 0 }).x,
})

function seriesText(series: string, area: Area, { size, colour, align }: { readonly size: number; readonly colour: ColourRole; readonly align: 'left' | 'right' }, theme: Theme): SceneItem[] {
  if (series === '') return []
  return [textItem({ name: 'series', area, anchor: 'middle' }, setParagraphs([{ runs: [plainRun(series, textStyle(size, colour))], align }], area.width, metricsOf(theme)))]
}
