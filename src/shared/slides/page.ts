import { assertNever } from '../assert-never'
import { type Emu, emu, EMU_PER_POINT, inches, points, type Points } from '../units'
import { slideRatios, type SlideRatio } from '../model/look'
import type { Box } from './scene'
import type { Structure } from './theme'

export const slideSizes = slideRatios
export type SlideSize = SlideRatio

/** Widths of this many heights and more are wide. */
const WIDE = 1.5

/** Which of the two sizes a page of these measures is. */
export const slideSizeOf = ({ width, height }: Page['size']): SlideSize => (width / height < WIDE ? '4:3' : '16:9')

/** A rectangle while it is being laid out, in points from the slide's top-left corner. {@link boxOf} turns it into the scene's EMU. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The page of a slide size: where things stand. The grid has 12 columns; vertical positions lie on a 6 pt step (look.md, "The page"). */
export type Page = {
  readonly size: { readonly width: Emu; readonly height: Emu }
  readonly width: number
  readonly height: number
  /** Title and everything beneath it share one left edge; a rule or disc hangs in the margin beside it. */
  readonly title: Area
  /** The mark of the title: a rule or a disc before it, or a hairline beneath it. */
  readonly mark: Area
  /** The card behind running text, where the design has one. */
  readonly card: Area | null
  readonly body: Area
  /** Where a line begins that says what is measured, or whose case it is: between title and body. */
  readonly keyTop: number
  readonly source: Area
  readonly number: Area
  readonly columnGap: number
  /** Within which a few words set large are centred: the eye measures from its edges. */
  readonly stage: Area
  readonly activity: ActivityAreas
  readonly titleType: TitleType
}

/** The activity page: a panel with the minutes at the left, the task at the right. */
export type ActivityAreas = { readonly panel: Area; readonly title: Area; readonly body: Area; readonly source: Area }

/** How ordinary titles are set. `size` is that of one line, in points. */
export type TitleType = { readonly size: number; readonly align: 'left' | 'center' | 'right'; readonly anchor: 'top' | 'middle' | 'bottom' }

export const BASELINE_STEP = 6
/** Rounds to the vertical step. */
export const onBaseline = (y: number): number => Math.round(y / BASELINE_STEP) * BASELINE_STEP

export const boxOf = ({ x, y, width, height }: Area): Box => ({
  x: emu(x * EMU_PER_POINT),
  y: emu(y * EMU_PER_POINT),
  width: emu(width * EMU_PER_POINT),
  height: emu(height * EMU_PER_POINT),
})

/** Of every page, in points. */
export const HEIGHT = 540
const MARGIN = 54
/** A card spans the page to here, and its text stands this far inside it. */
const CARD = { margin: 36, x: 30, top: 126, bottom: 492, y: 15 }
const TITLE = { y: 36, height: 84 }
const BODY = { top: 138, bottom: 486 }
const FOOTER = { y: 498, height: 18 }
const NUMBER_WIDTH = 48

/** @param structure of the design: where its title's mark stands decides where text begins */
export function pageOf(size: SlideSize, { titleMark, body }: Pick<Structure, 'titleMark' | 'body'>): Page {
  const widthInches = size === '16:9' ? 40 / 3 : 10
  const width = widthInches * 72
  const card = body === 'card' ? { x: CARD.margin, y: CARD.top, width: width - 2 * CARD.margin, height: CARD.bottom - CARD.top } : null
  const edge = card ? card.x + CARD.x : titleMark === 'rule' ? MARGIN + 24 : MARGIN
  const textWidth = card ? card.width - 2 * CARD.x : width - edge - MARGIN
  const bodyPlace = card ? { y: card.y + CARD.y, height: card.height - 2 * CARD.y } : { y: BODY.top, height: BODY.bottom - BODY.top }
  const title = { x: edge, y: TITLE.y, width: textWidth, height: TITLE.height }
  const bodyArea = { x: edge, width: textWidth, ...bodyPlace }
  const source = { x: edge, y: FOOTER.y, width: textWidth - NUMBER_WIDTH - 14, height: FOOTER.height }
  const number = { x: edge + textWidth - NUMBER_WIDTH, y: FOOTER.y, width: NUMBER_WIDTH, height: FOOTER.height }
  return {
    size: { width: inches(widthInches), height: inches(7.5) },
    width,
    height: HEIGHT,
    title,
    mark: markOf(titleMark, edge, textWidth),
    card,
    body: bodyArea,
    keyTop: bodyArea.y - (card ? 6 : titleMark === 'hairline' ? 9 : 18),
    source,
    number,
    columnGap: 30,
    stage: { x: 0, y: 0, width, height: HEIGHT },
    activity: activityAreas(card?.x ?? 0, width, { title, body: bodyArea, source, number }),
    titleType: { size: 34, align: 'left', anchor: 'middle' },
  }
}

function activityAreas(margin: number, pageWidth: number, { title, body, source, number }: Pick<Page, 'title' | 'body' | 'source' | 'number'>): ActivityAreas {
  const panel = { x: margin, y: margin, width: Math.round(pageWidth * 0.27), height: HEIGHT - 2 * margin }
  const x = panel.x + panel.width + 42
  const width = number.x + number.width - x
  return { panel, title: { ...title, x, width }, body: { ...body, x, width }, source: { ...source, x, width: source.x + source.width - x } }
}

function markOf(mark: Structure['titleMark'], edge: number, width: number): Area {
  const middle = TITLE.y + TITLE.height / 2
  switch (mark) {
    case 'rule':
      return { x: edge - 24, y: TITLE.y + 14, width: 4, height: TITLE.height - 28 }
    case 'hairline':
      return { x: edge, y: TITLE.y + TITLE.height, width, height: 1.5 }
    case 'disc':
      return { x: edge - 30, y: middle - 9, width: 18, height: 18 }
    default:
      return assertNever(mark)
  }
}

/** `count` columns of equal width side by side. */
export function columnsOf(area: Area, count: number, gap: number): Area[] {
  const width = (area.width - gap * (count - 1)) / count
  return Array.from({ length: count }, (_, index) => ({ ...area, x: area.x + index * (width + gap), width }))
}

export const inset = (area: Area, x: number, y: number = x): Area => ({ x: area.x + x, y: area.y + y, width: area.width - 2 * x, height: area.height - 2 * y })

/** Distance between baselines for a type size: 1.35 for Chinese (look.md), to half a point, because OOXML counts hundredths and people read halves. */
export const pitchOf = (size: number): Points => points(Math.round(size * 1.35 * 2) / 2)
