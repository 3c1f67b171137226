import type { Language } from '../../../shared/language'
import { scriptOf } from '../../../shared/slides/text-script'
import type { Attributes } from '../xml'

/**
 * The language that spelling checkers, speech and font choice see for a run: Chinese when it holds East Asian characters. Figures,
 * dashes and curly quotes alone belong to whatever language surrounds them, so they take the deck's.
 */
export const languageTags = (text: string, deckLanguage: Language): Attributes => {
  const script = scriptOf(text)
  const chinese = script === 'east-asian' || (script === null && deckLanguage === 'zh-CN')
  return chinese ? { lang: 'zh-CN', altLang: 'en-US' } : { lang: 'en-US', altLang: 'zh-CN' }
}
