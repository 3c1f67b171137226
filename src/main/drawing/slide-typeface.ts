import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import { readerFile } from '../readers/reader-file'

const PACKAGE = '@fontsource/noto-sans-sc'
type Weight = 400 | 700
/** A file of the typeface and the code points that it is for, first and last of each stretch. */
type Part = { readonly file: string; readonly ranges: readonly (readonly [first: number, last: number])[] }

/**
 * The typeface that comes with Lectern, Noto Sans SC in regular and bold, as outlines. It comes in a hundred files for each weight, of which only those are read
 * that a text needs.
 */
export class SlideTypeface {
  readonly #parts = new Map<Weight, readonly Part[]>()
  readonly #fonts = new Map<string, Font>()

  /** The outline of a character in thousandths of an em, its baseline at 0 and y downwards; empty where there is none. */
  readonly outline = (codePoint: number, bold: boolean): string => {
    const weight = bold ? 700 : 400
    // Of the files that claim a character the style sheet's last counts, as in a browser (css-fonts-4 §4.5).
    const part = this.#partsOf(weight).findLast(({ ranges }) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last))
    const font = part && this.#fontOf(part.file)
    return font?.hasGlyphForCodePoint(codePoint) === true ? font.glyphForCodePoint(codePoint).path.scale(1, -1).toSVG() : ''
  }

  #partsOf(weight: Weight): readonly Part[] {
    const known = this.#parts.get(weight)
    if (known) return known
    const parts = partsIn(readFileSync(readerFile(PACKAGE, `${weight}.css`), 'utf8'))
    this.#parts.set(weight, parts)
    return parts
  }

  #fontOf(file: string): Font {
    const known = this.#fonts.get(file)
    if (known) return known
    const font = create(readFileSync(readerFile(PACKAGE, file)))
    this.#fonts.set(file, font)
    return font
  }
}

const partsIn = (css: string): readonly Part[] =>
  [...css.matchAll(/url\(\.\/(files\/[^)]+\.woff2)\)[^}]*unicode-range: ([^;]+);/g)].map(([, file = '', ranges = '']) => ({
    file,
    ranges: ranges.split(',').map((range) => {
      const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
    }),
  }))
