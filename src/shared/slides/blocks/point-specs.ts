import type { Point } from '../../model/block'
import { type ParagraphSpec, runsOf, textOf, textStyle } from '../compose'
import type { ColourRole } from '../theme'

export type PointSizes = {
  /** Type size of the first and of the second level, in points. */
  readonly first: number
  readonly second: number
  /** Space between points of the first level, in points. */
  readonly gap: number
  readonly colour?: ColourRole
}

/** Half a line between points (look.md); the second level never falls under the floor of 20. */
export const sizesFor = (size: number): PointSizes => ({ first: size, second: Math.max(20, Math.min(size - 4, 22)), gap: Math.round(size / 2) })

/** Points as paragraphs: bullets and numbers hang in the accent; levels beyond the second are set as the second. */
export function pointSpecs(points: readonly Point[], sizes: PointSizes): ParagraphSpec[] {
  const specs: ParagraphSpec[] = []
  const add = (siblings: readonly Point[], depth: number, parentIndent: number): void => {
    let ordinal = 0
    for (const point of siblings) {
      ordinal = point.marker === 'number' ? ordinal + 1 : 0
      const level = Math.min(depth, 1)
      const size = level === 0 ? sizes.first : sizes.second
      const hang = point.marker === 'none' ? 0 : size * (point.marker === 'number' ? 1.45 : 0.95)
      const indent = parentIndent + hang
      specs.push({
        runs: runsOf(point.inlines, textStyle(size, sizes.colour ?? 'ink')),
        level,
        indent,
        hang,
        spaceBefore: level === 0 ? sizes.gap : Math.round(sizes.gap / 2.5),
        marker:
          point.marker === 'none'
            ? null
            : point.marker === 'number'
              ? { text: `${ordinal}.`, colour: 'accent', auto: 'arabic-period' }
              : { text: level === 0 ? '•' : '–', colour: level === 0 ? 'accent' : 'neutral-3', auto: 'bullet' },
      })
      add(point.children, depth + 1, depth === 0 ? indent : parentIndent)
    }
  }
  add(points, 0, 0)
  return specs
}

/** Length of a text in Chinese characters; letters and figures are half as wide and count half. */
export const lengthInCharacters = (text: string): number => Array.from(text).reduce((length, char) => length + ((char.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1), 0)
export const charactersOf = (specs: readonly ParagraphSpec[]): number => specs.reduce((count, { runs }) => count + lengthInCharacters(textOf(runs)), 0)
export const textOfPoints = (points: readonly Point[]): string => points.map((point) => textOf(point.inlines) + textOfPoints(point.children)).join('')
export const isEmpty = (points: readonly Point[]): boolean => textOfPoints(points).trim() === ''
