import type { Snippet } from '../../../shared/contract/library'

/** Marks of the talk dialect that carry nothing in a one-line preview: directive fences, pictures' addresses, list and quotation marks, emphasis. */
const marks = /:{3,}[a-z-]*(?:\{[^}]*\})?|!\[|\]\([^)]*\)?|^\s*(?:[-*+>#]+|\d+[.)])\s+|(?<=\s)(?:[-*+>]|#{1,6}|\d+[.)])(?=\s)|(?<=^|\s):?-{3,}:?(?=\s|$)|\*\*|\|/g

/** A snippet of Markdown as it reads in a list. What matched the query is never taken away. */
export const plainSnippet = (snippet: Snippet): Snippet =>
  snippet.map((part) => (part.hit ? part : { ...part, text: part.text.replace(marks, ' ').replace(/\s{2,}/g, ' ') })).filter((part) => part.text !== '')
