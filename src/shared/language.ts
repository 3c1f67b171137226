import { z } from 'zod'

export const languages = ['zh-CN', 'en'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** A sentence for the user in every language of the interface; the door that shows it chooses. */
export const Localized = z.object({ 'zh-CN': z.string(), en: z.string() }).readonly()
export type Localized = z.infer<typeof Localized>

/** The interface language for a system locale such as `zh-Hans-CN` or `en-GB`: every Chinese locale reads zh-CN, all others English. */
export const languageOf = (locale: string): Language => (/^zh\b/i.test(locale) ? 'zh-CN' : 'en')
