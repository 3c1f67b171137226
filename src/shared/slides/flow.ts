import type { FontMetrics } from './font-metrics'
import { heightOf, type ParagraphSpec, setParagraph, setParagraphs, textOf } from './compose'

/** The part of the runs from `start` to `end`, offsets in UTF-16 code units into their concatenation. */
export function sliceRuns<Run extends { readonly text: string }>(runs: readonly Run[], start: number, end: number): Run[] {
  const sliced: Run[] = []
  let offset = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    if (text !== '') sliced.push({ ...run, text })
    offset += run.text.length
  }
  return sliced
}

/** Splits a paragraph after `lines` of its lines; the second part hangs where the first did, without its marker. */
export function splitParagraph(spec: ParagraphSpec, lines: number, width: number, metrics: FontMetrics): [ParagraphSpec, ParagraphSpec] {
  const { lineStarts } = setParagraph(spec, width, metrics)
  const cut = lineStarts[lines] ?? textOf(spec.runs).length
  return [
    { ...spec, runs: sliceRuns(spec.runs, 0, cut) },
    { ...spec, runs: sliceRuns(spec.runs, cut, Infinity), marker: null },
  ]
}

const fits = (specs: readonly ParagraphSpec[], width: number, height: number, metrics: FontMetrics): boolean => heightOf(setParagraphs(specs, width, metrics)) <= height + 0.01

/** As much of the paragraphs as `height` holds, and the rest. A point stays with its first sub-point; one that is taller than a box is cut at a line. */
function fill(specs: readonly ParagraphSpec[], width: number, height: number, metrics: FontMetrics): [ParagraphSpec[], ParagraphSpec[]] {
  let count = 0
  while (count < specs.length && fits(specs.slice(0, count + 1), width, height, metrics)) count++
  if (count === specs.length) return [[...specs], []]
  const opensChildren = (index: number): boolean => (specs[index]?.level ?? 0) < (specs[index + 1]?.level ?? 0)
  let kept = count
  while (kept > 1 && opensChildren(kept - 1)) kept--
  if (kept > 0 && !(kept === 1 && opensChildren(0))) return [specs.slice(0, kept), specs.slice(kept)]
  const [first, ...others] = specs
  if (!first) return [[], []]
  if (count > 0) return [specs.slice(0, count), specs.slice(count)]
  const { pitch, lineStarts } = setParagraph(first, width, metrics)
  const lines = Math.max(1, Math.floor(height / pitch))
  if (lines >= lineStarts.length) return [[first], others]
  const [head, tail] = splitParagraph(first, lines, width, metrics)
  return [[head], [tail, ...others]]
}

function pagesAt(specs: readonly ParagraphSpec[], width: number, height: number, metrics: FontMetrics): ParagraphSpec[][] {
  const pages: ParagraphSpec[][] = []
  let rest: ParagraphSpec[] = [...specs]
  while (rest.length > 0) {
    const [page, remaining] = fill(rest, width, height, metrics)
    pages.push(page)
    rest = remaining
  }
  return pages
}

/**
 * Distributes paragraphs over as few boxes of `width` × `height` points as hold them, and evenly among those: seven points become four and three, not six and
 * one. Nothing is cut off; at least one line goes on every page.
 */
export function paginate(specs: readonly ParagraphSpec[], width: number, height: number, metrics: FontMetrics): ParagraphSpec[][] {
  const pages = pagesAt(specs, width, height, metrics)
  if (pages.length < 2) return pages
  let low = height / pages.length / 2
  let high = height
  let best = pages
  for (let step = 0; step < 7; step++) {
    const middle = (low + high) / 2
    const tried = pagesAt(specs, width, middle, metrics)
    if (tried.length > pages.length) low = middle
    else {
      high = middle
      best = tried
    }
  }
  return best
}
