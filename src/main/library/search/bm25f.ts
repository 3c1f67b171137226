/**
 * How much words weigh in a text: BM25F (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009, §3.6) with two fields, title and body.
 */
const K1 = 1.2
const B = 0.75
/** Characters in an average material. A constant, so that a score never changes because other texts came or went. */
const AVERAGE_LENGTH = 400
export const TITLE_WEIGHT = 5

/** The saturation point k of a text of `length` folded characters, title and body together: a weight of k is worth half of the most. */
export const saturation = (length: number): number => K1 * (1 - B + (B * length) / AVERAGE_LENGTH)

export const occurrences = (text: string, word: string): number => {
  let count = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count++
  return count
}

/** The rarer a word, the more it says: ln(1 + (N − n + ½) / (n + ½)), never negative. */
export const rarity = (texts: number, having: number): number => Math.log(1 + Math.max(0, texts - having + 0.5) / (having + 0.5))

export type WeighedWord = { readonly word: string; readonly rarity: number }

/**
 * The BM25F score of a text in which the words weigh so much.
 *
 * @param weights of every word: its occurrences, those in the title × {@link TITLE_WEIGHT}
 * @returns 0 when a word weighs nothing; every word has to be there
 */
export const scoreOf = (weights: readonly number[], words: readonly WeighedWord[], k: number): number => {
  let sum = 0
  for (const [index, { rarity }] of words.entries()) {
    const weight = weights[index] ?? 0
    if (weight === 0) return 0
    sum += (rarity * weight) / (weight + k)
  }
  return sum
}

/**
 * The BM25F score of a text.
 *
 * @param title folded
 * @param body folded
 * @param words folded query words with their {@link rarity}
 * @param k the {@link saturation} of the text
 * @returns 0 when a word is missing from both fields; every word has to be there
 */
export const score = (title: string, body: string, words: readonly WeighedWord[], k = saturation(title.length + body.length)): number => {
  const weights = words.map(({ word }) => TITLE_WEIGHT * occurrences(title, word) + occurrences(body, word))
  return scoreOf(weights, words, k)
}
