/**
 * Grams: the terms of the index. Every character that is not a space is one, every two neighbours are one, and so are three neighbours of an
 * alphabet whose words are long (Latin, Greek, Cyrillic, digits …): Han, kana and Hangul are selective enough in pairs, and triples would
 * double the index.
 *
 * A gram is a number, so that it is compared, hashed and delta-coded at the price of one: single characters come first, then pairs, triples,
 * and the terms of filters. Different grams never share a number.
 */
const SPACE = /\s/u
/** The alphabets end where Unicode's two-byte forms do: three of their characters fit into 33 bits. */
const ALPHABETS_END = 0x800

const UNICODE = 0x110000
const PAIRS = UNICODE
const TRIPLES = PAIRS + UNICODE ** 2
const FACETS = TRIPLES + ALPHABETS_END ** 3
/** Every code is below this: 41 bits leave twelve of a double's 53 for the number of a segment. */
export const CODES = 2 ** 41

const one = (a: number): number => a
const pair = (a: number, b: number): number => PAIRS + a * UNICODE + b
const triple = (a: number, b: number, c: number): number => TRIPLES + (a * ALPHABETS_END + b) * ALPHABETS_END + c
/** Labels and kinds share the index with the text: the term numbered `id` of `search_facets`. */
export const facetCode = (id: number): number => FACETS + id

const UNKNOWN = 0
const IS_SPACE = 1
const IS_TEXT = 2
/** Whether a character separates words, learnt as they come; outside the basic plane none does. */
const classes = new Uint8Array(0x10000)
const isSpace = (code: number): boolean => {
  if (code > 0xffff) return false
  const known = classes[code] ?? UNKNOWN
  if (known !== UNKNOWN) return known === IS_SPACE
  const space = SPACE.test(String.fromCharCode(code))
  classes[code] = space ? IS_SPACE : IS_TEXT
  return space
}

/** Calls `visit` with every gram of a folded text, as often as it occurs. */
export const eachGram = (folded: string, visit: (gram: number) => void): void => {
  let before = -1
  let twoBefore = -1
  for (let at = 0; at < folded.length; at++) {
    let here = folded.charCodeAt(at)
    if (here >= 0xd800 && here < 0xdc00) {
      here = folded.codePointAt(at) ?? here
      if (here > 0xffff) at++
    }
    if (isSpace(here)) {
      before = twoBefore = -1
      continue
    }
    visit(one(here))
    if (before >= 0) {
      visit(pair(before, here))
      if (twoBefore >= 0 && here < ALPHABETS_END && before < ALPHABETS_END && twoBefore < ALPHABETS_END) visit(triple(twoBefore, before, here))
    }
    twoBefore = before
    before = here
  }
}

/** No query needs more: what is left out is still verified in the text. */
const MOST_GRAMS = 16

/**
 * The fewest grams that every text containing `word` has.
 *
 * @param word folded, not empty, without spaces
 * @returns `complete` when having the gram is the same as containing the word; otherwise the text has to be looked at
 */
export const gramsOfWord = (word: string): { grams: readonly number[]; complete: boolean } => {
  const [a = 0, b, c, ...more] = Array.from(word, (character) => character.codePointAt(0) ?? 0)
  if (b === undefined) return { grams: [one(a)], complete: true }
  if (c === undefined) return { grams: [pair(a, b)], complete: true }
  const characters = [a, b, c, ...more]
  const alphabetic = (start: number) => start >= 0 && start + 3 <= characters.length && characters.slice(start, start + 3).every((code) => code < ALPHABETS_END)
  if (characters.length === 3 && alphabetic(0)) return { grams: [triple(a, b, c)], complete: true }

  const grams = new Set<number>()
  const at = (index: number) => characters[index] ?? 0
  for (let i = 0; i + 1 < characters.length; i++) {
    if (alphabetic(i)) grams.add(triple(at(i), at(i + 1), at(i + 2)))
    if (!alphabetic(i) && !alphabetic(i - 1)) grams.add(pair(at(i), at(i + 1)))
  }
  const all = [...grams]
  const step = Math.ceil(all.length / MOST_GRAMS)
  return { grams: step > 1 ? all.filter((_, i) => i % step === 0) : all, complete: false }
}
