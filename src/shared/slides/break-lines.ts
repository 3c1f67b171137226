import type { FontMetrics } from './font-metrics'
import { type BreakUnit, breakUnits } from './kinsoku'
import { scriptOf } from './text-script'
import type { FontRole } from './theme'

/** Sums of advances carry rounding noise; a line that is wider than its box by less than this still fits. In points. */
const TOLERANCE = 1e-6

const CURLY_QUOTE = /[\u2018\u2019\u201c\u201d]/

/** Text of one look, as far as its width goes: `size` is in points or whatever its width is wanted in; without `font` it is set in the body's. */
export type MeasuredRun = { readonly text: string; readonly style: { readonly size: number; readonly bold: boolean; readonly font?: FontRole } }

/**
 * Advance in points of every UTF-16 code unit of the concatenated runs; the second half of a surrogate pair is 0. The kerning of two
 * characters of one run is in the advance of the first; curly quotation marks of a run in Latin letters are as wide as its typeface makes them there.
 */
export function advancesOf(runs: readonly MeasuredRun[], metrics: FontMetrics): Float64Array {
  const advances = new Float64Array(runs.reduce((length, run) => length + run.text.length, 0))
  let offset = 0
  for (const { text, style } of runs) {
    const quoted = CURLY_QUOTE.test(text)
    const latin = quoted && scriptOf(text) === 'latin'
    const advance = latin ? metrics.latinAdvance : metrics.advance
    const fullWidth = quoted && !latin
    let before = 0
    for (const char of text) {
      const codePoint = char.codePointAt(0) ?? 0
      const kerned = fullWidth && CURLY_QUOTE.test(char) ? 0 : codePoint
      const kerning = metrics.kerning(before, kerned, style.bold, style.font)
      // What is kerned is one code unit long.
      if (kerning !== 0) advances[offset - 1]! += kerning * style.size
      advances[offset] = advance(codePoint, style.bold, style.font) * style.size
      before = kerned
      offset += char.length
    }
  }
  return advances
}

/** Width in points of `[start, end)` without the spaces that hang over its end. */
export function widthBetween(text: string, advances: Float64Array, start: number, end: number): number {
  let last = end
  while (last > start && text[last - 1] === ' ') last--
  let width = 0
  for (let at = start; at < last; at++) width += advances[at] ?? 0
  return width
}

/** Characters after a space within which LibreOffice does not break after a slash, so that “w/o” and short paths stay whole. */
const KEPT_WHOLE = 66

/**
 * Where LibreOffice ends a line of a long address whose character at `overflow` no longer fits: after the last slash before that, unless it is near the space
 * before the address (i18npool/source/breakiterator/breakiterator_unicode.cxx); null where it ends it at that character.
 */
function slashBreak(text: string, lineStart: number, overflow: number): number | null {
  for (let at = overflow - 1; at > lineStart; at--) {
    if (text[at - 1] === '/' && /[^/\d]/.test(text[at] ?? '')) return text.slice(Math.max(0, at - KEPT_WHOLE), at).includes(' ') ? null : at
  }
  return null
}

/**
 * Breaks one paragraph into lines of at most `width` points.
 *
 * Returns the offset at which each line starts, in UTF-16 code units; the first is 0. Nothing is lost: spaces at a break hang over the line's end. A unit
 * that is wider than a whole line (a long URL) starts a line of its own and is broken between characters or after slashes, as LibreOffice does.
 * @param units of the text, for whoever breaks it in many widths
 */
export function breakLines(text: string, advances: Float64Array, width: number, units: readonly BreakUnit[] = breakUnits(text)): number[] {
  const starts = [0]
  let used = 0
  let lineIsEmpty = true
  for (const unit of units) {
    let unitWidth = 0
    for (let at = unit.start; at < unit.end; at++) unitWidth += advances[at] ?? 0
    if (unit.space || used + unitWidth <= width + TOLERANCE) {
      used += unitWidth
      lineIsEmpty &&= unit.space
      continue
    }
    if (!lineIsEmpty || (used > 0 && unitWidth <= width)) {
      starts.push(unit.start)
      used = 0
    }
    lineIsEmpty = false
    if (unitWidth <= width + TOLERANCE) {
      used = unitWidth
      continue
    }
    for (let at = unit.start; at < unit.end; at++) {
      const advance = advances[at] ?? 0
      // Second halves of surrogate pairs and what joins a character to the next have no width: they stay with it.
      while (advance > 0 && used > 0 && at > unit.start && used + advance > width + TOLERANCE) {
        const start = slashBreak(text, starts.at(-1) ?? 0, at) ?? at
        used = 0
        for (let moved = start; moved < at; moved++) used += advances[moved] ?? 0
        starts.push(start)
      }
      used += advance
    }
  }
  return starts
}
