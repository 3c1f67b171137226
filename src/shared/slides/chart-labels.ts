import { advancesOf, breakLines, widthBetween } from './break-lines'
import { notoSansSc } from './font-metrics'

const advances = (text: string, size: number, bold: boolean): Float64Array => advancesOf([{ text, style: { size, bold } }], notoSansSc)

/** Width of a label on one line, in the unit of `size`. */
export const labelWidth = (text: string, size: number, bold = false): number => widthBetween(text, advances(text, size, bold), 0, text.length)

/** A label in lines of at most `width`, in the unit of `size`. */
export function labelLines(text: string, size: number, width: number): string[] {
  const starts = breakLines(text, advances(text, size, false), Math.max(width, size))
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).trimEnd())
}

/** A value as labels write it: all its digits, without the noise of binary fractions. */
export const figure = (value: number): string => String(Number(value.toPrecision(12)))
