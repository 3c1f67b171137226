import type { Snippet } from '../../../shared/contract/library'
import { foldWithOrigins } from './fold'

type Range = readonly [start: number, end: number]

/** Where the words stand in the original text: sorted, not overlapping, at most `most` occurrences of each. */
const hitsOf = (text: string, words: readonly string[], most: number): Range[] => {
  const { folded, toOriginal } = foldWithOrigins(text)
  const found: Range[] = []
  for (const word of words) {
    let at = folded.indexOf(word)
    for (let count = 0; at >= 0 && count < most; count++) {
      found.push(toOriginal(at, at + word.length))
      at = folded.indexOf(word, at + word.length)
    }
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const merged: [number, number][] = []
  for (const [start, end] of found) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** Marks of Markdown at the start of a line: headings, list items, quotes, directives. They mean nothing in a snippet. */
const LINE_MARK = /\n[ \t]*(?:#{1,6}|[-*+>]|:{3,}[\w-]*(?:\{[^}\n]*\})?)(?=\s|$)/g

const SPACE = /\s/
/** A stretch of Markdown as one line. */
const asLine = (text: string, startsLine: boolean): string => {
  if (!startsLine && !SPACE.test(text)) return text // most stretches of Chinese
  const line = (startsLine ? `\n${text}` : text).replace(LINE_MARK, '\n').replace(/\s+/g, ' ')
  return startsLine ? line.trimStart() : line
}

const mark = (text: string, hits: readonly Range[], from: number, to: number): Snippet => {
  const pieces: Snippet = []
  const push = (start: number, end: number, hit: boolean) => {
    const stretch = hit ? text.slice(start, end).replace(/\s+/g, ' ') : asLine(text.slice(start, end), start === 0 || text[start - 1] === '\n')
    if (stretch !== '') pieces.push({ text: stretch, hit })
  }
  let at = from
  for (const [start, end] of hits) {
    if (end <= from || start >= to) continue
    push(at, Math.max(start, from), false)
    push(Math.max(start, from), Math.min(end, to), true)
    at = Math.min(end, to)
  }
  push(at, to, false)
  return pieces
}

/** A title, in full, with the words marked. */
export const highlight = (text: string, words: readonly string[]): Snippet => mark(text, hitsOf(text, words, 20), 0, text.length)

/** UTF-16 units shown of a body, and how many of them stand in front of the first hit. */
const WINDOW = 120
const LEAD = 24
/** Far more than a window holds; bounds the work on a long text full of one character. */
const MOST_HITS = 60

/** Not between the halves of a surrogate pair. */
const whole = (text: string, at: number): number => (at > 0 && at < text.length && /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at)

/** The stretch of a body in which most of the words stand, with the words marked and … where text was left out. */
export const snippetOf = (text: string, words: readonly string[]): Snippet => {
  const hits = hitsOf(text, words, MOST_HITS)
  let best = hits[0]?.[0] ?? 0
  let most = 0
  for (const [index, [start]] of hits.entries()) {
    let marked = 0
    for (let i = index; i < hits.length; i++) {
      const hit = hits[i]
      if (!hit || hit[1] > start + WINDOW - LEAD) break
      // Different words side by side make longer ranges than one word alone; repeated short ones add little.
      marked += Math.min(hit[1] - hit[0], 12)
    }
    if (marked > most) [most, best] = [marked, start]
  }
  const end = whole(text, Math.min(text.length, Math.max(0, best - LEAD) + WINDOW))
  const start = whole(text, text.length <= WINDOW ? 0 : Math.max(0, Math.min(best - LEAD, text.length - WINDOW)))
  const pieces = mark(text, hits, start, end)
  if (start > 0) pieces.unshift({ text: '…', hit: false })
  if (end < text.length) pieces.push({ text: '…', hit: false })
  return pieces
}
