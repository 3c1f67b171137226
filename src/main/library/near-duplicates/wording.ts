import { diffArrays } from 'diff'
import { diffTokens } from '../../../shared/text-diff/diff-text'

/** Below this many tokens a body says too little to be told from others by itself; then the title counts as well. */
const SHORT_BODY = 8
/** Longer texts are compared by their shingles instead of by their longest common subsequence. */
const LONG = 4000
/** Tokens in a shingle: three are stock phrases in every tenth text about schools, five break at every small change. */
export const SHINGLE = 4

/**
 * What is left of a text once everything is gone in which a copy may differ without saying anything else: width, case, compatibility forms, punctuation,
 * spaces, marks of Markdown. Tokens are Han characters and words.
 */
export const wordingTokens = (text: string): string[] => diffTokens(text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')).filter((token) => token !== ' ')

export type Wording = { readonly title: string; readonly body: string }

export const tokensOf = ({ title, body }: Wording): string[] => {
  const tokens = wordingTokens(body)
  return tokens.length >= SHORT_BODY ? tokens : wordingTokens(`${title} ${body}`)
}

/** The distinct runs of {@link SHINGLE} tokens; a shorter text is one run. */
export const shinglesOf = (tokens: readonly string[]): Set<string> => {
  if (tokens.length === 0) return new Set()
  if (tokens.length <= SHINGLE) return new Set([tokens.join(' ')])
  return new Set(Array.from({ length: tokens.length - SHINGLE + 1 }, (_, at) => tokens.slice(at, at + SHINGLE).join(' ')))
}

const shared = (first: ReadonlySet<string>, second: ReadonlySet<string>): number => {
  let count = 0
  for (const one of first) if (second.has(one)) count++
  return count
}

/** Characters that both hold, in whatever order: no common subsequence is longer, and it is counted in a fraction of the time. */
const inCommon = (first: readonly string[], second: readonly string[]): number => {
  const counts = new Map<string, number>()
  for (const token of first) counts.set(token, (counts.get(token) ?? 0) + 1)
  let common = 0
  for (const token of second) {
    const left = counts.get(token) ?? 0
    if (left === 0) continue
    counts.set(token, left - 1)
    common += token.length
  }
  return common
}

const lengthOf = (tokens: readonly string[]): number => tokens.reduce((sum, token) => sum + token.length, 0)

/**
 * The share of characters that two wordings have in the same order: 2 × longest common subsequence ÷ both lengths (Dice), 1 for the same wording.
 *
 * @param least stops as soon as the answer is known to be less, and then gives 0
 */
export const similarityOf = (first: readonly string[], second: readonly string[], least: number): number => {
  const total = lengthOf(first) + lengthOf(second)
  if (total === 0) return 0
  if (2 * inCommon(first, second) < least * total) return 0
  if (first.length + second.length > LONG) {
    const [some, others] = [shinglesOf(first), shinglesOf(second)]
    const similarity = (2 * shared(some, others)) / (some.size + others.size)
    return similarity < least ? 0 : similarity
  }
  const changes = diffArrays([...first], [...second], { maxEditLength: Math.ceil((1 - least) * (first.length + second.length)) + 2 })
  if (!changes) return 0
  const kept = changes.reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : lengthOf(value)), 0)
  const similarity = (2 * kept) / total
  return similarity < least ? 0 : similarity
}
