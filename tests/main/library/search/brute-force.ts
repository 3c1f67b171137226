import { fold, wordsOf } from '../../../../src/main/library/search/fold'

/** What search has to find: true substring matching over the folded text, every word in the title or in the body. */
export const contains = (text: { readonly title: string; readonly body: string }, query: string): boolean =>
  wordsOf(query).every((word) => fold(text.title).includes(word) || fold(text.body).includes(word))
