import type { RawParagraph } from './raw-paragraph'

/** A text without line breaks can be one paragraph of megabytes; provenance and review need pieces that a person can look at. */
const LONGEST = 5000

const piecesOf = (text: string): string[] => {
  const pieces: string[] = []
  let rest = text
  while (rest.length > LONGEST) {
    const window = rest.slice(0, LONGEST)
    const sentence = Math.max(...['。', '！', '？', '；', '. ', '\n'].map((end) => window.lastIndexOf(end)))
    // Never between the halves of a surrogate pair.
    const cut = sentence > LONGEST / 2 ? sentence + 1 : LONGEST - (/[\uD800-\uDBFF]$/.test(window) ? 1 : 0)
    pieces.push(rest.slice(0, cut).trim())
    rest = rest.slice(cut).trim()
  }
  return [...pieces, rest].filter((piece) => piece !== '')
}

/** Splits paragraphs of more than 5000 characters at the ends of sentences. Tables stay whole: their reader has cut them already. */
export const splitLongParagraphs = (paragraphs: readonly RawParagraph[]): readonly RawParagraph[] =>
  paragraphs.flatMap((paragraph) => {
    if (paragraph.text.length <= LONGEST || paragraph.kind === 'table' || paragraph.kind === 'picture') return [paragraph]
    const { markdown: _, ...rest } = paragraph
    return piecesOf(paragraph.text).map((text, at): RawParagraph => ({ ...rest, text, number: at === 0 ? paragraph.number : '', title: at === 0 && paragraph.title === true }))
  })
