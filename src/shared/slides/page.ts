import { type Emu, emu, EMU_PER_POINT, inches, points, type Points } from '../units'
import type { Box } from './scene'

export const slideSizes = ['16:9', '4:3'] as const
export type SlideSize = (typeof slideSizes)[number]

/** A rectangle while it is being laid out, in points from the slide's top-left corner. {@link boxOf} turns it into the scene's EMU. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The page of a slide size: where things stand. The grid has 12 columns; vertical positions lie on a 6 pt step (look.md, "The page"). */
export type Page = {
  readonly size: { readonly width: Emu; readonly height: Emu }
  readonly width: number
  readonly height: number
  /** Title and everything beneath it share one left edge; the accent rule hangs in the margin beside it. */
  readonly title: Area
  readonly rule: Area
  readonly body: Area
  readonly source: Area
  readonly number: Area
  readonly columnGap: number
}

export const BASELINE_STEP = 6
/** Rounds to the vertical step. */
export const onBaseline = (y: number): number => Math.round(y / BASELINE_STEP) * BASELINE_STEP

export const boxOf = ({ x, y, width, height }: Area): Box => ({
  x: emu(x * EMU_PER_POINT),
  y: emu(y * EMU_PER_POINT),
  width: emu(width * EMU_PER_POINT),
  height: emu(height * EMU_PER_POINT),
})

const MARGIN = 54
const TEXT_EDGE = MARGIN + 24
const TITLE = { y: 36, height: 84 }
const BODY = { top: 138, bottom: 486 }
const FOOTER = { y: 498, height: 18 }
const NUMBER_WIDTH = 48

export function pageOf(size: SlideSize): Page {
  const widthInches = size === '16:9' ? 40 / 3 : 10
  const width = widthInches * 72
  const textWidth = width - TEXT_EDGE - MARGIN
  return {
    size: { width: inches(widthInches), height: inches(7.5) },
    width,
    height: 540,
    title: { x: TEXT_EDGE, y: TITLE.y, width: textWidth, height: TITLE.height },
    rule: { x: MARGIN, y: TITLE.y + 14, width: 4, height: TITLE.height - 28 },
    body: { x: TEXT_EDGE, y: BODY.top, width: textWidth, height: BODY.bottom - BODY.top },
    source: { x: TEXT_EDGE, y: FOOTER.y, width: textWidth - NUMBER_WIDTH - 14, height: FOOTER.height },
    number: { x: width - MARGIN - NUMBER_WIDTH, y: FOOTER.y, width: NUMBER_WIDTH, height: FOOTER.height },
    columnGap: 30,
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
