import { ByteReader } from './byte-reader'

/** Code points and their glyphs from a font's `cmap` table, formats 4 and 12 (ISO/IEC 14496-22, 5.2.1). */
export function characterMap(cmap: Uint8Array): ReadonlyMap<number, number> {
  const reader = new ByteReader(cmap, 2)
  const offsets = Array.from({ length: reader.uint16() }, () => reader.skip(4).uint32())
  const tables = offsets.map((offset) => ({ offset, format: new ByteReader(cmap, offset).uint16() }))
  const whole = tables.find(({ format }) => format === 12)
  if (whole) return groupsOf(cmap, whole.offset)
  const basic = tables.find(({ format }) => format === 4)
  return basic ? segmentsOf(cmap, basic.offset) : new Map()
}

function groupsOf(cmap: Uint8Array, offset: number): ReadonlyMap<number, number> {
  const reader = new ByteReader(cmap, offset + 12)
  const glyphs = new Map<number, number>()
  for (let group = reader.uint32(); group > 0; group--) {
    const [first, last, glyph] = [reader.uint32(), reader.uint32(), reader.uint32()]
    for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first)
  }
  return glyphs
}

function segmentsOf(cmap: Uint8Array, offset: number): ReadonlyMap<number, number> {
  const count = new ByteReader(cmap, offset + 6).uint16() / 2
  const column = (index: number): number => offset + 14 + index * 2 * count + (index > 0 ? 2 : 0) // a pad stands after the first
  const at = (index: number, segment: number): number => new ByteReader(cmap, column(index) + 2 * segment).uint16()
  const glyphs = new Map<number, number>()
  for (let segment = 0; segment < count; segment++) {
    const [last, first, delta, range] = [at(0, segment), at(1, segment), at(2, segment), at(3, segment)]
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code : new ByteReader(cmap, column(3) + 2 * segment + range + 2 * (code - first)).uint16()
      if (glyph !== 0) glyphs.set(code, (glyph + delta) & 0xffff)
    }
  }
  return glyphs
}
