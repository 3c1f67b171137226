import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { LecternError, type Outcome } from '../../../shared/outcome'
import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import type { PictureCollector } from '../picture-collector'
import { damagedFile, tooLarge } from '../refusals'
import { findHeadings, type Bookmark } from './headings'
import { imageStreams, type ImageStream } from './image-streams'
import { openPdf } from './open-pdf'
import { pageDrawings } from './page-drawings'
import type { PageLine } from './page-lines'
import { PagePictures } from './page-pictures'
import { PieceBudget, readPageText, type PageText } from './page-text'
import { paragraphsOf } from './paragraphs'
import { namelessWarning, noTextLayer, picturesWarning, unreadableWarning } from './pdf-warnings'
import { withoutRadicals } from './radicals'
import { dropRunningHeads } from './running-heads'
import { placeAmong, withInsertions } from './text-flow'

/** No book has as many. */
const MOST_PAGES = 5000
/** Fewer characters than this a page are stamps and page numbers over a picture of the text. */
const FEWEST_A_PAGE = 30
const latin1 = new TextDecoder('latin1')

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
 * Reads a PDF: lines joined to paragraphs, headers and footers dropped, headings told by the file's bookmarks or by their size, pictures where they stand, the
 * page of each. A scan without a text layer gives no paragraphs and a warning.
 * @param pictures takes the pictures out.
 * @throws LecternError `encrypted-file`, `damaged-file`, `too-large`.
 */
export const readPdf = async (bytes: Uint8Array, pictures: PictureCollector): Promise<Outcome<readonly RawParagraph[]>> => {
  const document = await openPdf(bytes)
  try {
    return await readOpened(document, bytes, latin1.decode(bytes), pictures)
  } finally {
    await document.loadingTask.destroy().catch(() => undefined)
  }
}

const nothing: PageText = { lines: [], pieces: [], width: 0, height: 0, nameless: 0 }

/** A page that cannot be read gives nothing and costs no other page. */
const readPages = async (document: PDFDocumentProxy): Promise<{ readonly pages: readonly PageText[]; readonly unreadable: readonly number[] }> => {
  const budget = new PieceBudget()
  const pages: PageText[] = []
  const unreadable: number[] = []
  for (let number = 1; number <= document.numPages; number += 1)
    try {
      const page = await document.getPage(number)
      pages.push(await readPageText(page, number, budget))
      page.cleanup()
    } catch (error) {
      if (budget.isSpent) throw error
      unreadable.push(number)
      pages.push(nothing)
    }
  if (unreadable.length === document.numPages) throw damagedFile(new Error('no page can be read'))
  return { pages, unreadable }
}

const charactersOf = (lines: readonly PageLine[]) => lines.reduce((sum, { text }) => sum + text.length, 0)

/** Looks through the pages for pictures; a page whose drawings are damaged has none. */
const readPictures = async (document: PDFDocumentProxy, pages: readonly PageText[], lines: readonly (readonly PageLine[])[], streams: ReadonlyMap<number, ImageStream>): Promise<PagePictures> => {
  const pictures = new PagePictures(streams)
  for (const [at, { width, height }] of pages.entries()) {
    if (!pictures.isOpen) break
    if (width === 0) continue
    try {
      const page = await document.getPage(at + 1)
      await pictures.take(page, at + 1, { width, height, characters: charactersOf(lines[at] ?? []) }, await pageDrawings(page))
      page.cleanup()
    } catch (error) {
      if (error instanceof LecternError) throw error
    }
  }
  return pictures
}

const readOpened = async (document: PDFDocumentProxy, bytes: Uint8Array, file: string, collector: PictureCollector): Promise<Outcome<readonly RawParagraph[]>> => {
  if (document.numPages > MOST_PAGES) throw tooLarge()
  const { pages, unreadable } = await readPages(document)
  const byPage = dropRunningHeads(
    pages.map((page) => page.lines),
    pages.map(({ height }) => height),
  )
  const lines = byPage.flat()
  const streams = imageStreams(bytes, file)
  // Pieces of a file without its end, in which nothing is left to read or to look at.
  if (lines.length === 0 && streams.size === 0 && !file.includes('startxref')) throw damagedFile(new Error('nothing is left of it'))
  const isScan = lines.length === 0 || (charactersOf(lines) < FEWEST_A_PAGE * document.numPages && streams.size * 2 >= document.numPages)
  const drawn = isScan || streams.size === 0 ? null : await readPictures(document, pages, byPage, streams)

  const paragraphs = paragraphsOf(lines).filter(({ text }) => text !== '')
  const headings = findHeadings(paragraphs, await bookmarksOf(document))
  const text = paragraphs.map(({ text: words, page, bullet }, at): RawParagraph => ({ text: words.replaceAll('\t', ' '), number: bullet ? '•' : '', kind: bullet ? 'list' : 'body', styled: headings[at]?.styled ?? 0, title: headings[at]?.title ?? false, page }))
  const insertions = (drawn?.withoutFurniture(document.numPages) ?? []).flatMap(({ page, box, bytes: picture }) => {
    const paragraph = collector.add(picture, '', { page })
    return paragraph === null ? [] : [{ line: placeAmong(lines, page, box), paragraphs: [paragraph] }]
  })
  const value = withInsertions(text, paragraphs.map(({ line }) => line), insertions)
  const lost = pages.reduce((sum, page) => sum + page.nameless, 0)
  return { value, warnings: [...unreadableWarning(unreadable), ...namelessWarning(lost), ...picturesWarning(drawn?.endedAt ?? null), ...(isScan ? [noTextLayer] : [])] }
}
