/** Cover, section and closing pages, where designs differ most: where their words stand, in which colours, over which shapes. */
import { assertNever } from '../assert-never'
import type { Area, Page } from './page'
import type { SceneParagraph, SceneShape, SceneText } from './scene'
import { filled } from './shapes'
import type { ColourRole, Structure } from './theme'

/** Where one text of a page stands, and the largest size at which it may. */
export type Place = { readonly area: Area; readonly colour: ColourRole; readonly align: SceneParagraph['align']; readonly anchor: SceneText['anchor']; readonly largest?: number }

export type OpeningPlaces = { readonly title: Place; readonly subtitle: Place; readonly meta: Place }
/** Without a place for the numeral a title keeps the number that it was written with. */
export type SectionPlaces = { readonly numeral: (Place & { readonly size: number }) | null; readonly title: Place }

const place = (area: Area, colour: ColourRole, more: Partial<Pick<Place, 'align' | 'anchor'>> = {}): Place => ({ area, colour, align: more.align ?? 'left', anchor: more.anchor ?? 'top' })

const PANEL_SHARE = 0.25
/** From the left edge of a rule to the title beside it. */
const RULE_GAP = 24
const BAND = { top: 138, height: 204, margin: 84, line: 12 }
const CARD = { margin: 36, height: 318, x: 42, radius: 24 }
/** The cluster of shapes on a lively cover: two columns and three rows of this module. */
const CLUSTER = { module: 72, right: 42, top: 87, radius: 12 }

/** Where a school's logo and series stand on cover and closing page: above the title, or beneath the card that begins at the upper edge. */
export function marksArea(page: Page, { cover }: Structure): Area {
  const { x, width } = page.title
  switch (cover) {
    case 'panel':
      return { x, y: 48, width: page.width * (1 - PANEL_SHARE) - x - 12, height: 48 }
    case 'band':
      return { x, y: 48, width, height: 48 }
    case 'card':
      return { x: CARD.margin + CARD.x, y: 492, width: page.width - 2 * (CARD.margin + CARD.x), height: 36 }
    default:
      return assertNever(cover)
  }
}

export function coverPlaces(page: Page, structure: Structure): OpeningPlaces {
  const { solid } = structure
  switch (structure.cover) {
    case 'panel': {
      const { x } = page.title
      const width = page.width * (1 - PANEL_SHARE) - x - 42
      return {
        title: place({ x, y: 120, width, height: 156 }, 'ink', { anchor: 'middle' }),
        subtitle: place({ x, y: 300, width, height: 72 }, 'neutral-4'),
        meta: place({ x, y: 426, width, height: 66 }, 'neutral-4', { anchor: 'bottom' }),
      }
    }
    case 'band': {
      const area = { x: BAND.margin, width: page.width - 2 * BAND.margin }
      return {
        title: place({ ...area, y: BAND.top + 2 * BAND.line, height: BAND.height - 4 * BAND.line }, solid.text, { align: 'center', anchor: 'middle' }),
        subtitle: place({ ...area, y: BAND.top + BAND.height + 24, height: 66 }, 'neutral-4', { align: 'center' }),
        meta: place({ ...area, y: 438, height: 60 }, 'neutral-4', { align: 'center', anchor: 'bottom' }),
      }
    }
    case 'card': {
      const x = CARD.margin + CARD.x
      const width = clusterLeft(page) - 30 - x
      return {
        title: place({ x, y: 72, width, height: 162 }, solid.text, { anchor: 'middle' }),
        subtitle: place({ x, y: 252, width, height: 78 }, solid.quiet),
        meta: place({ x, y: 384, width: page.width - 2 * x, height: 102 }, 'neutral-4', { anchor: 'middle' }),
      }
    }
    default:
      return assertNever(structure.cover)
  }
}

/** The closing page is filled with the design's colour; its words stand where the cover's do. */
export function closingPlaces(page: Page, structure: Structure): OpeningPlaces {
  const { solid } = structure
  const { title, subtitle, meta } = coverPlaces(page, structure)
  const wide = (one: Place): Place => (structure.cover === 'panel' ? { ...one, area: { ...one.area, width: page.title.width } } : one)
  return {
    title: { ...wide(title), colour: solid.text },
    subtitle: { ...wide(subtitle), colour: solid.quiet },
    meta: { ...wide(meta), colour: solid.quiet, ...(structure.cover === 'card' ? { area: { ...meta.area, y: 420, height: 72 } } : {}) },
  }
}

export function sectionPlaces(page: Page, structure: Structure): SectionPlaces {
  const { x, width } = page.title
  const { solid } = structure
  switch (structure.section) {
    case 'numeral':
      return {
        numeral: { ...place({ x, y: 66, width, height: 216 }, 'accent', { anchor: 'bottom' }), size: 200 },
        title: place({ x, y: 324, width: width * 0.9, height: 120 }, 'ink'),
      }
    case 'band': {
      const left = { x: BAND.margin, width: 132 }
      const title = { x: left.x + left.width + 36, y: BAND.top + 2 * BAND.line, width: page.width - left.x - left.width - 36 - BAND.margin, height: BAND.height - 4 * BAND.line }
      return {
        numeral: { ...place({ ...title, ...left }, solid.quiet, { align: 'center', anchor: 'middle' }), size: 96 },
        title: place(title, solid.text, { anchor: 'middle' }),
      }
    }
    case 'two-tone': {
      const left = toneWidth(page)
      return {
        numeral: { ...place({ x: 24, y: 120, width: left - 48, height: 288 }, 'paper', { align: 'center', anchor: 'middle' }), size: page.width > 800 ? 240 : 180 },
        title: place({ x: left + 54, y: 150, width: page.width - left - 108, height: 228 }, 'ink', { anchor: 'middle' }),
      }
    }
    default:
      return assertNever(structure.section)
  }
}

export function coverShapes(page: Page, structure: Structure): SceneShape[] {
  const { solid } = structure
  switch (structure.cover) {
    case 'panel':
      return [...patternedPanel(page, structure), titleRule(page, 'accent')]
    case 'band':
      return [...band(page, structure), filled('foot-line', { x: page.width / 2 - 60, y: 426, width: 120, height: 0.75 }, 'neutral-3')]
    case 'card':
      return [cornered('cover-card', { x: CARD.margin, y: CARD.margin, width: page.width - 2 * CARD.margin, height: CARD.height }, solid.ground, CARD.radius, structure), ...cluster(page, structure)]
    default:
      return assertNever(structure.cover)
  }
}

export function closingShapes(page: Page, structure: Structure): SceneShape[] {
  const { quiet } = structure.solid
  switch (structure.cover) {
    case 'panel':
      return [titleRule(page, quiet)]
    case 'band':
      return [BAND.top, BAND.top + BAND.height].map((y, index) => filled(`band-line-${index + 1}`, { x: BAND.margin, y, width: page.width - 2 * BAND.margin, height: 0.75 }, quiet))
    case 'card':
      return cluster(page, structure)
    default:
      return assertNever(structure.cover)
  }
}

export function sectionShapes(page: Page, structure: Structure): SceneShape[] {
  switch (structure.section) {
    case 'numeral':
      return [filled('accent-rule', { x: page.title.x + 6, y: 300, width: 72, height: 4 }, 'accent')]
    case 'band':
      return [...band(page, structure), filled('numeral-line', { x: BAND.margin + 150, y: BAND.top + 48, width: 0.75, height: BAND.height - 96 }, structure.solid.quiet)]
    case 'two-tone': {
      const left = toneWidth(page)
      return [filled('tone', { x: 0, y: 0, width: left, height: page.height }, 'accent'), filled('tone-disc', { x: left - 42, y: 408, width: 84, height: 84 }, 'second', 'ellipse')]
    }
    default:
      return assertNever(structure.section)
  }
}

const toneWidth = (page: Page): number => Math.round(page.width * 0.36)
const clusterLeft = (page: Page): number => page.width - CARD.margin - CLUSTER.right - 2 * CLUSTER.module

/** Before the title; a design whose own mark lies beneath its titles has kept no room for one beside them. */
const titleRule = (page: Page, fill: ColourRole): SceneShape => filled('accent-rule', { x: Math.min(page.mark.x, page.title.x - RULE_GAP), y: 126, width: 6, height: 144 }, fill)

/** Corners of a cover are round where the design's cards have round ones. */
const cornered = (name: string, area: Area, fill: ColourRole, radius: number, { card }: Structure): SceneShape => (card.radius > 0 ? filled(name, area, fill, 'rounded', radius) : filled(name, area, fill))

/** A quiet pattern of squares and discs on a module of half the panel's width. */
function patternedPanel(page: Page, { solid }: Structure): SceneShape[] {
  const panel = { x: page.width * (1 - PANEL_SHARE), y: 0, width: page.width * PANEL_SHARE, height: page.height }
  const module = panel.width / 2
  const cell = (column: number, row: number): Area => ({ x: panel.x + column * module, y: row * module, width: module, height: module })
  return [
    filled('panel', panel, solid.ground),
    filled('panel-square-1', cell(1, 0), 'accent'),
    filled('panel-disc-1', cell(0, 1), 'accent', 'ellipse'),
    filled('panel-square-2', cell(0, 2), solid.quiet),
    filled('panel-disc-2', cell(1, 2), solid.quiet, 'ellipse'),
    filled('panel-square-3', cell(1, 3), 'accent'),
  ]
}

/** The band across the page with a hairline inside each of its edges. */
function band(page: Page, { solid }: Structure): SceneShape[] {
  const line = (y: number): Area => ({ x: 0, y, width: page.width, height: 0.75 })
  return [
    filled('band', { x: 0, y: BAND.top, width: page.width, height: BAND.height }, solid.ground),
    filled('band-line-1', line(BAND.top + BAND.line), solid.quiet),
    filled('band-line-2', line(BAND.top + BAND.height - BAND.line), solid.quiet),
  ]
}

/** Discs and squares at play in the corner. */
function cluster(page: Page, structure: Structure): SceneShape[] {
  const { solid } = structure
  const left = clusterLeft(page)
  const cell = (column: number, row: number): Area => ({ x: left + column * CLUSTER.module + 3, y: CLUSTER.top + row * CLUSTER.module + 3, width: CLUSTER.module - 6, height: CLUSTER.module - 6 })
  return [
    filled('cluster-disc-1', cell(1, 0), solid.quiet, 'ellipse'),
    cornered('cluster-square-1', cell(0, 1), 'accent', CLUSTER.radius, structure),
    filled('cluster-disc-2', cell(1, 1), 'accent', 'ellipse'),
    cornered('cluster-square-2', cell(1, 2), solid.quiet, CLUSTER.radius, structure),
  ]
}
