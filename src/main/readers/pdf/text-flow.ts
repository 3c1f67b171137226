import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import type { Box } from './page-drawings'
import type { PageLine } from './page-lines'

/** Something that stands among the lines of the text without being one. `line` is that before which it stands, from 0. */
export type Insertion = { readonly line: number; readonly paragraphs: readonly RawParagraph[] }

const overlaps = (line: PageLine, { left, right }: Box) => line.left < right && line.right > left

/**
 * Where among the lines, in the order of reading, a thing on a page stands: before the first line beneath it in its column, else behind the last one above it.
 * @param lines of all pages in order.
 * @returns the index of the line before which it stands; their number for the end.
 */
export const placeAmong = (lines: readonly PageLine[], page: number, box: Box): number => {
  const first = lines.findIndex((line) => line.page >= page)
  if (first === -1) return lines.length
  const behind = lines.findIndex((line) => line.page > page)
  const end = behind === -1 ? lines.length : behind
  let above = -1
  for (let at = first; at < end; at += 1) {
    const line = lines[at]
    if (line === undefined || !overlaps(line, box)) continue
    // The baseline of a line beneath lies below the thing by most of its height.
    if (line.y - line.size * 0.5 >= box.bottom - line.size) return at
    if (line.y <= box.top + line.size) above = at
  }
  return above === -1 ? end : above + 1
}

/**
 * Puts things into the text where they stand; within a paragraph that runs on around one, behind it.
 * @param starts the line with which each paragraph begins.
 */
export const withInsertions = (paragraphs: readonly RawParagraph[], starts: readonly number[], insertions: readonly Insertion[]): readonly RawParagraph[] => {
  const waiting = insertions.toSorted((a, b) => a.line - b.line)
  const out: RawParagraph[] = []
  let next = 0
  for (const [at, paragraph] of paragraphs.entries()) {
    for (; (waiting[next]?.line ?? Number.POSITIVE_INFINITY) <= (starts[at] ?? 0); next += 1) out.push(...(waiting[next]?.paragraphs ?? []))
    out.push(paragraph)
  }
  for (; next < waiting.length; next += 1) out.push(...(waiting[next]?.paragraphs ?? []))
  return out
}
