import type { Snippet } from '../../../shared/contract/library'

/** A title or snippet with what matched the query marked. */
export function Highlight({ parts }: { parts: Snippet }) {
  // Parts have no identity of their own: their place in the sentence is it.
  return parts.map((part, place) => (part.hit ? <mark key={place}>{part.text}</mark> : part.text))
}
