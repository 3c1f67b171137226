/**
 * The smallest single replacement that turns `before` into `after`: what two texts share at both ends stays, so that a cursor outside
 * the change keeps its place. Offsets are UTF-16 code units into `before`; null when the texts are equal.
 */
export function changedSpan(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let tail = 0
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++
  return { from: start, to: before.length - tail, insert: after.slice(start, after.length - tail) }
}
