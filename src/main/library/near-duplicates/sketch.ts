import { SHINGLE } from './wording'

/**
 * The features of a text by which its near-duplicates are found: the smallest hashes of its shingles (a bottom-k sketch: Broder, "On the resemblance and
 * containment of documents", 1997). Two texts that share a part J of their shingles share at least one of the k smallest with a probability of about
 * 1 − (1 − J)^k: with ten, 99 % at J = 0.4, which is what is left of four-token shingles when one token in nine was changed.
 */
const FEATURES = 10

/** Part of what is stored: raise it with any change of tokens, shingles or hash, and every library makes its sketches anew. */
export const SKETCH_VERSION = '2'

/** FNV-1a over the UTF-16 units of some tokens with a space between them, as if they were joined: texts have hundreds of shingles, and none needs to be a string. */
const hashOf = (tokens: readonly string[], from: number, to: number): number => {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) {
    if (at > from) hash = Math.imul(hash ^ SPACE, 0x01000193)
    const token = tokens[at] ?? ''
    for (let unit = 0; unit < token.length; unit++) hash = Math.imul(hash ^ token.charCodeAt(unit), 0x01000193)
  }
  return mixed(hash)
}

const SPACE = 0x20

/** MurmurHash3's finaliser: the order of the hashes is then as good as random. */
const mixed = (hash: number): number => {
  let last = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  last = Math.imul(last ^ (last >>> 13), 0xc2b2ae35)
  return (last ^ (last >>> 16)) >>> 0
}

/** The smallest hashes of the shingles of a text (`shinglesOf`), without repetition. */
export const sketchOf = (tokens: readonly string[]): number[] => {
  if (tokens.length === 0) return []
  const last = Math.max(0, tokens.length - SHINGLE)
  const hashes = Uint32Array.from({ length: last + 1 }, (_, at) => hashOf(tokens, at, Math.min(at + SHINGLE, tokens.length))).sort()
  const smallest: number[] = []
  for (const hash of hashes) {
    if (hash === smallest.at(-1)) continue
    smallest.push(hash)
    if (smallest.length === FEATURES) break
  }
  return smallest
}

/** How many features two texts must have in common to be compared: a single one of many is a stock phrase more often than a copy. */
export const leastShared = (features: readonly number[]): number => (features.length < FEATURES ? 1 : 2)
