import type { RawParagraph } from './raw-paragraph'

/** Leader dots or a tab, then a page number, at the end of an entry. */
const leader = /(?:[.．…·⋯﹒・]{2,}|\t|[.．…·⋯ 　]{4,})\s*[-–—(（]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—)）]?\s*$/i
/** A page number without any leader, once spaces are gone. */
const pageNumber = /(?<=\D)\d{1,3}$/
const contentsTitle = /^(?:目录|目次|contents|tableofcontents)[:：]?$/i
const anchorLink = /^\[[^\]]*\]\(#[^)]*\)$/

/** A shorter run of headings that reappear could be a coincidence: a heading, its repetition in a summary. */
const SHORTEST_UNTITLED = 3
/** A contents list without a title stands among the first paragraphs or not at all. */
const OPENING = 200
const LONGEST_ENTRY = 80
/** With its leader dots. Longer paragraphs are not looked at. */
const LONGEST_LINE = 200

const fold = (text: string): string => text.replace(leader, '').normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
const foldParagraph = ({ number, text }: RawParagraph): string => text.length > LONGEST_LINE ? '' : fold(`${number === '•' ? '' : number}${text}`)

/**
 * Finds the table of contents that a document repeats at its start.
 * @returns indices (from 0) of its paragraphs: those the reader marked, a list after 目录, a run of lines that all reappear later, a list of links into the document itself.
 */
export const findContentsList = (paragraphs: readonly RawParagraph[]): ReadonlySet<number> => {
  const found = new Set<number>()
  const folded = paragraphs.map(foldParagraph)
  const last = new Map<string, number>()
  for (const [at, paragraph] of paragraphs.entries()) {
    // A heading that runs into its text appears in the list without the text.
    const sentence = paragraph.text.indexOf('。')
    if (sentence > 0 && sentence <= LONGEST_ENTRY) last.set(foldParagraph({ ...paragraph, text: paragraph.text.slice(0, sentence) }), at)
    last.set(folded[at] ?? '', at)
  }
  const short = (at: number) => {
    const paragraph = paragraphs[at]
    // The title of a slide is no entry, however many slides share it.
    if (paragraph !== undefined && paragraph.page !== undefined && paragraph.styled > 0) return false
    return paragraph !== undefined && (paragraph.kind === 'body' || paragraph.kind === 'list') && paragraph.text.length <= LONGEST_ENTRY && folded[at] !== ''
  }
  const lastOf = (at: number) => last.get((folded[at] ?? '').replace(pageNumber, '')) ?? last.get(folded[at] ?? '') ?? at
  // A sentence is text, however often it is repeated.
  const namesHeading = (at: number) => paragraphs[at]?.neverHeading !== true || (paragraphs[lastOf(at)]?.styled ?? 0) > 0
  const reappears = (at: number) => short(at) && namesHeading(at) && lastOf(at) > at && !/[。；]$/u.test(paragraphs[at]?.text ?? '')
  // Lines of a printed page or a slide often reappear, in tables and drawings; without a title only page numbers make a contents list of them.
  const isUntitledEntry = (at: number) => reappears(at) && (paragraphs[at]?.page === undefined || leader.test(paragraphs[at]?.text ?? '') || pageNumber.test(folded[at] ?? ''))
  const runFrom = (start: number, isEntry: (at: number) => boolean) => {
    let end = start
    while (end < paragraphs.length && isEntry(end)) end += 1
    return end
  }
  const mark = (start: number, end: number) => {
    for (let at = start; at < end; at += 1) found.add(at)
  }

  for (const [at, paragraph] of paragraphs.entries()) {
    if (found.has(at)) continue
    if (paragraph.kind === 'toc') found.add(at)
    else if (contentsTitle.test(folded[at] ?? '')) {
      const end = runFrom(at + 1, (entry) => paragraphs[entry]?.kind === 'toc' || reappears(entry) || (short(entry) && leader.test(paragraphs[entry]?.text ?? '')))
      if (end > at + 1) mark(at, end)
    } else if (paragraph.markdown !== undefined && anchorLink.test(paragraph.markdown)) {
      const end = runFrom(at, (entry) => anchorLink.test(paragraphs[entry]?.markdown ?? ''))
      if (end - at >= 2) mark(at, end)
    } else if (at < OPENING && isUntitledEntry(at)) {
      const end = runFrom(at, isUntitledEntry)
      // What reappears must do so behind the run: three equal lines in a row are no contents list.
      const behind = Array.from({ length: end - at }, (_, offset) => lastOf(at + offset)).every((position) => position >= end)
      if (behind && end - at >= SHORTEST_UNTITLED) mark(at, end)
    }
  }
  return found
}
