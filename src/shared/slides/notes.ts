const PAGE_TURN = /\[(?:翻页|next)\]/gi

/**
 * The notes of a block's slides. Where the script turns pages, each slide gets the stretch that belongs to it, cue included, and the last one whatever
 * remains. A script without page turns stands whole under every slide of its block: the speaker reads on, whichever slide is up.
 */
export function notesFor(script: string, slides: number): string[] {
  const text = script.trim()
  if (slides <= 1) return [text]
  const stretches: string[] = []
  let start = 0
  for (const match of text.matchAll(PAGE_TURN)) {
    stretches.push(text.slice(start, match.index + match[0].length).trim())
    start = match.index + match[0].length
  }
  const rest = text.slice(start).trim()
  if (rest !== '') stretches.push(rest)
  if (stretches.length < 2) return Array.from({ length: slides }, () => text)
  return Array.from({ length: slides }, (_, index) => (index < slides - 1 ? (stretches[index] ?? '') : stretches.slice(index).join('\n\n')))
}
