import type { Language } from '../../../shared/language'

/**
 * How wide text is, roughly, in the unit of `size`: a Han character and its punctuation take exactly one em in every typeface, Latin
 * letters are taken at their widths in Times and Arial on average. Good enough to tell on which page a heading falls.
 */
export const roughWidth =
  (language: Language) =>
  (text: string, { size }: { readonly size: number }): number => {
    let ems = 0
    for (const character of text) ems += emsOf(character, language)
    return ems * size
  }

/** Punctuation that Unicode shares between the scripts; it is as wide as a Han character in Chinese text only. */
const SHARED = /[‘’“”—…·]/
const HAN = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u

function emsOf(character: string, language: Language): number {
  if (HAN.test(character)) return 1
  if (SHARED.test(character)) return language === 'zh-CN' || character === '—' || character === '…' ? 1 : 0.4
  if (/[iljtfrI.,:;'|!() -]/.test(character)) return 0.3
  if (/[mwMW@%]/.test(character)) return 0.82
  if (/[A-Z]/.test(character)) return 0.68
  return 0.48
}
