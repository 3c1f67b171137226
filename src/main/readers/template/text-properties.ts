/** How the text of a shape stands and looks, from several places of which the first that says something counts (ECMA-376-1 §21.1.2). */
import type { TemplatePlaceholder } from '../../../shared/model/template'
import { childOf, wholeNumber, type XmlElement } from '../ooxml/xml'

type Candidates = readonly (XmlElement | undefined)[]

export const firstOf = <T>(candidates: Candidates, read: (one: XmlElement) => T | undefined | null): T | undefined => {
  for (const candidate of candidates) {
    const found = candidate && read(candidate)
    if (found !== undefined && found !== null) return found
  }
  return undefined
}

/** The looks of the characters of a paragraph's style. */
export const characters = (style: XmlElement | undefined): XmlElement | undefined => childOf(style, 'a:defRPr')

/** What a text body's own list says of a level, from 0 on. */
export const listLevel = (body: XmlElement | undefined, level = 0): XmlElement | undefined => childOf(childOf(body, 'a:lstStyle'), `a:lvl${level + 1}pPr`)

/** Insets of a text body that says none (§21.1.2.1.1), in EMU. */
const INSET = { across: 91_440, down: 45_720 }

/** Between a box and its text, in EMU. @param bodies `a:bodyPr` */
export function insetIn(bodies: Candidates): TemplatePlaceholder['inset'] {
  const inset = (name: string, usual: number): number => firstOf(bodies, (body) => wholeNumber(body.attributes.get(name))) ?? usual
  return { left: inset('lIns', INSET.across), top: inset('tIns', INSET.down), right: inset('rIns', INSET.across), bottom: inset('bIns', INSET.down) }
}

const ANCHORS: Readonly<Record<string, TemplatePlaceholder['anchor']>> = { t: 'top', ctr: 'middle', b: 'bottom' }
/** @param bodies `a:bodyPr` */
export const anchorOf = (bodies: Candidates): TemplatePlaceholder['anchor'] => ANCHORS[firstOf(bodies, (body) => body.attributes.get('anchor')) ?? 't'] ?? 'top'

const ALIGNMENTS: Readonly<Record<string, TemplatePlaceholder['align']>> = { l: 'left', ctr: 'center', r: 'right', just: 'left', dist: 'left' }
/** @param styles `a:pPr` and its like */
export const alignmentOf = (styles: Candidates): TemplatePlaceholder['align'] => ALIGNMENTS[firstOf(styles, (style) => style.attributes.get('algn')) ?? 'l'] ?? 'left'
