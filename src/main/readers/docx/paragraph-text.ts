import { FieldTracker } from './fields'
import type { Findings } from './findings'
import { childOf, childrenOf, isElement, isOn, type XmlElement } from '../ooxml/xml'

/** A picture anchored in a paragraph: the relationship that leads to its bytes, undefined where they lie outside the file. */
export type PictureReference = { readonly relationship: string | undefined; readonly alt: string }

/** What one `w:p` says: its lines (parted by `w:br`), the text boxes anchored in it and the notes it refers to. */
export type ParagraphText = { readonly lines: readonly string[]; readonly toc: boolean; readonly boxes: readonly XmlElement[]; readonly pictures: readonly PictureReference[]; readonly notes: readonly { readonly kind: 'footnotes' | 'endnotes'; readonly id: string }[] }

const skipped = new Set(['w:pPr', 'w:rPr', 'w:delText', 'w:delInstrText', 'w:rt', 'w:commentReference', 'w:annotationRef', 'w:softHyphen', 'w:lastRenderedPageBreak', 'w:sdtPr', 'w:sdtEndPr', 'w:txbxContent', 'm:ctrlPr', 'w:tblPr'])
const containers = new Set(['w:p', 'w:r', 'w:ins', 'w:moveTo', 'w:hyperlink', 'w:smartTag', 'w:customXml', 'w:sdt', 'w:sdtContent', 'w:fldSimple', 'w:ruby', 'w:rubyBase', 'w:dir', 'w:bdo', 'mc:AlternateContent', 'mc:Choice', 'mc:Fallback'])

const textOf = (element: XmlElement): string => element.children.filter((child) => typeof child === 'string').join('')

/** Every `w:txbxContent` beneath a drawing, in order. Choice and Fallback hold the same box twice: the first branch that has one is taken. */
export const textBoxesOf = (element: XmlElement): XmlElement[] => {
  if (element.name === 'w:txbxContent') return [element]
  if (element.name === 'mc:AlternateContent') {
    for (const branch of element.children.filter(isElement)) {
      const boxes = branch.children.filter(isElement).flatMap(textBoxesOf)
      if (boxes.length > 0) return boxes
    }
    return []
  }
  return element.children.filter(isElement).flatMap(textBoxesOf)
}

const contains = (element: XmlElement, test: (name: string) => boolean): boolean => element.children.some((child) => isElement(child) && (test(child.name) || contains(child, test)))

/** Every picture beneath a drawing, in order, with the alternative text of the drawing (`wp:docPr`, §20.4.2.5) or of the VML shape. Of Choice and Fallback the first that has one. */
const picturesOf = (element: XmlElement, alt = ''): PictureReference[] => {
  const { name, attributes } = element
  if (name === 'a:blip') return [{ relationship: attributes.get('r:embed'), alt }]
  if (name === 'v:imagedata') return [{ relationship: attributes.get('r:id'), alt: alt || (attributes.get('o:title') ?? '') }]
  // The text of a box is read as paragraphs, its pictures with them.
  if (name === 'w:txbxContent') return []
  const children = element.children.filter(isElement)
  if (name === 'mc:AlternateContent') {
    for (const branch of children) {
      const found = picturesOf(branch, alt)
      if (found.length > 0) return found
    }
    return []
  }
  const own = childOf(element, 'wp:docPr')?.attributes.get('descr') ?? childOf(childOf(element, 'pic:nvPicPr'), 'pic:cNvPr')?.attributes.get('descr') ?? (name === 'v:shape' ? attributes.get('alt') : undefined)
  return children.flatMap((child) => picturesOf(child, own === undefined || own === '' ? alt : own))
}
const isObject = (name: string) => name.startsWith('c:') || name.startsWith('dgm:') || name === 'o:OLEObject'

/** Reads the text of paragraphs one after the other: fields run across them. */
export class ParagraphReader {
  private readonly fields = new FieldTracker()

  constructor(private readonly findings: Findings) {}

  read(paragraph: XmlElement): ParagraphText {
    let text = ''
    let toc = false
    const boxes: XmlElement[] = []
    const pictures: PictureReference[] = []
    const notes: { kind: 'footnotes' | 'endnotes'; id: string }[] = []
    const add = (piece: string) => {
      if (this.fields.inInstruction) return
      text += piece
      if (piece.trim() !== '') toc ||= this.fields.inToc
    }
    const graphic = (element: XmlElement) => {
      const found = textBoxesOf(element)
      boxes.push(...found)
      if (contains(element, isObject)) this.findings.objects += 1
      else pictures.push(...picturesOf(element))
    }
    const visit = (element: XmlElement): void => {
      const { name, attributes } = element
      if (skipped.has(name)) return
      switch (name) {
        case 'w:t':
        case 'm:t':
          return add(textOf(element))
        case 'w:tab':
        case 'w:ptab':
          return add('\t')
        case 'w:cr':
          return add('\n')
        case 'w:br':
          return add(attributes.get('w:type') === undefined || attributes.get('w:type') === 'textWrapping' ? '\n' : '')
        case 'w:noBreakHyphen':
          return add('-')
        case 'w:fldChar':
          return this.fields.mark(element)
        case 'w:instrText':
          return this.fields.instruct(textOf(element))
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const id = attributes.get('w:id')
          if (id !== undefined) notes.push({ kind: name === 'w:footnoteReference' ? 'footnotes' : 'endnotes', id })
          return
        }
        case 'w:del':
        case 'w:moveFrom':
          this.findings.deletions += 1
          return
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          return graphic(element)
        case 'mc:AlternateContent': {
          const choice = childOf(element, 'mc:Choice')
          const fallback = childOf(element, 'mc:Fallback')
          const isGraphic = [choice, fallback].some((branch) => branch !== undefined && contains(branch, (child) => child === 'w:drawing' || child === 'w:pict'))
          if (isGraphic) return graphic(element)
          const branch = choice ?? fallback
          if (branch !== undefined) visit(branch)
          return
        }
        default:
      }
      if (name === 'w:ins' || name === 'w:moveTo') this.findings.insertions += 1
      if (name === 'w:r' && isOn(childOf(element, 'w:rPr'), 'w:vanish')) {
        this.findings.hidden += 1
        // Field marks inside hidden runs still count: Word hides the marks of its own index entries that way.
        for (const child of childrenOf(element, 'w:fldChar')) this.fields.mark(child)
        return
      }
      if (containers.has(name) || name.startsWith('m:')) for (const child of element.children) if (isElement(child)) visit(child)
    }
    visit(paragraph)
    this.fields.endParagraph()
    const lines = text
      .split('\n')
      .map((line) => line.replaceAll(/[ \u00A0]*\t[ \u00A0\t]*/g, '\t').trim())
      .filter((line) => line !== '')
    return { lines, toc, boxes, pictures, notes }
  }
}
