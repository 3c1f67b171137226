import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { tooLarge } from '../refusals'
import type { TextPiece } from './page-lines'
import { withoutRadicals } from './radicals'

/** Pieces of text on all pages together; a page of text has some hundreds. */
const MOST_PIECES = 3_000_000
/** Pieces that are kept for a second look, at some hundred bytes each; of a page beyond them the text is read again. */
const MOST_KEPT = 250_000

/** Text that runs up, down or upside down is stamped on the page, not part of its text. */
const isUpright = (a: number, b: number) => a > 0 && Math.abs(b) < a * 0.2

/** The pieces of text on the pages of a document. Tables are told from them a second time, and reading them is most of the work: they are kept while they fit. */
export class PagePieces {
  readonly #kept = new Map<number, readonly TextPiece[]>()
  #room = MOST_KEPT
  #left = MOST_PIECES

  /** Whether the document has more of them than any may have. */
  get isSpent(): boolean {
    return this.#left < 0
  }

  /** The pieces on a page, in the order of its content. @throws LecternError `too-large` */
  async on(page: PDFPageProxy): Promise<readonly TextPiece[]> {
    const kept = this.#kept.get(page.pageNumber)
    if (kept !== undefined) return kept
    const pieces = await this.#read(page)
    if (pieces.length <= this.#room) {
      this.#room -= pieces.length
      this.#kept.set(page.pageNumber, pieces)
    }
    return pieces
  }

  async #read(page: PDFPageProxy): Promise<readonly TextPiece[]> {
    const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = page.getViewport({ scale: 1 }).transform
    const content = await page.getTextContent({ disableNormalization: false })
    const pieces: TextPiece[] = []
    for (const item of content.items) {
      if (!('str' in item)) continue
      this.#left -= 1
      if (this.isSpent) throw tooLarge()
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform as number[]
      // The text's own axes on the page as it is seen (ISO 32000-1, 8.3.3).
      if (!isUpright(va * a + vc * b, vb * a + vd * b)) continue
      pieces.push({ text: withoutRadicals(item.str), x: va * e + vc * f + ve, y: vb * e + vd * f + vf, width: item.width, size: Math.hypot(c, d) || item.height })
    }
    return pieces
  }
}
