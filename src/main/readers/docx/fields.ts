import type { XmlElement } from '../ooxml/xml'

/**
 * Complex fields (ECMA-376-1 §17.16.18): `begin`, an instruction, `separate`, the result, `end` — nested, and running across paragraphs. Only results are text;
 * what stands in the result of a TOC field is a table of contents.
 */
export class FieldTracker {
  private readonly open: { inResult: boolean; toc: boolean }[] = []

  /** Text found now belongs to an instruction and is not shown. */
  get inInstruction(): boolean {
    return this.open.some((field) => !field.inResult)
  }

  get inToc(): boolean {
    return this.open.some((field) => field.toc && field.inResult)
  }

  mark(element: XmlElement): void {
    const type = element.attributes.get('w:fldCharType')
    const innermost = this.open.at(-1)
    if (type === 'begin') this.open.push({ inResult: false, toc: false })
    else if (type === 'separate' && innermost !== undefined) innermost.inResult = true
    else if (type === 'end') this.open.pop()
  }

  /** Instructions end with their paragraph: a field that a damaged document never closes must not hide the rest of it. */
  endParagraph(): void {
    for (const field of this.open) field.inResult = true
  }

  instruct(text: string): void {
    const innermost = this.open.at(-1)
    if (innermost !== undefined && !innermost.inResult && /^\s*TOC\b/.test(text)) innermost.toc = true
  }
}
