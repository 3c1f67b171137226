/** Complex fields (ECMA-376-1 §17.16.18): a code that Word computes, between two marks the result as it was last. */
import { el, text, type Xml } from '../xml'

export const field = (part: 'begin' | 'separate' | 'end'): Xml => el('w:fldChar', { 'w:fldCharType': part })
export const instruction = (code: string): Xml => el('w:instrText', { 'xml:space': 'preserve' }, text(code))
