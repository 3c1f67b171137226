/** How wide the box of a text is, of the room there is: so that no program's rounding breaks its lines elsewhere, and so that lines for display end well. */
import { advancesOf, breakLines } from './break-lines'
import { largestSize, lineCountOf, type ParagraphSpec, setParagraphs, textOf } from './compose'
import type { FontMetrics } from './font-metrics'
import { breakUnits } from './kinsoku'
import type { SceneParagraph } from './scene'

/** Ems beside whole ones that a line of Han is kept away from. */
const LEAST_OVER = 0.05
const LEAST_SHORT = 0.06
/** Points that a box becomes narrower for that. */
const MOST_NARROWED = 16

/**
 * Whether `width` is not close to a whole number of ems for any of the paragraphs. Where a line of Han exactly fills its box, rounding in another program may
 * push its last character down; where little is missing for one more, rounding may let it in (measured: LibreOffice is 1 pt out in 27 characters of 28 pt).
 */
const isSteady = (width: number, specs: readonly ParagraphSpec[]): boolean =>
  specs.every(({ runs, indent }) => {
    const over = ((width - (indent ?? 0)) / largestSize(runs)) % 1
    return over > LEAST_OVER && over < 1 - LEAST_SHORT
  })

/** The widest width up to `width` that breaks the lines of the paragraphs at the same places in every program. Points. */
export function steadyWidth(width: number, specs: readonly ParagraphSpec[], metrics: FontMetrics): number {
  let steady = width
  for (let less = 0; less < MOST_NARROWED; less += 0.5) {
    if (!isSteady(width - less, specs)) continue
    steady = width - less
    break
  }
  return widthForAddresses(steady, specs, metrics) ?? steady
}

/** Nothing of less than this many characters is longer than a line. */
const LONG_WORD = /[!-~]{24,}/
/** Characters of a paragraph in which addresses are looked for: what is longer is data that somebody pasted, and every width would be tried on all of it. */
const LONGEST_WITH_ADDRESS = 600
/** Part of the width that an address may narrow its box by. */
const NARROWED_FOR_ADDRESS = 0.15
/** By how much programs differ in the width of a line: LibreOffice rounds advances to 1/600 inch, 0.06 pt of a letter 10 pt wide. */
const ROUNDING = 0.004

/** A paragraph with an address that is longer than a line. */
type AddressParagraph = {
  readonly text: string
  /** Where its lines start in a measure of `width`. */
  readonly starts: (width: number) => readonly number[]
  readonly opensUnit: ReadonlySet<number>
}

function addressParagraphs(width: number, specs: readonly ParagraphSpec[], metrics: FontMetrics): AddressParagraph[] {
  return specs.flatMap(({ runs, indent = 0 }) => {
    const text = textOf(runs)
    if (text.length > LONGEST_WITH_ADDRESS || !LONG_WORD.test(text)) return []
    const [advances, units] = [advancesOf(runs, metrics), breakUnits(text)]
    const opensUnit = new Set(units.map(({ start }) => start))
    const starts = (tried: number): readonly number[] => breakLines(text, advances, tried - indent, units)
    return starts(width).every((start) => opensUnit.has(start)) ? [] : [{ text, starts, opensUnit }]
  })
}

/** Whether lines break at the same places although advances are rounded. */
const breaksFirmly = ({ starts }: AddressParagraph, width: number): boolean => starts(width * (1 - ROUNDING)).join() === starts(width * (1 + ROUNDING)).join()

/** Whether every line within the address ends after a slash, where a reader expects it. */
const breaksAfterSlashes = ({ text, starts, opensUnit }: AddressParagraph, width: number): boolean => starts(width).every((start) => opensUnit.has(start) || text[start - 1] === '/')

/**
 * A width up to `width` at which addresses longer than a line are broken alike in every program, after slashes if that can be had; null where there are no such
 * addresses, or where no such width is near.
 */
function widthForAddresses(width: number, specs: readonly ParagraphSpec[], metrics: FontMetrics): number | null {
  const paragraphs = addressParagraphs(width, specs, metrics)
  if (paragraphs.length === 0) return null
  let firm: number | null = null
  for (let tried = width; tried > width * (1 - NARROWED_FOR_ADDRESS); tried--) {
    if (!isSteady(tried, specs) || !paragraphs.every((paragraph) => breaksFirmly(paragraph, tried))) continue
    if (paragraphs.every((paragraph) => breaksAfterSlashes(paragraph, tried))) return tried
    firm ??= tried
  }
  return firm
}

const PHRASE_END = /[，。、；：？！）》”’—…,.;:?!)] *$/

/** Lines but the last that end with a phrase, as a reader would pause. */
const phrasesEnded = (paragraphs: readonly SceneParagraph[]): number =>
  paragraphs.reduce((count, { runs, lineStarts }) => {
    const text = textOf(runs)
    return count + lineStarts.slice(1).filter((start) => PHRASE_END.test(text.slice(0, start))).length
  }, 0)

/**
 * A width up to `width` that keeps the number of lines and sets them well for display: as many lines as possible end where a phrase ends, and among those
 * the lines are of nearly equal length, with no single character left over.
 */
export function balancedWidth(specs: readonly ParagraphSpec[], width: number, metrics: FontMetrics): number {
  const fewest = lineCountOf(setParagraphs(specs, steadyWidth(width, specs, metrics), metrics))
  // Nothing to balance, and a box as narrow as its line would wrap it in a face whose Latin is a little wider.
  if (fewest === specs.length) return steadyWidth(width, specs, metrics)
  let best = { width: steadyWidth(width, specs, metrics), phrases: -1 }
  const step = Math.max(4, width / 120)
  for (let tried = width; tried > width / 3; tried -= step) {
    const candidate = steadyWidth(tried, specs, metrics)
    const set = setParagraphs(specs, candidate, metrics)
    if (lineCountOf(set) > fewest) break
    const phrases = phrasesEnded(set)
    if (phrases >= best.phrases) best = { width: candidate, phrases }
  }
  return slackened(best.width, specs, width, metrics)
}

/** A little wider where that changes no line, for faces whose Latin is wider than the measured one. */
function slackened(width: number, specs: readonly ParagraphSpec[], most: number, metrics: FontMetrics): number {
  const breaks = (candidate: number): string => setParagraphs(specs, candidate, metrics).map(({ lineStarts }) => lineStarts.join()).join(';')
  const kept = breaks(width)
  const em = Math.max(0, ...specs.map(({ runs }) => largestSize(runs)))
  const wider = [0.8, 0.6, 0.4, 0.2].map((share) => steadyWidth(width + em * share, specs, metrics)).find((candidate) => candidate > width && candidate <= most && breaks(candidate) === kept)
  return wider ?? width
}
