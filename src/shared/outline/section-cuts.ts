import type { OutlinedParagraph } from './raw-paragraph'

/** A part of a section that becomes one material. `caption` is the printed one of a table; empty without. */
export type SectionCut = { readonly paragraphs: readonly OutlinedParagraph[]; readonly table: boolean; readonly caption: string }

/** Materials of more than this are split between paragraphs: what is reused in a talk is a passage, not a chapter. */
const LONGEST = 1500
/** A rest of a split shorter than this stays with what is before it. */
const SHORTEST_REST = 200

const captionPattern = /^(?:附?表|table)\s*[\d一二三四五六七八九十.\-—]*[：:、.\s　]*\S/iu
const isCaption = (paragraph: OutlinedParagraph | undefined): boolean => paragraph !== undefined && paragraph.kind === 'body' && paragraph.text.length <= 60 && captionPattern.test(paragraph.text)
const lengthOf = (paragraph: OutlinedParagraph) => (paragraph.kind === 'heading' ? paragraph.runIn.length : paragraph.text.length)

const splitText = (paragraphs: readonly OutlinedParagraph[]): OutlinedParagraph[][] => {
  const groups: OutlinedParagraph[][] = []
  let group: OutlinedParagraph[] = []
  let length = 0
  let rest = paragraphs.reduce((sum, paragraph) => sum + lengthOf(paragraph), 0)
  for (const paragraph of paragraphs) {
    const own = lengthOf(paragraph)
    // A note belongs to the paragraph before it.
    if (length > 0 && length + own > LONGEST && rest > SHORTEST_REST && paragraph.kind !== 'note') {
      groups.push(group)
      group = []
      length = 0
    }
    group.push(paragraph)
    length += own
    rest -= own
  }
  return group.length > 0 ? [...groups, group] : groups
}

/**
 * Cuts the paragraphs of one section (its heading first, where it has one) into materials: each table with its caption, and the text between them in passages of
 * at most some 1500 characters. A heading alone goes with what follows.
 */
export const cutSection = (paragraphs: readonly OutlinedParagraph[]): readonly SectionCut[] => {
  const cuts: SectionCut[] = []
  let text: OutlinedParagraph[] = []
  const flush = () => {
    for (const group of splitText(text)) cuts.push({ paragraphs: group, table: false, caption: '' })
    text = []
  }
  for (let at = 0; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at]
    if (paragraph === undefined) break
    if (paragraph.kind !== 'table') {
      text.push(paragraph)
      continue
    }
    const table = [paragraph]
    let caption = ''
    const before = text.at(-1)
    if (before !== undefined && isCaption(before)) {
      table.unshift(before)
      text.pop()
      caption = before.text
    }
    while (paragraphs[at + 1]?.kind === 'note') {
      const note = paragraphs[at + 1]
      if (note !== undefined) table.push(note)
      at += 1
    }
    const after = paragraphs[at + 1]
    if (caption === '' && after !== undefined && isCaption(after)) {
      table.push(after)
      caption = after.text
      at += 1
    }
    const onlyHeading = text.every(({ kind, runIn }) => kind === 'heading' && runIn === '')
    if (onlyHeading) {
      table.unshift(...text)
      text = []
    } else flush()
    cuts.push({ paragraphs: table, table: true, caption })
  }
  flush()
  return cuts
}
