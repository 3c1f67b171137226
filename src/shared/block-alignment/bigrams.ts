export type Gramed = { readonly text: string }

const known = new WeakMap<Gramed, ReadonlySet<string>>()

/** Pairs of letters that follow each other; made once for each object. */
const bigramsOf = (one: Gramed): ReadonlySet<string> => {
  const found = known.get(one)
  if (found) return found
  const letters = one.text.replace(/[^\p{L}\p{N}]+/gu, '')
  const grams = new Set(Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2)))
  known.set(one, grams)
  return grams
}

/** How much of two texts is alike, 0–1: the Sørensen–Dice coefficient of their pairs of letters (Dice 1945). Two texts without any have nothing in common. */
export const likeness = (one: Gramed, other: Gramed): number => {
  const [a, b] = [bigramsOf(one), bigramsOf(other)]
  if (a.size + b.size === 0) return 0
  let shared = 0
  for (const gram of a) if (b.has(gram)) shared++
  return (2 * shared) / (a.size + b.size)
}
