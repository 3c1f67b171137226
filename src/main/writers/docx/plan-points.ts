import type { Point } from '../../../shared/model/block'
import { marker, paragraph, runsOf, type ScriptParagraph } from './script-document'

/**
 * Points as a list: numbers are counted within their own level, plain paragraphs stand without a mark. Everything from the second level
 * down is set as the second.
 */
export function pointParagraphs(points: readonly Point[], style: 'point' | 'sub-point' = 'point'): readonly ScriptParagraph[] {
  let number = 0
  return points.flatMap((point) => {
    if (point.marker === 'number') number += 1
    const own = point.marker === 'none' && style === 'point' ? paragraph('body', ...runsOf(point.inlines)) : paragraph(style, marker(markOf(point, number, style)), ...runsOf(point.inlines))
    return [own, ...pointParagraphs(point.children, 'sub-point')]
  })
}

const markOf = ({ marker: kind }: Point, number: number, style: 'point' | 'sub-point'): string => (kind === 'number' ? `${number}.` : kind === 'none' ? '' : style === 'point' ? '•' : '–')
