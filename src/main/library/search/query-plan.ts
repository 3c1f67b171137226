import type { MaterialFilter } from '../../../shared/contract/library'
import { filterGroups } from './facets'
import { isOrdinaryWord, wordsOf } from './fold'
import { gramsOfWord } from './grams'

export type PlannedWord = { /** Folded. */ readonly word: string; readonly grams: readonly number[]; /** Is having the grams the same as containing the word? */ readonly complete: boolean }

export type QueryPlan = {
  /** None for a query that only filters. */
  readonly words: readonly PlannedWord[]
  /** Words that their grams do not prove: the text has to be looked at. In ordinary texts (see `isOrdinaryText`) that needs no folding when all of them are ordinary. */
  readonly unproven: readonly string[]
  readonly ordinary: boolean
  /** Facet terms: of every group a hit has at least one. */
  readonly groups: readonly (readonly string[])[]
}

/** How a query is answered from the index; pure. */
export const planQuery = (text: string, filter: MaterialFilter): QueryPlan => {
  const words = wordsOf(text).map((word) => ({ word, ...gramsOfWord(word) }))
  const unproven = words.filter((word) => !word.complete).map(({ word }) => word)
  return { words, unproven, ordinary: unproven.every(isOrdinaryWord), groups: filterGroups(filter) }
}
