import noto from '../../../resources/metrics/noto-sans-sc.json'
import notoSerif from '../../../resources/metrics/noto-serif-sc.json'
import type { FontRole } from './theme'

/** What layout needs to know of a typeface. All values are fractions of one em. */
export type FontMetrics = {
  /** Advance width of one code point, in the body's typeface unless another is named. */
  readonly advance: (codePoint: number, bold: boolean, font?: FontRole) => number
  /** Advance of a curly quotation mark among Latin letters, where it is narrower than among Han characters; of any other code point its ordinary one. */
  readonly latinAdvance: (codePoint: number, bold: boolean, font?: FontRole) => number
  /** By how much `second` stands farther from `first` than the advance says, mostly less than 0; 0 for all but pairs of ASCII characters and curly quotation marks, of which the latter are meant among Latin letters. */
  readonly kerning: (first: number, second: number, bold: boolean, font?: FontRole) => number
  /** Height above and depth below the baseline that the typeface asks for. */
  readonly ascent: number
  readonly descent: number
}

/** Pairs of ASCII characters and curly quotation marks, `{ first: { units: seconds } }`. */
type KerningTable = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The table that `scripts/make-metrics.mjs` writes: runs of code points `[first, last, advance]`; whatever is not in it is one em wide, and not kerned. */
export type AdvanceTable = {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly regular: readonly (readonly number[])[]
  readonly bold: readonly (readonly number[])[]
  /** Curly quotation marks among Latin letters. */
  readonly regularQuotes: Readonly<Record<string, number>>
  readonly boldQuotes: Readonly<Record<string, number>>
  readonly regularKerning: KerningTable
  readonly boldKerning: KerningTable
}

const isZeroWidth = (codePoint: number): boolean =>
  (codePoint >= 0x300 && codePoint <= 0x36f) || // combining marks
  (codePoint >= 0x200b && codePoint <= 0x200f) || // zero-width space, joiners, direction marks
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || // variation selectors
  codePoint === 0xfeff ||
  (codePoint >= 0xe0100 && codePoint <= 0xe01ef)

const LAST_LATIN = 0x24f

function advanceIn(runs: readonly (readonly number[])[], unitsPerEm: number): (codePoint: number) => number {
  const find = (codePoint: number): number => {
    let low = 0
    let high = runs.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const [first = 0, last = 0, advance = unitsPerEm] = runs[middle] ?? []
      if (codePoint < first) high = middle - 1
      else if (codePoint > last) low = middle + 1
      else return advance / unitsPerEm
    }
    return 1
  }
  const latin = Float64Array.from({ length: LAST_LATIN + 1 }, (_, codePoint) => find(codePoint))
  return (codePoint) => latin[codePoint] ?? (codePoint >= 0x3400 && codePoint <= 0x9fff ? 1 : isZeroWidth(codePoint) ? 0 : find(codePoint))
}

/** What is kerned: the characters of ASCII that are printed, from the space on, and the curly quotation marks after them. */
const FIRST_ASCII = 0x20
const ASCII = 0x7f - FIRST_ASCII
const FIRST_QUOTE = 0x2018
/** Up to ” (U+201D); of the six two are not kerned. */
const QUOTES = 6
const KERNED = ASCII + QUOTES

/** Place in the table of pairs; -1 for what is not kerned. */
function kernedPlace(codePoint: number): number {
  if (codePoint >= FIRST_ASCII && codePoint < FIRST_ASCII + ASCII) return codePoint - FIRST_ASCII
  return codePoint >= FIRST_QUOTE && codePoint < FIRST_QUOTE + QUOTES ? ASCII + codePoint - FIRST_QUOTE : -1
}

function kerningIn(table: KerningTable, unitsPerEm: number): (first: number, second: number) => number {
  const pairs = new Int16Array(KERNED * KERNED)
  for (const [first, groups] of Object.entries(table)) {
    const row = kernedPlace(first.charCodeAt(0)) * KERNED
    for (const [units, seconds] of Object.entries(groups)) for (const second of seconds) pairs[row + kernedPlace(second.charCodeAt(0))] = Number(units)
  }
  return (first, second) => {
    const row = kernedPlace(first)
    const column = kernedPlace(second)
    return row < 0 || column < 0 ? 0 : (pairs[row * KERNED + column] ?? 0) / unitsPerEm
  }
}

const quotesIn = (table: Readonly<Record<string, number>>, unitsPerEm: number): ReadonlyMap<number, number> => new Map(Object.entries(table).map(([mark, units]) => [mark.charCodeAt(0), units / unitsPerEm]))

export function fontMetrics(table: AdvanceTable): FontMetrics {
  const regular = advanceIn(table.regular, table.unitsPerEm)
  const bold = advanceIn(table.bold, table.unitsPerEm)
  const regularQuotes = quotesIn(table.regularQuotes, table.unitsPerEm)
  const boldQuotes = quotesIn(table.boldQuotes, table.unitsPerEm)
  const regularKerning = kerningIn(table.regularKerning, table.unitsPerEm)
  const boldKerning = kerningIn(table.boldKerning, table.unitsPerEm)
  return {
    advance: (codePoint, isBold) => (isBold ? bold : regular)(codePoint),
    latinAdvance: (codePoint, isBold) => (isBold ? boldQuotes : regularQuotes).get(codePoint) ?? (isBold ? bold : regular)(codePoint),
    kerning: (first, second, isBold) => (isBold ? boldKerning : regularKerning)(first, second),
    ascent: table.ascent / table.unitsPerEm,
    descent: table.descent / table.unitsPerEm,
  }
}

/** Noto Sans CJK SC (SIL Open Font License 1.1). Its Han and full-width advances are those of every Chinese sans-serif: one em. */
export const notoSansSc: FontMetrics = fontMetrics(noto)

/** Noto Serif CJK SC (SIL Open Font License 1.1), likewise for Chinese serifs. */
export const notoSerifSc: FontMetrics = fontMetrics(notoSerif)
