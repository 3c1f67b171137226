import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { characterMap } from '../../../src/main/drawing/character-map'
import { glyphOutlines } from '../../../src/main/drawing/glyph-outlines'
import { SlideTypeface } from '../../../src/main/drawing/slide-typeface'
import { woff2Tables } from '../../../src/main/drawing/woff2-tables'
import { notoSansSc } from '../../../src/shared/slides/font-metrics'

const folder = resolve(import.meta.dirname, '../../../node_modules/@fontsource/noto-sans-sc/files')
const fontOf = (name: string): Uint8Array => readFileSync(resolve(folder, `noto-sans-sc-${name}-normal.woff2`))

/** The segment that ends a map of format 4 is no character, though fontkit counts it. */
const END_OF_MAP = 0xffff

/** The numbers of a path, its commands left out: where its points are. */
const numbersIn = (path: string): number[] => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
/** The box around all points of a path, on the curve and off. */
function boxOf(path: string): readonly number[] {
  const numbers = numbersIn(path)
  const [xs, ys] = [numbers.filter((_, index) => index % 2 === 0), numbers.filter((_, index) => index % 2 === 1)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

describe('the typeface that slides are drawn small in', () => {
  it.each(['105-400', 'latin-700', '119-700', '4-400'])('has the outlines that another reader of fonts finds: %s', (name) => {
    const tables = woff2Tables(fontOf(name))
    const outlines = glyphOutlines(tables.get('glyf')!)
    const glyphs = characterMap(tables.get('cmap')!)
    const judge = create(fontOf(name))
    expect([...glyphs.keys()].toSorted((a, b) => a - b)).toEqual([...judge.characterSet].filter((codePoint) => codePoint !== END_OF_MAP).toSorted((a, b) => a - b))
    const differing = [...glyphs].filter(([codePoint, glyph]) => {
      const ours = outlines[glyph] ?? ''
      const { path } = judge.glyphForCodePoint(codePoint)
      if (ours === '' || path.commands.length === 0) return ours !== '' || path.commands.length > 0
      const { minX, minY, maxX, maxY } = path.cbox
      return boxOf(ours).some((edge, index) => Math.abs(edge - [minX, -maxY, maxX, -minY][index]!) > 0.51)
    })
    expect(differing.map(([codePoint]) => String.fromCodePoint(codePoint))).toEqual([])
  })

  it('holds no glyph that is put together of others, which would stay empty', () => {
    const composed = readdirSync(folder)
      .filter((name) => /-[47]00-normal\.woff2$/.test(name))
      .filter((name) => {
        const glyf = woff2Tables(readFileSync(resolve(folder, name))).get('glyf')!
        return new DataView(glyf.buffer, glyf.byteOffset).getUint32(24) > 0 // the size of the stream of composites
      })
    expect(composed).toEqual([])
  })

  it('draws every character where its advance leaves room for it', () => {
    const { outline } = new SlideTypeface()
    for (const character of '教育局Lectern讲台，。“”%0123456789') {
      const codePoint = character.codePointAt(0)!
      for (const bold of [false, true]) {
        const [left = 0, , right = 0] = boxOf(outline(codePoint, bold))
        expect([character, bold, left > -60, right < notoSansSc.advance(codePoint, bold) * 1000 + 60]).toEqual([character, bold, true, true])
      }
    }
  })

  it('draws nothing for a space and for what it does not have', () => {
    const { outline } = new SlideTypeface()
    expect([outline(0x20, false), outline(0x10ffff, false)]).toEqual(['', ''])
  })

  it('refuses bytes that are no font', () => {
    expect(() => woff2Tables(new TextEncoder().encode('wOFF no'.padEnd(64)))).toThrow('no WOFF2')
  })
})
