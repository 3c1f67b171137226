import noto from '../../../resources/metrics/noto-sans-sc.json'
import notoSerif from '../../../resources/metrics/noto-serif-sc.json'
import type { FontRole } from './theme'

/** What layout needs to know of a typeface. All values are fractions of one em. */
export type FontMetrics = {
  /** Advance width of one code point, in the body's typeface unless another is named. */
  readonly advance: (codePoint: number, bold: boolean, font?: FontRole) => number
  /** Height above and depth below the baseline that the typeface asks for. */
  readonly ascent: number
  readonly descent: number
}

/** The table that `scripts/make-metrics.mjs` writes: runs of code points `[first, last, advance]`; whatever is not in it is one em wide. */
export type AdvanceTable = {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly regular: readonly (readonly number[])[]
  readonly bold: readonly (readonly number[])[]
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

export function fontMetrics(table: AdvanceTable): FontMetrics {
  const regular = advanceIn(table.regular, table.unitsPerEm)
  const bold = advanceIn(table.bold, table.unitsPerEm)
  return {
    advance: (codePoint, isBold) => (isBold ? bold : regular)(codePoint),
    ascent: table.ascent / table.unitsPerEm,
    descent: table.descent / table.unitsPerEm,
  }
}

/** Noto Sans CJK SC (SIL Open Font License 1.1). Its Han and full-width advances are those of every Chinese sans-serif: one em. */
export const notoSansSc: FontMetrics = fontMetrics(noto)

/** Noto Serif CJK SC (SIL Open Font License 1.1), likewise for Chinese serifs. */
export const notoSerifSc: FontMetrics = fontMetrics(notoSerif)
