import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react'
import { languageOf, type Language, type Localized } from '../../shared/language'
import type { Messages } from './messages'

const LanguageContext = createContext<Language>('zh-CN')

/** The interface language of the system: what the first start speaks, before the user has chosen. */
export const systemLanguage = (): Language => languageOf(navigator.language)

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export const useLanguage = (): Language => useContext(LanguageContext)

/** The words of a screen in the user's language: `const text = useText(messages)`, then `text.title`, `text.found(3)`. */
export function useText<T>(messages: Messages<T>): T {
  return messages[useLanguage()]
}

/** Picks the user's language out of a sentence that came from the engine. */
export function useLocalized(): (sentence: Localized) => string {
  const language = useLanguage()
  return useCallback((sentence: Localized) => sentence[language], [language])
}

const MEGABYTE = 1024 * 1024
const GIGABYTE = 1024 * MEGABYTE

/** Dates, times and numbers as the user's language writes them. */
export function useFormats() {
  const language = useLanguage()
  return useMemo(() => {
    const number = new Intl.NumberFormat(language)
    const date = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', day: 'numeric' })
    const dateTime = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' })
    return {
      number: (value: number) => number.format(value),
      /** @param at milliseconds since 1970 */
      date: (at: number) => date.format(at),
      /** @param at milliseconds since 1970 */
      dateTime: (at: number) => dateTime.format(at),
      /** @param size in bytes */
      bytes: (size: number) =>
        new Intl.NumberFormat(language, { style: 'unit', unitDisplay: 'short', maximumFractionDigits: 1, unit: size < MEGABYTE ? 'kilobyte' : size < GIGABYTE ? 'megabyte' : 'gigabyte' }).format(size / (size < MEGABYTE ? 1024 : size < GIGABYTE ? MEGABYTE : GIGABYTE)),
    }
  }, [language])
}
