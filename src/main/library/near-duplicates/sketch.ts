import { shinglesOf } from './wording'

/**
 * The features of a text by which its near-duplicates are found: the smallest hashes of its shingles (a bottom-k sketch: Broder, "On the resemblance and
 * containment of documents", 1997). Two texts that share a part J of their shingles share at least one of the k smallest with a probability of about
 * 1 − (1 − J)^k: with ten, 99 % at J = 0.4, which is what is left of four-token shingles when one token in nine was changed.
 */
const FEATURES = 10

/** Part of what is stored: raise it with any change of tokens, shingles or hash, and every library makes its sketches anew. */
export const SKETCH_VERSION = '2'

/** FNV-1a over UTF-16 units, mixed once more (MurmurHash3's finaliser) so that the order of the hashes is as good as random. */
const hash32 = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

export const sketchOf = (tokens: readonly string[]): number[] => {
  const hashes = Uint32Array.from(shinglesOf(tokens), hash32).sort()
  return [...new Set(hashes)].slice(0, FEATURES)
}

/** How many features two texts must have in common to be compared: a single one of many is a stock phrase more often than a copy. */
export const leastShared = (features: readonly number[]): number => (features.length < FEATURES ? 1 : 2)
