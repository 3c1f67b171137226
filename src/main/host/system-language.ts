import { languageOf, type Language } from '../../shared/language'

/** The interface language of this computer, from the locale that ICU reads from the system. */
export const systemLanguage = (): Language => languageOf(new Intl.DateTimeFormat().resolvedOptions().locale)
