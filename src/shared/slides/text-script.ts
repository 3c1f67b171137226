/** Han, kana, Hangul, and the full-width forms and punctuation set with them. */
const EAST_ASIAN = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud88d][\udc00-\udfff]/
const LATIN_LETTER = /[A-Za-z\u00c0-\u024f]/

/** Whose text a run is; null for figures, dashes and curly quotes alone, which belong to whatever surrounds them. */
export const scriptOf = (text: string): 'east-asian' | 'latin' | null => (EAST_ASIAN.test(text) ? 'east-asian' : LATIN_LETTER.test(text) ? 'latin' : null)
