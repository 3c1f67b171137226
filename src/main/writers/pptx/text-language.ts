import type { Language } from '../../../shared/language'
import type { Attributes } from '../xml'

/** Han, kana, Hangul, and the full-width forms and punctuation set with them. */
const EAST_ASIAN = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud88d][\udc00-\udfff]/
const LATIN_LETTER = /[A-Za-z\u00c0-\u024f]/

/**
 * The language that spelling checkers, speech and font choice see for a run: Chinese when it holds East Asian characters. Figures,
 * dashes and curly quotes alone belong to whatever language surrounds them, so they take the deck's.
 */
export const languageTags = (text: string, deckLanguage: Language): Attributes => {
  const chinese = EAST_ASIAN.test(text) || (deckLanguage === 'zh-CN' && !LATIN_LETTER.test(text))
  return chinese ? { lang: 'zh-CN', altLang: 'en-US' } : { lang: 'en-US', altLang: 'zh-CN' }
}
