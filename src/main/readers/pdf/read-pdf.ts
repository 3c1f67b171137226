import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { LecternError, type Outcome } from '../../../shared/outcome'
import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import type { PictureCollector } from '../picture-collector'
import { damagedFile, tooLarge } from '../refusals'
import { drawnFigures, pagesWithFigures } from './drawn-figures'
import { findHeadings, type Bookmark } from './headings'
import { imageStreams, type ImageStream } from './image-streams'
import { openPdf } from './open-pdf'
import { pageDrawings, type Box } from './page-drawings'
import type { PageLine } from './page-lines'
import { PagePictures } from './page-pictures'
import { PagePieces } from './page-pieces'
import { mayHoldTables, pageTables } from './page-tables'
import { textOfPieces, type PageText } from './page-text'
import { paragraphsOf } from './paragraphs'
import { drawingsWarning, figuresWarning, namelessWarning, noTextLayer, unreadableWarning } from './pdf-warnings'
import { withoutRadicals } from './radicals'
import { dropRunningHeads } from './running-heads'
import { tablesAmong, type PlacedTable } from './table-flow'
import { placeAmong, withInsertions } from './text-flow'

/** No book has as many. */
const MOST_PAGES = 5000
/** Pages whose drawings are looked through; it takes as long again as their text. */
const MOST_DRAWN_PAGES = 600
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
 * Reads a PDF: lines joined to paragraphs, headers and footers dropped, headings told by the file's bookmarks or by their size, tables and
 * pictures where they stand, the page of each. A scan without a text layer gives no paragraphs and a warning.
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

const nothing: PageText = { lines: [], width: 0, height: 0, nameless: 0 }

/** A page that cannot be read gives nothing and costs no other page. */
const readPages = async (document: PDFDocumentProxy, pieces: PagePieces): Promise<{ readonly pages: readonly PageText[]; readonly unreadable: readonly number[] }> => {
  const pages: PageText[] = []
  const unreadable: number[] = []
  for (let number = 1; number <= document.numPages; number += 1)
    try {
      const page = await document.getPage(number)
      pages.push(textOfPieces(await pieces.on(page), page, number))
      page.cleanup()
    } catch (error) {
      if (pieces.isSpent) throw error
      unreadable.push(number)
      pages.push(nothing)
    }
  if (unreadable.length === document.numPages) throw damagedFile(new Error('no page can be read'))
  return { pages, unreadable }
}

const charactersOf = (lines: readonly PageLine[]) => lines.reduce((sum, { text }) => sum + text.length, 0)
const withoutFurniture = (pages: readonly PageText[]): PageLine[][] =>
  dropRunningHeads(
    pages.map(({ lines }) => lines),
    pages.map(({ height }) => height),
  )

/** What the pages show beside their text, and the text without what stands in tables. */
type Shown = { readonly pages: readonly PageText[]; readonly tables: readonly PlacedTable[]; readonly pictures: PagePictures; /** By page, where it draws figures. */ readonly figures: ReadonlyMap<number, readonly Box[]>; /** The page behind which nothing was looked for any more; null when all were looked at. */ readonly endedAt: number | null }

/** Looks through the pages for tables and pictures; a page whose drawings are damaged has none. */
const readDrawings = async (document: PDFDocumentProxy, texts: readonly PageText[], streams: ReadonlyMap<number, ImageStream>, pieces: PagePieces): Promise<Shown> => {
  const pictures = new PagePictures(streams)
  const pages = [...texts]
  const tables: PlacedTable[] = []
  const figures = new Map<number, readonly Box[]>()
  for (const [at, text] of texts.entries()) {
    const number = at + 1
    if (!pictures.isOpen || at >= MOST_DRAWN_PAGES) return { pages, tables, pictures, figures, endedAt: pictures.isScan ? null : at }
    if (text.height === 0) continue
    try {
      const page = await document.getPage(number)
      const drawings = await pageDrawings(page)
      if (mayHoldTables(drawings.rules, text.lines)) {
        const { tables: found, rest } = pageTables(drawings.rules, await pieces.on(page))
        if (found.length > 0) pages[at] = textOfPieces(rest, page, number)
        tables.push(...found.map((table) => ({ page: number, table })))
      }
      const drawn = drawnFigures(drawings.shapes, tables.flatMap((table) => (table.page === number ? [table.table.box] : [])), text)
      if (drawn.length > 0) figures.set(number, drawn)
      await pictures.take(page, number, { ...text, characters: charactersOf(text.lines) }, drawings.pictures)
      page.cleanup()
    } catch (error) {
      if (error instanceof LecternError) throw error
    }
  }
  return { pages, tables, pictures, figures, endedAt: null }
}

const readOpened = async (document: PDFDocumentProxy, bytes: Uint8Array, file: string, collector: PictureCollector): Promise<Outcome<readonly RawParagraph[]>> => {
  if (document.numPages > MOST_PAGES) throw tooLarge()
  const pieces = new PagePieces()
  const { pages: texts, unreadable } = await readPages(document, pieces)
  const found = withoutFurniture(texts).flat()
  const streams = imageStreams(bytes, file)
  // Pieces of a file without its end, in which nothing is left to read or to look at.
  if (found.length === 0 && streams.size === 0 && !file.includes('startxref')) throw damagedFile(new Error('nothing is left of it'))
  const isScan = found.length === 0 || (charactersOf(found) < FEWEST_A_PAGE * document.numPages && streams.size * 2 >= document.numPages)
  const shown = isScan ? null : await readDrawings(document, texts, streams, pieces)

  const pages = shown?.pages ?? texts
  const lines = shown === null || shown.tables.length === 0 ? found : withoutFurniture(pages).flat()
  const paragraphs = paragraphsOf(lines).filter(({ text }) => text !== '')
  const headings = findHeadings(paragraphs, await bookmarksOf(document))
  const text = paragraphs.map(({ text: words, page, bullet }, at): RawParagraph => ({ text: words.replaceAll('\t', ' '), number: bullet ? '•' : '', kind: bullet ? 'list' : 'body', styled: headings[at]?.styled ?? 0, title: headings[at]?.title ?? false, page }))
  const pictures = (shown?.pictures.withoutFurniture(document.numPages) ?? []).flatMap(({ page, box, bytes: picture }) => {
    const paragraph = collector.add(picture, '', { page })
    return paragraph === null ? [] : [{ line: placeAmong(lines, page, box), paragraphs: [paragraph] }]
  })
  const value = withInsertions(text, paragraphs.map(({ line }) => line), [...tablesAmong(lines, shown?.tables ?? []), ...pictures])
  const lost = pages.reduce((sum, page) => sum + page.nameless, 0)
  return { value, warnings: [...unreadableWarning(unreadable), ...namelessWarning(lost), ...figuresWarning(shown === null || shown.pictures.isScan ? [] : pagesWithFigures(shown.figures)), ...drawingsWarning(shown?.endedAt ?? null), ...(isScan ? [noTextLayer] : [])] }
}
