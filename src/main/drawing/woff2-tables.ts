import { brotliDecompressSync } from 'node:zlib'
import { ByteReader } from './byte-reader'

const HEADER = 48
/** Tags by the number that a directory abbreviates them with (W3C WOFF2 §4.1); further ones are never asked for. */
const KNOWN_TAGS = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post', 'cvt ', 'fpgm', 'glyf', 'loca', 'prep']
const SPELT_OUT = 63

/**
 * The tables of a WOFF2 font by their tags, transformed ones as they stand in the file (W3C WOFF 2.0, §4 and §5).
 * @throws Error for bytes that are none
 */
export function woff2Tables(font: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const reader = new ByteReader(font)
  if (reader.ascii(4) !== 'wOF2') throw new Error('These bytes are no WOFF2 font')
  const count = reader.skip(8).uint16()
  const directory = new ByteReader(font, HEADER)
  const entries = Array.from({ length: count }, () => {
    const flags = directory.uint8()
    const tag = (flags & 63) === SPELT_OUT ? directory.ascii(4) : (KNOWN_TAGS[flags & 63] ?? '')
    const original = directory.base128()
    // Glyphs and their offsets are transformed unless version 3 says otherwise, everything else only where a version is named.
    const isTransformed = tag === 'glyf' || tag === 'loca' ? flags >> 6 !== 3 : flags >> 6 !== 0
    return { tag, length: isTransformed ? directory.base128() : original }
  })
  const data = brotliDecompressSync(font.subarray(directory.at))
  let at = 0
  return new Map(entries.map(({ tag, length }) => [tag, data.subarray(at, (at += length))]))
}
