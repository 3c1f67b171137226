/**
 * A screen's words in both languages: plain strings, and functions for sentences with numbers or names in them.
 * The English half must have exactly the keys and parameters of the Chinese half, so that a missing word does not compile.
 */
export type Messages<T> = { readonly 'zh-CN': T; readonly en: T }

export function defineMessages<T extends Readonly<Record<string, string | ((...values: never[]) => string) | Readonly<Record<string, string>>>>>(
  chinese: T,
  english: NoInfer<T>,
): Messages<T> {
  return { 'zh-CN': chinese, en: english }
}

/** English plural: `plural(2, 'file')` → `2 files`; an irregular plural is given as the third argument. */
export const plural = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`
