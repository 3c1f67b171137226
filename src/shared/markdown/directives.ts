/** The container directives of a talk (formats.md, "A talk in Markdown"). */
export const directiveNames = ['script', 'cite', 'case', 'chart', 'two-columns', 'timeline', 'question', 'explanation', 'discussion', 'activity', 'local-case', 'picture', 'agenda', 'closing', 'references', 'only', 'except'] as const
export type DirectiveName = (typeof directiveNames)[number]

export const isDirectiveName = (name: string): name is DirectiveName => (directiveNames as readonly string[]).includes(name)

/** The directives that say whom their content is for; they alone may hold whole blocks and sections. */
export const isCondition = (name: string): name is 'only' | 'except' => name === 'only' || name === 'except'

/**
 * Whether `inner` may stand in `outer` even though it has as many colons: the nestings that a writer means when the outer colons were
 * forgotten. Any other directive that opens there shows that the outer one was never closed.
 */
export const mayHold = (outer: string, inner: string): boolean => isCondition(outer) || isCondition(inner) || (outer === 'question' && inner === 'explanation')

/** The known name nearest to a misspelt one, at most two edits away; null when none is. */
export const nearestDirective = (name: string): DirectiveName | null => {
  const near = directiveNames.map((known) => ({ known, edits: editDistance(name.toLowerCase(), known) })).sort((a, b) => a.edits - b.edits)[0]
  return near !== undefined && near.edits <= 2 ? near.known : null
}

/** Levenshtein distance, in code units. */
const editDistance = (from: string, to: string): number => {
  if (Math.abs(from.length - to.length) > 2) return 3
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)))
    row = next
  }
  return row[to.length] ?? 0
}
