import type { PdfParagraph } from './paragraphs'

/** A heading is at least this much larger than the text… */
const LARGER = 1.12
/** …and no longer than this. */
const LONGEST = 120
/** Levels told apart by size; what is smaller shares the last. */
const MOST_LEVELS = 4

export type Bookmark = { readonly title: string; readonly level: number }

const fold = (text: string) => text.normalize('NFKC').replaceAll(/[\s.．、:：]+/g, '').toLowerCase()
const canHead = ({ text, bullet }: PdfParagraph) => !bullet && text.length <= LONGEST && !/[。；，,;]$/u.test(text) && /[\p{L}\p{N}]/u.test(text) && !text.includes('\t')

/** The size in which most characters are set. */
const bodySize = (paragraphs: readonly PdfParagraph[]): number => {
  const characters = new Map<number, number>()
  for (const { size, text } of paragraphs) characters.set(size, (characters.get(size) ?? 0) + text.length)
  return [...characters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

export type Headed = { readonly title: boolean; /** 1–9, or 0 for text. */ readonly styled: number }

/**
 * Which paragraphs are headings: those that the file's bookmarks name, else those set larger than the text; numbers are the outline's own business.
 * @param bookmarks the file's own outline; empty without.
 */
export const findHeadings = (paragraphs: readonly PdfParagraph[], bookmarks: readonly Bookmark[]): readonly Headed[] => {
  const body = bodySize(paragraphs)
  const large = paragraphs.map((paragraph) => paragraph.size >= body * LARGER && canHead(paragraph))
  const opening = paragraphs.findIndex((_, at) => large[at] === true)
  const largest = Math.max(0, ...paragraphs.filter((_, at) => large[at]).map(({ size }) => size))
  const first = paragraphs[opening]
  // The one largest heading at the beginning of the first page names the document; its lines may be several.
  const behind = paragraphs.findIndex(({ size }, at) => at > opening && (size !== first?.size || large[at] !== true))
  const titleEnd = behind === -1 ? paragraphs.length : behind
  const isTitle = first !== undefined && first.page === 1 && first.size === largest && !paragraphs.slice(titleEnd).some(({ size }, at) => size === largest && large[titleEnd + at] === true)
  const inTitle = (at: number) => isTitle && at >= opening && at < titleEnd

  const levels = new Map(bookmarks.map(({ title, level }) => [fold(title), level]))
  const marked = paragraphs.map((paragraph) => (paragraph.text.length <= LONGEST ? (levels.get(fold(paragraph.text)) ?? 0) : 0))
  // Bookmarks that hardly fit the text were made for another purpose.
  if (marked.filter((level) => level > 0).length * 2 >= levels.size && levels.size > 0) return paragraphs.map((_, at) => ({ title: inTitle(at) && marked[at] === 0, styled: marked[at] ?? 0 }))

  const sizes = [...new Set(paragraphs.filter((_, at) => large[at] && !inTitle(at)).map(({ size }) => size))].sort((a, b) => b - a)
  return paragraphs.map(({ size }, at) => ({ title: inTitle(at), styled: large[at] && !inTitle(at) ? Math.min(MOST_LEVELS, sizes.indexOf(size) + 1) : 0 }))
}
