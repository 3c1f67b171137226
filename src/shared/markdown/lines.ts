/** One line of a text: `[start, end)` without its ending, `next` where the following line starts, all in UTF-16 code units. */
export type Line = { readonly text: string; readonly start: number; readonly end: number; readonly next: number }

/** Splits at LF, CRLF and CR, the line endings of CommonMark 0.31 §2.1. A final empty line is not reported. */
export const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = []
  let start = 0
  if (!text.includes('\r')) {
    // Far quicker than the expression below; most texts are such.
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.push({ text: text.slice(start, end), start, end, next: end + 1 })
      start = end + 1
    }
  }
  const ending = /\r\n|\n|\r/g
  ending.lastIndex = start
  for (let match = ending.exec(text); match !== null; match = ending.exec(text)) {
    lines.push({ text: text.slice(start, match.index), start, end: match.index, next: ending.lastIndex })
    start = ending.lastIndex
  }
  if (start < text.length) lines.push({ text: text.slice(start), start, end: text.length, next: text.length })
  return lines
}

/** The line ending that a text uses; LF when it has none. */
export const lineEndingOf = (text: string): '\n' | '\r\n' => (/\r\n/.test(text) ? '\r\n' : '\n')

/** `text` with every line ending turned into `ending`. */
export const withLineEnding = (text: string, ending: '\n' | '\r\n'): string => text.replace(/\r\n|\n|\r/g, ending)

export const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text)

/** Line number (from 1) of an offset, found by bisection. */
export const lineAt = (lines: readonly Line[], offset: number): number => {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
