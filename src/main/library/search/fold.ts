/** \p{Cc}, spelt out: without the flag `u` it runs over a text four times as fast. */
// oxlint-disable-next-line no-control-regex -- they are what is meant
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g

const foldWhole = (text: string): string =>
  // Final sigma is the only letter whose lower case depends on its neighbours: folded, a part of a word folds as it does inside the word.
  text.toWellFormed().normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').replace(CONTROL, ' ')

/** A character that folds to exactly one UTF-16 unit, whatever such characters stand beside it: ASCII, Latin-1 letters, quotes and dashes, kana, Han, full-width ASCII. */
const aligned = String.raw`\u0000-\u007f\u00c0-\u00ff\u2010-\u2016\u2018-\u201f\u3000-\u3029\u3041-\u3096\u30a1-\u30fe\u3400-\u9fff\uff01-\uff5e`
const ALIGNED = new RegExp(`[${aligned}]`)

/** Of every unit what it folds to, learnt as they come. Control characters fold to spaces, so that no unit folds to one of these two. */
const foldedUnits = new Uint16Array(0x10000)
const UNKNOWN = 0
const NOT_ALIGNED = 1

const learn = (code: number): number => {
  const unit = String.fromCharCode(code)
  return (foldedUnits[code] = ALIGNED.test(unit) ? foldWhole(unit).charCodeAt(0) : NOT_ALIGNED)
}

/** Longer texts are few. */
const room = new Uint16Array(1 << 14)
/** Little-endian as the array is, on every processor that Node runs on but IBM's mainframes. */
const roomBytes = Buffer.from(room.buffer)

/** Unit by unit, in a fifth of the time; null for a text with characters that are not {@link ALIGNED}, or too long. */
const foldAligned = (text: string): string | null => {
  if (text.length > room.length) return null
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    let folded = foldedUnits[code] as number
    if (folded === UNKNOWN) folded = learn(code)
    if (folded === NOT_ALIGNED) return null
    room[at] = folded
  }
  return roomBytes.toString('utf16le', 0, text.length * 2)
}

/**
 * The form in which text is compared: NFKC, lower case, well-formed UTF-16, control characters as spaces. Width, case and compatibility
 * forms make no difference to a search; everything else does. Both the indexed text and the query go through it, so that search finds
 * exactly what `fold(text).includes(fold(word))` finds.
 */
export const fold = (text: string): string => foldAligned(text) ?? foldWhole(text)

/** The words of a query, folded; every one of them has to be found. */
export const wordsOf = (query: string): string[] => [...new Set(fold(query).split(/\s+/u).filter((word) => word !== ''))]

const ORDINARY_WORD = /^[a-z0-9\-+/#@&\u3001\u3002\u3008-\u3011\u3014\u3015\u2018\u2019\u201c\u201d\u2014\u3400-\u9fff]+$/
/** Words of Han, a–z, digits and the punctuation of titles and compound words. @param word folded */
export const isOrdinaryWord = (word: string): boolean => ORDINARY_WORD.test(word)

/**
 * Texts in which an ordinary word can be looked for without folding, by SQL: but for the case of ASCII letters, nothing in them folds into a
 * character of such a word (full-width and circled letters, ㈱, Kangxi radicals …) or out of one (a combining mark). Nearly every text is
 * of this kind. Without NUL, at which SQLite's LIKE stops reading.
 */
// oxlint-disable-next-line no-control-regex -- ASCII is meant as a whole
const ORDINARY_TEXT = /^[\u0001-\u007f\u00c0-\u012f\u2010-\u2027\u2030\u2190-\u21ff\u2500-\u25ff\u3000-\u3029\u3041-\u3096\u30a1-\u30fe\u3400-\u9fff\uff01\uff02\uff04\uff05\uff07-\uff0a\uff0c\uff0e\uff1a-\uff1f\uff3b-\uff40\uff5b-\uff60]*$/
export const isOrdinaryText = (text: string): boolean => ORDINARY_TEXT.test(text)

/** Stretches of {@link ALIGNED} characters, less the one that a mark may follow; and what lies between them. */
const RUNS = new RegExp(`([${aligned}]+(?=[${aligned}]|$))|[${aligned}]?[^${aligned}]+|[${aligned}]`, 'g')

/** The smallest stretches that fold independently of each other: a run of conjoining jamo, or one character, each with its combining marks. */
const INDEPENDENT = /(?:[\uac00-\ud7a3]?[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uffa0-\uffdc]+|\P{M})[\p{M}\uff9e\uff9f]*|\p{M}+/gsu

export type FoldedText = {
  readonly folded: string
  /** From a range of `folded` to the smallest range of the original that covers it. */
  readonly toOriginal: (start: number, end: number) => readonly [start: number, end: number]
}

/** Folds a text and remembers where every unit came from, so that hits can be marked in what the user wrote. */
export const foldWithOrigins = (text: string): FoldedText => {
  const aligned = foldAligned(text)
  if (aligned !== null) return { folded: aligned, toOriginal: (start, end) => [start, end] }

  const folded = foldWhole(text)
  const starts: number[] = []
  const ends: number[] = []
  let joined = ''
  const add = (piece: string, start: number, end: number) => {
    joined += piece
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(start)
      ends.push(end)
    }
  }
  for (const run of text.matchAll(RUNS)) {
    const [characters, aligned] = run
    if (aligned !== undefined) {
      joined += fold(aligned)
      for (let unit = run.index; unit < run.index + aligned.length; unit++) {
        starts.push(unit)
        ends.push(unit + 1)
      }
      continue
    }
    for (const match of characters.matchAll(INDEPENDENT)) add(fold(match[0]), run.index + match.index, run.index + match.index + match[0].length)
  }
  // Should Unicode ever compose across our stretches, mark the whole text rather than the wrong part of it.
  if (joined !== folded) return { folded, toOriginal: () => [0, text.length] }
  return { folded, toOriginal: (start, end) => [starts[start] ?? text.length, ends[end - 1] ?? text.length] }
}
