import type { Localized } from '../../../../shared/language'

/** A name that is being rewritten may be empty for a moment; what is stored never is. */
export const namedOr = (name: Localized, before: Localized): Localized => ({ 'zh-CN': name['zh-CN'].trim() || before['zh-CN'], en: name.en.trim() || before.en })
