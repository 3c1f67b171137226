import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { tooLarge } from '../refusals'
import { isNameless } from './nameless-text'
import { pageLines, type PageLine, type TextPiece } from './page-lines'
import { withoutRadicals } from './radicals'

/** Lengths in points. */
export type PageText = { readonly lines: readonly PageLine[]; readonly width: number; readonly height: number; /** Lines left out because their font names no characters. */ readonly nameless: number }

/** Pieces of text on all pages together; a page of text has some hundreds. */
const MOST_PIECES = 3_000_000

/** Counts the pieces of text of a whole document down. */
export class PieceBudget {
  private left = MOST_PIECES

  /** @throws LecternError `too-large` */
  take(): void {
    this.left -= 1
    if (this.left < 0) throw tooLarge()
  }

  get isSpent(): boolean {
    return this.left < 0
  }
}

/** Text that runs up, down or upside down is stamped on the page, not part of its text. */
const isUpright = (a: number, b: number) => a > 0 && Math.abs(b) < a * 0.2

/** The pieces of text on a page, in the order of its content. @throws LecternError `too-large` */
export const readPieces = async (page: PDFPageProxy, budget: PieceBudget): Promise<TextPiece[]> => {
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = page.getViewport({ scale: 1 }).transform
  const content = await page.getTextContent({ disableNormalization: false })
  const pieces: TextPiece[] = []
  for (const item of content.items) {
    if (!('str' in item)) continue
    budget.take()
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform as number[]
    // The text's own axes on the page as it is seen (ISO 32000-1, 8.3.3).
    if (!isUpright(va * a + vc * b, vb * a + vd * b)) continue
    pieces.push({ text: withoutRadicals(item.str), x: va * e + vc * f + ve, y: vb * e + vd * f + vf, width: item.width, size: Math.hypot(c, d) || item.height })
  }
  return pieces
}

/** @param number of the page, from 1. */
export const textOfPieces = (pieces: readonly TextPiece[], page: PDFPageProxy, number: number): PageText => {
  const { width, height } = page.getViewport({ scale: 1 })
  const lines = pageLines(pieces, number)
  const named = lines.filter((line) => !isNameless(line.text))
  return { lines: named, width, height, nameless: lines.length - named.length }
}
