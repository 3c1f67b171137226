import type { OutlineEntry } from '../model/source'

/** A heading with everything beneath it. Paragraphs are counted from 1, both ends included. */
export type DocumentSection = {
  readonly heading: OutlineEntry
  readonly from: number
  readonly to: number
  readonly children: readonly DocumentSection[]
}

/**
 * Nests the headings of an outline.
 * @param end index of the document's last paragraph.
 */
export const sectionsOf = (outline: readonly OutlineEntry[], end: number): readonly DocumentSection[] => {
  type Open = { readonly heading: OutlineEntry; readonly from: number; to: number; readonly children: Open[] }
  const roots: Open[] = []
  const stack: Open[] = []
  const close = (level: number, to: number) => {
    while ((stack.at(-1)?.heading.level ?? 0) >= level) {
      const section = stack.pop()
      if (section !== undefined) section.to = to
    }
  }
  for (const heading of outline) {
    close(heading.level, heading.paragraph - 1)
    const section: Open = { heading, from: heading.paragraph, to: end, children: [] }
    const siblings = stack.at(-1)?.children ?? roots
    siblings.push(section)
    stack.push(section)
  }
  return roots
}
