import { likeness, type Gramed } from './bigrams'

/** What blocks are recognised by. */
export type Alignable = { readonly title: string; readonly shown: string; readonly said: string; /** All of the block. */ readonly text: string }

/** For each block of the later talk the block of the earlier one that it was, by index; null for a new one. No block is named twice. */
export type Alignment = readonly (number | null)[]

/** The same title counts as much as a third of the wording. */
const SAME_TITLE = 0.35
/** From here on two blocks are the same one, edited. */
const ALIKE = 0.35
/** Beyond so many pairs blocks are told apart by title alone: two talks that have next to nothing in common. */
const MOST_PAIRS = 40_000
/** A shorter text stands in many blocks: it says nothing about which one it is. */
const TELLING = 8

type Pairs = { readonly partners: (number | null)[]; readonly taken: boolean[] }

/**
 * Which block of a talk became which, whatever was done between: what stayed as it was is the same block, also where it moved; then what kept its slide or
 * its script; then what is alike in title and wording; then, where asked for, what stands in the same place between blocks that are known.
 *
 * @param inPlace whether a block that shares nothing with the one in whose place it stands is that block: true from one save to the next, false between days
 */
export const alignBlocks = (before: readonly Alignable[], after: readonly Alignable[], { inPlace }: { readonly inPlace: boolean }): Alignment => {
  const pairs: Pairs = { partners: after.map(() => null), taken: before.map(() => false) }
  sameEnds(before, after, pairs)
  sameKey(before, after, pairs, ({ text }) => text)
  sameKey(before, after, pairs, ({ title, shown }) => (shown === '' ? null : `${title}\n${shown}`))
  sameKey(before, after, pairs, ({ title, said }) => (said === '' ? null : `${title}\n${said}`))
  sameKey(before, after, pairs, ({ said }) => (said.length < TELLING ? null : said))
  sameKey(before, after, pairs, ({ shown }) => (shown.length < TELLING ? null : shown))
  alike(before, after, pairs)
  if (inPlace) samePlace(pairs)
  return pairs.partners
}

/** Blocks of the later talk that changed places: those outside the longest run that kept its order. */
export const movedBlocks = (alignment: Alignment): ReadonlySet<number> => {
  const kept = longestRise(alignment.flatMap((old, at) => (old === null ? [] : [{ old, at }])))
  return new Set(alignment.flatMap((old, at) => (old === null || kept.has(at) ? [] : [at])))
}

const pair = ({ partners, taken }: Pairs, old: number, young: number): void => {
  partners[young] = old
  taken[old] = true
}

/** Almost always all but one block: whatever else is alike, a block that stands where it stood is itself. */
const sameEnds = (before: readonly Alignable[], after: readonly Alignable[], pairs: Pairs): void => {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  for (; head < shorter && before[head]?.text === after[head]?.text; head++) pair(pairs, head, head)
  for (let tail = 1; tail <= shorter - head && before.at(-tail)?.text === after.at(-tail)?.text; tail++) pair(pairs, before.length - tail, after.length - tail)
}

/** Pairs what has the same key, in order. */
const sameKey = (before: readonly Alignable[], after: readonly Alignable[], pairs: Pairs, key: (block: Alignable) => string | null): void => {
  const waiting = new Map<string, number[]>()
  for (const [index, block] of before.entries()) {
    const name = pairs.taken[index] === true ? null : key(block)
    if (name !== null) waiting.set(name, [...(waiting.get(name) ?? []), index])
  }
  for (const [index, block] of after.entries()) {
    const name = pairs.partners[index] === null ? key(block) : null
    const old = name === null ? undefined : waiting.get(name)?.shift()
    if (old !== undefined) pair(pairs, old, index)
  }
}

/** Pairs what is alike, the most alike first; of equals those whose places are nearest. */
const alike = (before: readonly Alignable[], after: readonly Alignable[], pairs: Pairs): void => {
  const old = before.flatMap((block, at) => (pairs.taken[at] === true ? [] : [gramed(block, at)]))
  const young = after.flatMap((block, at) => (pairs.partners[at] === null ? [gramed(block, at)] : []))
  if (old.length * young.length > MOST_PAIRS) return sameKey(before, after, pairs, ({ title }) => (title === '' ? null : title))
  const scored = young.flatMap((one) =>
    old.flatMap((other) => {
      const score = likeness(one, other) + (one.title !== '' && one.title === other.title ? SAME_TITLE : 0)
      return score < ALIKE ? [] : [{ old: other.at, young: one.at, score, distance: Math.abs(other.at - one.at) }]
    }),
  )
  for (const found of scored.toSorted((a, b) => b.score - a.score || a.distance - b.distance || a.young - b.young)) {
    if (pairs.partners[found.young] === null && pairs.taken[found.old] !== true) pair(pairs, found.old, found.young)
  }
}

const gramed = ({ title, shown, said }: Alignable, at: number): Gramed & { readonly title: string; readonly at: number } => ({ title, at, text: `${shown}\n${said}` })

/** Between two neighbours that are known, as many unknown blocks as there were before: the same ones, rewritten. */
const samePlace = ({ partners, taken }: Pairs): void => {
  for (let at = 0; at < partners.length; at++) {
    if (partners[at] !== null) continue
    let end = at
    while (end < partners.length && partners[end] === null) end++
    const first = at === 0 ? 0 : (partners[at - 1] ?? 0) + 1
    const next = end === partners.length ? taken.length : (partners[end] ?? 0)
    const isGap = next - first === end - at && !taken.slice(first, next).includes(true)
    if (isGap) for (let step = 0; step < end - at; step++) pair({ partners, taken }, first + step, at + step)
    at = end
  }
}

/** Where the longest strictly rising subsequence of `old` stands (patience sorting). */
const longestRise = (steps: readonly { readonly old: number; readonly at: number }[]): ReadonlySet<number> => {
  const tops: number[] = []
  const below: number[] = []
  for (const [index, { old }] of steps.entries()) {
    let low = 0
    for (let high = tops.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((steps[tops[middle] ?? 0]?.old ?? 0) < old) low = middle + 1
      else high = middle
    }
    below[index] = low === 0 ? -1 : (tops[low - 1] ?? -1)
    tops[low] = index
  }
  const kept = new Set<number>()
  for (let index = tops.at(-1) ?? -1; index >= 0; index = below[index] ?? -1) kept.add(steps[index]?.at ?? -1)
  return kept
}
