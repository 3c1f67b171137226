/**
 * Grams: the terms of the index. Every character that is not a space is one, every two neighbours are one, and so are three neighbours of a
 * script whose words are long (Latin, Cyrillic, digits …): Han, kana and Hangul are selective enough in pairs, and triples would double the index.
 */
const SPACE = /\s/u
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** ASCII punctuation separates terms for FTS5's ascii tokenizer; its full-width twin does not, and NFKC leaves none of those in folded text. */
const WIDTH = 0xfee0
const isPunctuation = (code: number) => code < 0x80 && !(code >= 0x30 && code <= 0x39) && !(code >= 0x61 && code <= 0x7a)

type CharacterClass = 'space' | 'dense' | 'alphabetic'
type Character = { readonly class: CharacterClass; readonly term: string }

const known = new Map<string, Character>()

const characterOf = (character: string): Character => {
  let entry = known.get(character)
  if (!entry) {
    const code = character.codePointAt(0) ?? 0
    entry = {
      class: SPACE.test(character) ? 'space' : DENSE.test(character) ? 'dense' : 'alphabetic',
      term: isPunctuation(code) ? String.fromCharCode(code + WIDTH) : character,
    }
    known.set(character, entry)
  }
  return entry
}

/** Calls `visit` with every gram of a folded text, as often as it occurs. */
export const eachGram = (folded: string, visit: (gram: string) => void): void => {
  let before: Character | null = null
  let twoBefore: Character | null = null
  for (const text of folded) {
    const here = characterOf(text)
    if (here.class === 'space') {
      before = twoBefore = null
      continue
    }
    visit(here.term)
    if (before) {
      visit(before.term + here.term)
      if (twoBefore && here.class === 'alphabetic' && before.class === 'alphabetic' && twoBefore.class === 'alphabetic') visit(twoBefore.term + before.term + here.term)
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
export const gramsOfWord = (word: string): { grams: readonly string[]; complete: boolean } => {
  const characters = Array.from(word, characterOf)
  const term = (start: number, end: number) => characters.slice(start, end).map((character) => character.term).join('')
  const alphabetic = (start: number, end: number) => characters.slice(start, end).every((character) => character.class === 'alphabetic')

  if (characters.length <= 2) return { grams: [term(0, characters.length)], complete: true }
  if (characters.length === 3 && alphabetic(0, 3)) return { grams: [term(0, 3)], complete: true }

  const grams = new Set<string>()
  for (let i = 0; i + 1 < characters.length; i++) {
    const inTriple = (i + 2 < characters.length && alphabetic(i, i + 3)) || (i > 0 && alphabetic(i - 1, i + 2))
    if (i + 2 < characters.length && alphabetic(i, i + 3)) grams.add(term(i, i + 3))
    if (!inTriple) grams.add(term(i, i + 2))
  }
  const all = [...grams]
  const step = Math.ceil(all.length / MOST_GRAMS)
  return { grams: step > 1 ? all.filter((_, i) => i % step === 0) : all, complete: false }
}
