/**
 * How much a term weighs in a text: BM25F (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009, §3.6) with two fields,
 * title and body. Its saturation w / (w + k) depends on the text alone through r = w / k, so r is fixed when the text is written, and
 * the index keeps it in steps: FTS5 then delivers the best texts first without scoring a hundred thousand of them.
 */
const K1 = 1.2
const B = 0.75
/** Characters in an average material. A constant, so that a weight never changes because other texts came or went. */
const AVERAGE_LENGTH = 400
export const TITLE_WEIGHT = 5

/** The saturation point k of a text of `length` folded characters, title and body together. */
export const saturation = (length: number): number => K1 * (1 - B + (B * length) / AVERAGE_LENGTH)

/** Lower bounds of r, highest first. Below the last one a term gets no mark. Steps of about a quarter keep a tier near the size of a page of hits. */
const TIERS = [64, 48, 36, 28, 22, 18, 15, 12, 10, 8, 6.5, 5.2, 4.2, 3.3, 2.6, 2] as const

/** Full-width capitals: NFKC and lower case leave none in folded text, so a marked term is never mistaken for a gram. */
const markOf = (tier: number): string => String.fromCharCode(0xff21 + tier)

export const tierMarks: readonly string[] = TIERS.map((_, tier) => markOf(tier))

/** Bounds of r that have a mark of their own, for every term that reaches them: heavy terms can be intersected without joining up to sixteen tiers for each. */
const BOUNDS = [4.2, 2] as const
export const boundMarks: readonly string[] = ['Ｙ', 'Ｚ']

/** @returns the marks of a term with weight `weight` in a text with saturation point `k`: of its tier, and of every bound it reaches; none below all of them. */
export const marksOf = (weight: number, k: number): readonly string[] => {
  const tier = TIERS.findIndex((bound) => weight >= bound * k)
  return tier < 0 ? [] : [markOf(tier), ...boundMarks.filter((_, i) => weight >= (BOUNDS[i] ?? Infinity) * k)]
}

const occurrences = (text: string, word: string): number => {
  let count = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count++
  return count
}

/** The rarer a word, the more it says: ln(1 + (N − n + ½) / (n + ½)), never negative. */
export const rarity = (texts: number, having: number): number => Math.log(1 + Math.max(0, texts - having + 0.5) / (having + 0.5))

/**
 * The BM25F score of a text.
 *
 * @param title folded
 * @param body folded
 * @param words folded query words with their {@link rarity}
 * @returns 0 when a word is missing from both fields; every word has to be there
 */
export const score = (title: string, body: string, words: readonly { readonly word: string; readonly rarity: number }[]): number => {
  const k = saturation(title.length + body.length)
  let sum = 0
  for (const { word, rarity } of words) {
    const weight = TITLE_WEIGHT * occurrences(title, word) + occurrences(body, word)
    if (weight === 0) return 0
    sum += (rarity * weight) / (weight + k)
  }
  return sum
}
