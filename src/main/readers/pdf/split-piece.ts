import type { TextPiece } from './page-lines'

/** Widths in heights of the font: a Han character fills its square, a Latin one about half of it (as in `paragraphs.ts`). */
const wide = /[\u2E80-\u9FFF\uF900-\uFAFF\u3000-\u303F\uFF00-\uFF60]/u
const LATIN_WIDTH = 0.52
/** A parting lies no further than this from where a line is drawn, in heights of the font. */
const FURTHEST = 1.2
/** A parting between characters without a space counts as being further away by this, in heights of the font. */
const WITHOUT_SPACE = 0.5

/** Where each character begins, and where the last one ends; what the characters leave of the width belongs to the spaces. */
const placesIn = ({ text, x, width, size }: TextPiece): readonly number[] => {
  const characters = Array.from(text)
  const own = characters.map((character) => (character.trim() === '' ? 0 : (wide.test(character) ? 1 : LATIN_WIDTH) * size))
  const sum = own.reduce((total, one) => total + one, 0)
  const spaces = characters.filter((character) => character.trim() === '').length
  const scale = spaces === 0 || sum > width ? width / Math.max(sum, 1) : 1
  const space = spaces === 0 ? 0 : Math.max(0, width - sum * scale) / spaces
  const places = [x]
  for (const [at, character] of characters.entries()) places.push((places[at] ?? x) + (character.trim() === '' ? space : (own[at] ?? 0) * scale))
  return places
}

/**
 * Parts a piece of text at a line that is drawn through it: pdfjs joins what is written side by side, the cells of a table too, and keeps no place for single
 * characters. It is parted at the space nearest to the line, else between the nearest characters.
 * @param edge x of the line.
 * @returns null where no parting is near the line, or none is needed.
 */
export const splitPiece = (piece: TextPiece, edge: number): readonly [TextPiece, TextPiece] | null => {
  const characters = Array.from(piece.text)
  const places = placesIn(piece)
  let best = { at: -1, distance: FURTHEST * piece.size }
  for (let at = 1; at < characters.length; at += 1) {
    const isSpace = characters[at]?.trim() === ''
    const middle = isSpace ? ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2 : (places[at] ?? 0)
    const distance = Math.abs(middle - edge) + (isSpace ? 0 : WITHOUT_SPACE * piece.size)
    if (distance < best.distance) best = { at, distance }
  }
  if (best.at < 0) return null
  const [before, behind] = [characters.slice(0, best.at).join(''), characters.slice(best.at).join('')]
  if (before.trim() === '' || behind.trim() === '') return null
  return [
    { ...piece, text: before.trimEnd(), width: Math.max(1, edge - piece.x) },
    { ...piece, text: behind.trimStart(), x: edge, width: Math.max(1, piece.x + piece.width - edge) },
  ]
}
