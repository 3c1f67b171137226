import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Outcome, Warning } from '../../../shared/outcome'
import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import { damagedFile, tooLarge } from '../refusals'
import { findHeadings, type Bookmark } from './headings'
import { openPdf } from './open-pdf'
import { pageLines, type PageLine, type TextPiece } from './page-lines'
import { paragraphsOf } from './paragraphs'
import { withoutRadicals } from './radicals'
import { dropRunningHeads } from './running-heads'

/** No book has as many. */
const MOST_PAGES = 5000
/** Pieces of text on all pages together; a page of text has some hundreds. */
const MOST_PIECES = 3_000_000
/** As many pages as a message can name. */
const NAMED = 5

type PageText = { readonly lines: readonly PageLine[]; readonly height: number; /** Lines left out because their font names no characters. */ readonly nameless: number }

/** Characters of private use, and those that stand for unknown ones: a font that draws shapes without saying which letters they are. */
const nameless = /[\uE000-\uF8FF\uFFFD\p{Cc}]/gu
const isNameless = ({ text }: PageLine) => (text.match(nameless)?.length ?? 0) * 3 > text.replaceAll(/\s/g, '').length

/** Fewer characters than this a page are stamps and page numbers over a picture of the text. */
const FEWEST_A_PAGE = 30
/** Picture streams stand in the open even where everything else is compressed (ISO 32000-1, 7.5.7). */
const pictureMark = /\/Subtype\s*\/Image\b/g
const latin1 = new TextDecoder('latin1')

/** Text that runs up, down or upside down is stamped on the page, not part of its text. */
const isUpright = (a: number, b: number) => a > 0 && Math.abs(b) < a * 0.2

const readPage = async (document: PDFDocumentProxy, number: number, budget: { pieces: number }): Promise<PageText> => {
  const page = await document.getPage(number)
  const view = page.getViewport({ scale: 1 })
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view.transform
  const content = await page.getTextContent({ disableNormalization: false })
  const pieces: TextPiece[] = []
  for (const item of content.items) {
    if (!('str' in item)) continue
    budget.pieces -= 1
    if (budget.pieces < 0) throw tooLarge()
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform as number[]
    // The text's own axes on the page as it is seen (ISO 32000-1, 8.3.3).
    if (!isUpright(va * a + vc * b, vb * a + vd * b)) continue
    pieces.push({ text: withoutRadicals(item.str), x: va * e + vc * f + ve, y: vb * e + vd * f + vf, width: item.width, size: Math.hypot(c, d) || item.height })
  }
  page.cleanup()
  const lines = pageLines(pieces, number)
  const named = lines.filter((line) => !isNameless(line))
  return { lines: named, height: view.height, nameless: lines.length - named.length }
}

const bookmarksOf = async (document: PDFDocumentProxy): Promise<Bookmark[]> => {
  const bookmarks: Bookmark[] = []
  type Nodes = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>
  const add = (nodes: Nodes, level: number) => {
    for (const { title, items } of nodes ?? []) {
      if (bookmarks.length >= MOST_PAGES) return
      bookmarks.push({ title: withoutRadicals(title), level })
      if (level < 9) add(items as Nodes, level + 1)
    }
  }
  try {
    add(await document.getOutline(), 1)
  } catch {
    return [] // damaged bookmarks are no bookmarks
  }
  return bookmarks
}

/**
 * Reads the text of a PDF: lines joined to paragraphs, headers and footers dropped, headings told by the file's bookmarks or by their size, the page of each
 * paragraph. Pictures and the layout of tables stay in the original. A scan without a text layer gives no paragraphs and a warning.
 * @throws LecternError `encrypted-file`, `damaged-file`, `too-large`.
 */
export const readPdf = async (bytes: Uint8Array): Promise<Outcome<readonly RawParagraph[]>> => {
  const document = await openPdf(bytes)
  try {
    return await readOpened(document, latin1.decode(bytes))
  } finally {
    await document.loadingTask.destroy().catch(() => undefined)
  }
}

const readOpened = async (document: PDFDocumentProxy, file: string): Promise<Outcome<readonly RawParagraph[]>> => {
  if (document.numPages > MOST_PAGES) throw tooLarge()
  const budget = { pieces: MOST_PIECES }
  const pages: PageText[] = []
  const unreadable: number[] = []
  for (let number = 1; number <= document.numPages; number += 1)
    try {
      pages.push(await readPage(document, number, budget))
    } catch (error) {
      if (budget.pieces < 0) throw error
      unreadable.push(number)
      pages.push({ lines: [], height: 0, nameless: 0 })
    }
  if (unreadable.length === document.numPages) throw damagedFile(new Error('no page can be read'))

  const lines = dropRunningHeads(
    pages.map((page) => page.lines),
    pages.map(({ height }) => height),
  ).flat()
  const paragraphs = paragraphsOf(lines).filter(({ text }) => text !== '')
  const headings = findHeadings(paragraphs, await bookmarksOf(document))
  const value = paragraphs.map(({ text, page, bullet }, at): RawParagraph => ({ text: text.replaceAll('\t', ' '), number: bullet ? '•' : '', kind: bullet ? 'list' : 'body', styled: headings[at]?.styled ?? 0, title: headings[at]?.title ?? false, page }))
  const lost = pages.reduce((sum, page) => sum + page.nameless, 0)
  const pictures = file.match(pictureMark)?.length ?? 0
  // Pieces of a file without its end, in which nothing is left to read or to look at.
  if (value.length === 0 && pictures === 0 && !file.includes('startxref')) throw damagedFile(new Error('nothing is left of it'))
  const characters = value.reduce((sum, { text }) => sum + text.length, 0)
  const isScan = value.length === 0 || (characters < FEWEST_A_PAGE * document.numPages && pictures * 2 >= document.numPages)
  return { value, warnings: [...unreadableWarning(unreadable), ...(lost > 0 ? [namelessWarning(lost)] : []), ...(isScan ? [noTextLayer] : [])] }
}

const noTextLayer: Warning = {
  code: 'no-text-layer',
  place: '',
  message: {
    'zh-CN': '这份 PDF 只有图像，几乎没有可读的文字（多半是扫描件）。原件会作为出处保存；如需内容，请先做文字识别再导入。',
    en: 'This PDF holds images and next to no text, as scans do. The original is kept as a source. To use its content, run text recognition on it first.',
  },
}

const namelessWarning = (lines: number): Warning => ({
  code: 'text-unreadable',
  place: '',
  message: { 'zh-CN': `有 ${lines} 行文字使用了不含字符信息的字体，无法读出，原件中仍可查看。`, en: `Lines set in fonts that do not say which characters they draw were left out: ${lines}. They can be seen in the original.` },
})

const unreadableWarning = (pages: readonly number[]): Warning[] => {
  if (pages.length === 0) return []
  const named = pages.slice(0, NAMED).join(', ')
  const more = pages.length > NAMED
  return [{ code: 'page-unreadable', place: `page ${pages[0]}`, message: { 'zh-CN': `有 ${pages.length} 页已损坏，没有读出：第 ${named}${more ? ' 等' : ''} 页。其余各页不受影响。`, en: `Damaged pages that could not be read: ${pages.length} (${named}${more ? ' …' : ''}). The other pages are complete.` } }]
}
