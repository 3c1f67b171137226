import type { PageLine } from './page-lines'

/** The part of a page's height, from either edge, in which headers and footers stand. */
const MARGIN = 0.12
/** What stands at the same height on as many pages is furniture… */
const FEWEST_PAGES = 2
/** …provided that it is this part of all pages; running heads often change with the chapter or stand on every other page. */
const SHARE = 0.3

/** Heads and feet are the outermost lines of a page; what stands further in is text, though rows of a table look alike from page to page. */
const OUTERMOST = 3

const pageNumber = /^[-–—·.\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*页)?(?:\s*[/／,，、]?\s*(?:共|of)?\s*\d{1,4}(?:\s*页)?)?[-–—·.\s]*$|^page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$/iu

/** Numbers change from page to page, words do not. */
const fold = ({ text, y }: PageLine) => `${text.normalize('NFKC').replaceAll(/\d+/g, '#').replaceAll(/\s+/g, '')} ${Math.round(y)}`

/** @param heights of the pages, in points. @returns the lines without the headers, footers and page numbers that repeat from page to page. */
export const dropRunningHeads = (pages: readonly (readonly PageLine[])[], heights: readonly number[]): PageLine[][] => {
  const outermost = pages.map((lines) => {
    const fromTop = lines.toSorted((a, b) => a.y - b.y)
    return new Set([...fromTop.slice(0, OUTERMOST), ...fromTop.slice(-OUTERMOST)])
  })
  const inMargin = (line: PageLine, at: number) => outermost[at]?.has(line) === true && (line.y < (heights[at] ?? 0) * MARGIN + line.size || line.y > (heights[at] ?? 0) * (1 - MARGIN))
  const seen = new Map<string, number>()
  let numbered = 0
  for (const [at, lines] of pages.entries()) {
    const own = lines.filter((line) => inMargin(line, at))
    for (const text of new Set(own.map(fold))) seen.set(text, (seen.get(text) ?? 0) + 1)
    if (own.some(({ text }) => pageNumber.test(text))) numbered += 1
  }
  const enough = Math.max(FEWEST_PAGES, pages.length * SHARE)
  const hasNumbers = numbered >= 2 && numbered * 2 >= pages.length
  return pages.map((lines, at) => lines.filter((line) => !inMargin(line, at) || !((seen.get(fold(line)) ?? 0) >= enough || (hasNumbers && pageNumber.test(line.text)))))
}
