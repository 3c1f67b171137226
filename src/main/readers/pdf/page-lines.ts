/** The lines of a page as they are seen, from the pieces of text that pdfjs finds. Lengths are points (1/72 inch), y counts downwards from the top. */

export type TextPiece = {
  readonly text: string
  /** Left end and baseline. */
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the font. */
  readonly size: number
}

export type PageLine = { readonly text: string; readonly left: number; readonly right: number; readonly y: number; readonly size: number; readonly page: number }

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]/u
const startsHan = (text: string) => han.test(Array.from(text)[0] ?? '')
const endsHan = (text: string) => han.test(Array.from(text).at(-1) ?? '')

/** What stands between two pieces of one line of text, or two lines of one paragraph: a space, but nothing beside Han characters. */
const spaceBetween = (before: string, after: string): string => (before === '' || after === '' || /\s$/.test(before) || /^\s/.test(after) || endsHan(before) || startsHan(after) ? '' : ' ')
export const joinText = (before: string, after: string): string => before + spaceBetween(before, after) + after

/** The part of the font's height by which baselines of one line may differ: superscripts, mixed scripts. */
const SAME_BASELINE = 0.4
/** A gap wider than this part of the height parts words of Latin; pdfjs itself marks most of them. */
const WORD_GAP = 0.2
/** A gap wider than this many heights parts columns, or cells of a table: kept visible as a tab. */
const CELL_GAP = 2.5

/**
 * @param pieces in the order of the page's content, which is the order of reading in what word processors write.
 * @param page from 1.
 */
export const pageLines = (pieces: readonly TextPiece[], page: number): PageLine[] => {
  type Open = { text: string; left: number; right: number; y: number; size: number; sizes: Map<number, number> }
  const lines: PageLine[] = []
  let line: Open | null = null
  const close = () => {
    if (line === null) return
    const text = line.text.replaceAll(/[ \u00A0]+/g, ' ').replaceAll(/ ?\t ?/g, '\t').trim()
    const [size = line.size] = [...line.sizes].toSorted((a, b) => b[1] - a[1])[0] ?? []
    if (text !== '') lines.push({ text: spaceless(text), left: line.left, right: line.right, y: line.y, size, page })
    line = null
  }
  for (const piece of pieces) {
    const { text, x, y, width, size } = piece
    if (text === '') continue
    const current: Open | null = line
    const continues = current !== null && Math.abs(y - current.y) <= SAME_BASELINE * Math.max(size, current.size) && x >= current.right - current.size
    if (!continues) {
      close()
      if (text.trim() === '') continue
      line = { text: '', left: x, right: x, y, size, sizes: new Map() }
    }
    const open: Open | null = line
    if (open === null) continue
    const gap = x - open.right
    if (open.text !== '' && text.trim() !== '')
      if (gap > CELL_GAP * size) open.text += '\t'
      else if (gap > WORD_GAP * size) open.text += spaceBetween(open.text, text)
    open.text += text
    if (text.trim() !== '') {
      open.right = Math.max(open.right, x + width)
      const rounded = Math.round(size * 2) / 2
      open.sizes.set(rounded, (open.sizes.get(rounded) ?? 0) + text.length)
    }
  }
  close()
  return lines
}

/** Justified Chinese comes with spaces between its characters. */
const spaceless = (text: string): string => text.replaceAll(/(?<=[\p{Script=Han}，。、；：！？])[ \u00A0]+(?=[\p{Script=Han}，。、；：！？])/gu, '')
