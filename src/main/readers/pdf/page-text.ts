import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isNameless } from './nameless-text'
import { pageLines, type PageLine, type TextPiece } from './page-lines'

/** Lengths in points. */
export type PageText = { readonly lines: readonly PageLine[]; readonly width: number; readonly height: number; /** Lines left out because their font names no characters. */ readonly nameless: number }

/** @param number of the page, from 1. */
export const textOfPieces = (pieces: readonly TextPiece[], page: PDFPageProxy, number: number): PageText => {
  const { width, height } = page.getViewport({ scale: 1 })
  const lines = pageLines(pieces, number)
  const named = lines.filter((line) => !isNameless(line.text))
  return { lines: named, width, height, nameless: lines.length - named.length }
}
