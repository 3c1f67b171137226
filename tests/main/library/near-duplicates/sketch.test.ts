import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sketchOf } from '../../../../src/main/library/near-duplicates/sketch'
import { shinglesOf } from '../../../../src/main/library/near-duplicates/wording'

/** The definition: every shingle a string, hashed by FNV-1a and MurmurHash3's finaliser. */
const hash32 = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

describe('the sketch of a text', () => {
  it('is the ten smallest hashes of its shingles, the same as libraries hold already', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('教', '育', '资源', 'ai', '5g', '𠮷'), { maxLength: 40 }), (tokens) => {
        const smallest = [...new Set([...shinglesOf(tokens)].map(hash32))].sort((a, b) => a - b).slice(0, 10)
        expect(sketchOf(tokens)).toEqual(smallest)
      }),
    )
  })
})
