import type { MaterialFilter } from '../../../shared/contract/library'
import { filterGroups } from './facets'
import { isOrdinaryWord, wordsOf } from './fold'
import { gramsOfWord } from './grams'
import { boundMarks, tierMarks } from './impact'

export type QueryPlan = {
  /** Folded; none for a query that only filters. */
  readonly words: readonly string[]
  /** Words whose grams do not prove them: the text has to be looked at. In ordinary texts (see `isOrdinaryText`) SQL can do that … */
  readonly ordinary: readonly string[]
  /** … for these it has to be folded first. */
  readonly unusual: readonly string[]
  /** The FTS5 expression that every hit meets; null when everything is a hit. */
  readonly match: string | null
  /** Expressions from the heaviest texts down to `match`, each containing only texts that meet `match`. */
  readonly cascade: readonly string[]
  /** The expression for one word alone, to learn how rare it is. */
  readonly matchOf: (word: string) => string
}

const quoted = (term: string) => `"${term}"`
const all = (expressions: readonly string[]) => expressions.join(' AND ')
const any = (terms: readonly string[]) => (terms.length === 1 ? quoted(terms[0] ?? '') : `(${terms.map(quoted).join(' OR ')})`)

/** How a query is answered from the index; pure. */
export const planQuery = (text: string, filter: MaterialFilter): QueryPlan => {
  const words = wordsOf(text)
  const planned = words.map((word) => ({ word, ...gramsOfWord(word) }))
  const unproven = planned.filter((word) => !word.complete).map((word) => word.word)
  const grams = [...new Set(planned.flatMap((word) => word.grams))]
  const facets = filterGroups(filter).map(any)

  const withFacets = (expressions: readonly string[]) => all([...expressions, ...facets])
  const everything = withFacets(grams.map(quoted))
  const heavy =
    grams.length === 0
      ? []
      : grams.length === 1
        ? tierMarks.map((mark) => withFacets([quoted(`${grams[0]}${mark}`)]))
        : boundMarks.map((mark) => withFacets(grams.map((gram) => quoted(`${gram}${mark}`))))

  return {
    words,
    ordinary: unproven.filter(isOrdinaryWord),
    unusual: unproven.filter((word) => !isOrdinaryWord(word)),
    match: everything === '' ? null : everything,
    cascade: everything === '' ? [] : [...heavy, everything],
    matchOf: (word) => all(gramsOfWord(word).grams.map(quoted)),
  }
}
