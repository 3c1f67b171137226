import { childOf, childrenOf, valueOf, wholeNumber, type XmlElement } from '../ooxml/xml'

type Style = { readonly name: string; readonly basedOn: string | undefined; readonly outline: number | undefined; readonly instance: string | undefined; readonly level: number | undefined }

/** What a paragraph style means for the outline, everything it inherits included. */
export type StyleMeaning = {
  /** 1–9 for a heading, 0 for body text. */
  readonly heading: number
  readonly title: boolean
  readonly toc: boolean
  /** `w:numId` and `w:ilvl` of the style; undefined where it has none. */
  readonly instance: string | undefined
  readonly level: number | undefined
}

/** Built-in names as Word and WPS store them, in English and Chinese (`heading 1`, `标题 1`). */
const headingName = /^(?:heading|标题)\s*([1-9])$/i
const titleName = /^(?:title|标题|文档标题)$/i
const tocName = /^(?:toc|目录)\s*[1-9]?$|^toc heading$|^目录标题$/i

const plain: StyleMeaning = { heading: 0, title: false, toc: false, instance: undefined, level: undefined }

/** Reads `w:outlineLvl`: 0–8 are levels 1–9, 9 is body text (ECMA-376-1 §17.3.1.20). */
export const outlineLevelOf = (properties: XmlElement | undefined): number | undefined => {
  const value = wholeNumber(valueOf(properties, 'w:outlineLvl'))
  return value === undefined || value < 0 || value > 9 ? undefined : (value + 1) % 10
}

/** @param root the styles part; undefined when the document has none: then the identifiers of Word's own styles still count. */
export const readStyles = (root: XmlElement | undefined): { meaningOf(style: string | undefined): StyleMeaning; numberingOf(style: string): string | undefined } => {
  const styles = new Map<string, Style>()
  let byDefault: string | undefined
  for (const element of childrenOf(root, 'w:style')) {
    const id = element.attributes.get('w:styleId')
    if (id === undefined || styles.has(id)) continue
    const properties = childOf(element, 'w:pPr')
    const numbering = childOf(properties, 'w:numPr')
    styles.set(id, { name: valueOf(element, 'w:name') ?? id, basedOn: valueOf(element, 'w:basedOn'), outline: outlineLevelOf(properties), instance: valueOf(numbering, 'w:numId'), level: wholeNumber(valueOf(numbering, 'w:ilvl')) })
    if (element.attributes.get('w:type') === 'paragraph' && /^(1|true|on)$/.test(element.attributes.get('w:default') ?? '')) byDefault ??= id
  }

  const resolve = (id: string): StyleMeaning => {
    const chain: Style[] = []
    const seen = new Set<string>()
    for (let current: string | undefined = id; current !== undefined && !seen.has(current); ) {
      seen.add(current)
      const style: Style | undefined = styles.get(current)
      if (style === undefined) break
      chain.push(style)
      current = style.basedOn
    }
    if (chain.length === 0) return { ...plain, heading: Number(/^heading([1-9])$/i.exec(id)?.[1] ?? 0), title: /^title$/i.test(id), toc: /^toc\d?$/i.test(id) }
    const nearest = chain.find((style) => style.outline !== undefined || headingName.test(style.name))
    const heading = nearest === undefined ? 0 : (nearest.outline ?? Number(headingName.exec(nearest.name)?.[1] ?? 0))
    const name = chain[0]?.name ?? ''
    const toc = tocName.test(name)
    return {
      heading: toc ? 0 : heading,
      title: titleName.test(name),
      toc,
      instance: chain.find((style) => style.instance !== undefined)?.instance,
      level: chain.find((style) => style.level !== undefined)?.level,
    }
  }
  const meanings = new Map<string, StyleMeaning>()
  return {
    meaningOf: (style) => {
      const id = style ?? byDefault
      if (id === undefined) return plain
      const known = meanings.get(id) ?? resolve(id)
      meanings.set(id, known)
      return known
    },
    numberingOf: (style) => styles.get(style)?.instance,
  }
}
