import type { RawParagraph } from './raw-paragraph'

/** 图1 …, 图 2-3：…, Figure 4. … : what stands under a picture in print (GB/T 7713.2, 5.3). */
const captionPattern = /^(?:附?图|照片|figure|fig\.|photo)\s*[\d一二三四五六七八九十.\-—–]*[：:、.\s　]*\S/iu
const LONGEST_CAPTION = 120

const captionOf = (paragraph: RawParagraph | undefined): string | null =>
  paragraph !== undefined && paragraph.kind === 'body' && paragraph.styled === 0 && paragraph.text.length <= LONGEST_CAPTION && captionPattern.test(paragraph.text) ? paragraph.text : null

/**
 * Gives pictures the caption printed beneath (else above) them for a text: what a word processor notes by itself — `Picture 3`, a file name — says nothing.
 * The caption stays a paragraph of its own as well.
 */
export const captionPictures = (paragraphs: readonly RawParagraph[]): readonly RawParagraph[] => {
  if (!paragraphs.some(({ kind }) => kind === 'picture')) return paragraphs
  return paragraphs.map((paragraph, at) => {
    if (paragraph.kind !== 'picture') return paragraph
    const caption = captionOf(paragraphs[at + 1]) ?? (paragraphs[at - 2]?.kind === 'picture' ? null : captionOf(paragraphs[at - 1]))
    return caption === null ? paragraph : { ...paragraph, text: caption }
  })
}
