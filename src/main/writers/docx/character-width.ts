import type { Language } from '../../../shared/language'
import type { TypefaceName } from './typefaces'

/** Thousandths of an em for U+0020–U+007E: Adobe's metrics of Times-Roman and Helvetica, which Times New Roman and Arial share. */
const ROMAN = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722,
  333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500,
  333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
]
const SWISS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722,
  278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556,
  333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
/** Punctuation that Unicode shares between the scripts; it is as wide as a Han character in Chinese text only. */
const SHARED: Readonly<Record<string, number>> = { '‘': 333, '’': 333, '“': 444, '”': 444, '—': 1000, '–': 500, '…': 1000, '·': 278 }
const HAN = /[\u1100-\u115f\u2190-\u21ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u
/** Accented letters and whatever else is neither Han nor ASCII. */
const OTHER = 500

/**
 * The advance of one character in ems: exact for Han text, which every typeface sets on its em, and for Latin text in the typefaces that the
 * presets name first.
 */
export function emsOf(character: string, language: Language, family: TypefaceName['family']): number {
  if (HAN.test(character)) return 1
  const shared = SHARED[character]
  if (shared !== undefined) return language === 'zh-CN' ? 1 : shared / 1000
  return ((family === 'roman' ? ROMAN : SWISS)[character.charCodeAt(0) - 0x20] ?? OTHER) / 1000
}
