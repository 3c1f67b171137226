import { childOf, childrenOf, isElement, wholeNumber, type XmlElement } from '../ooxml/xml'

/** A paragraph of DrawingML text (`a:p`, ECMA-376-1 §21.1.2.2.6). */
export type TextLine = {
  readonly text: string
  /** 0–8. */
  readonly depth: number
  /** What stands before it, as far as the paragraph itself says: `none` by `a:buNone`, undefined where it follows its placeholder. */
  readonly bullet: 'none' | 'bullet' | 'number' | undefined
  readonly startAt: number
}

const own = (element: XmlElement): string => element.children.filter((child) => typeof child === 'string').join('')

const runText = (element: XmlElement): string => {
  switch (element.name) {
    case 'a:t':
    case 'm:t':
      return own(element)
    case 'a:br':
      return '\n'
    case 'a:tab':
      return '\t'
    case 'a:fld':
      // Slide numbers and dates are made when shown.
      return /^(?:slidenum|datetime)/i.test(element.attributes.get('type') ?? '') ? '' : element.children.filter(isElement).map(runText).join('')
    case 'a:pPr':
    case 'a:rPr':
    case 'a:endParaRPr':
    case 'mc:Fallback':
      return ''
    default:
      return element.children.filter(isElement).map(runText).join('')
  }
}

/** A forced line break inside a paragraph only fits it to its box: a space between Latin words, nothing between Han characters. */
const unbreak = (text: string): string =>
  text
    .replaceAll(/(?<=[\p{Script=Han}，。、；：！？）」』】])[ \t]*[\n\v][ \t]*(?=[\p{Script=Han}（「『【])/gu, '')
    .replaceAll(/[ \t]*[\n\v][ \t]*/g, ' ')
    .replaceAll('\t', ' ')
    .trim()

const bulletOf = (properties: XmlElement | undefined): TextLine['bullet'] => {
  if (childOf(properties, 'a:buNone') !== undefined) return 'none'
  if (childOf(properties, 'a:buAutoNum') !== undefined) return 'number'
  if (childOf(properties, 'a:buChar') !== undefined || childOf(properties, 'a:buBlip') !== undefined) return 'bullet'
  return undefined
}

/** @param body `p:txBody`, `a:txBody` or `dgm:t`. @returns its paragraphs that say something. */
export const textLines = (body: XmlElement | undefined): readonly TextLine[] =>
  childrenOf(body, 'a:p').flatMap((paragraph) => {
    const text = unbreak(runText(paragraph))
    if (text === '') return []
    const properties = childOf(paragraph, 'a:pPr')
    const depth = Math.min(8, Math.max(0, wholeNumber(properties?.attributes.get('lvl')) ?? 0))
    return [{ text, depth, bullet: bulletOf(properties), startAt: Math.max(1, wholeNumber(childOf(properties, 'a:buAutoNum')?.attributes.get('startAt')) ?? 1) }]
  })
