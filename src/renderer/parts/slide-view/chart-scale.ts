import { breakLines, widthBetween } from '../../../shared/slides/break-lines'
import { notoSansSc } from '../../../shared/slides/font-metrics'

/** A linear scale from values to positions, with round ticks. */
export type Scale = { readonly low: number; readonly high: number; readonly ticks: readonly number[] }

/** Largest of 1, 2, 5 × 10ⁿ that gives about `count` steps over `span`. */
function step(span: number, count: number): number {
  const rough = span / count
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((one) => one * magnitude >= rough) ?? 10
  return factor * magnitude
}

/** A scale that holds all values; from zero where lengths are compared. */
export function scaleOf(values: readonly (number | null)[], fromZero: boolean): Scale {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value))
  const most = Math.max(...known, fromZero ? 0 : -Infinity)
  const least = Math.min(...known, fromZero ? 0 : Infinity)
  if (known.length === 0) return { low: 0, high: 1, ticks: [0, 1] }
  const span = most - least || Math.abs(most) || 1
  const size = step(span, 4)
  const low = Math.floor(least / size) * size
  const high = most === least ? low + size * 2 : Math.ceil(most / size) * size
  const count = Math.round((high - low) / size)
  return { low, high, ticks: Array.from({ length: count + 1 }, (_, index) => Number((low + index * size).toPrecision(12))) }
}

export const share = ({ low, high }: Scale, value: number): number => (value - low) / (high - low)

const advances = (text: string, size: number, bold: boolean): Float64Array => {
  const measured = new Float64Array(text.length)
  let at = 0
  for (const char of text) {
    measured[at] = notoSansSc.advance(char.codePointAt(0) ?? 0, bold) * size
    at += char.length
  }
  return measured
}

export const labelWidth = (text: string, size: number, bold = false): number => widthBetween(text, advances(text, size, bold), 0, text.length)

/** A label in lines of at most `width` points. */
export function labelLines(text: string, size: number, width: number): string[] {
  const starts = breakLines(text, advances(text, size, false), Math.max(width, size))
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).trimEnd())
}

export const figure = (value: number): string => String(Number(value.toPrecision(12)))
